import type { RetainedPages, Term } from '#core/content.ts';

/** The pages of regions and years that must exist because their address was published before. */
export function retainedPages(listed: Iterable<string>, regions: readonly Term[]): RetainedPages {
  const addresses = new Set(listed);
  const isListed = (code: string) => addresses.has(`/regions/${code}/`);
  return {
    regions: regions
      .filter(({ id, formerIds = [] }) => isListed(id) || formerIds.some(isListed))
      .map(({ id }) => id),
    years: [...addresses].flatMap((address) => {
      const year = /^\/issues\/(\d{4})\/$/u.exec(address)?.[1];
      return year === undefined ? [] : Number(year);
    }),
  };
}
