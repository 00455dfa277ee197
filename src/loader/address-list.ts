import { ADDRESS_LIST, parseAddressList } from '#core/address-list.ts';
import type { RetainedPages, Term } from '#core/content.ts';
import type { ContentFolder } from './content-folder-fs.ts';

/** Reads the list of published addresses, each with its line; undefined if the bulletin has no list. */
export async function readAddressList(
  folder: ContentFolder,
): Promise<ReadonlyMap<string, number> | undefined> {
  const read = await folder.text(ADDRESS_LIST);
  if (!read) return undefined;
  const { lines, findings } = parseAddressList(read.text);
  read.collector.add(findings);
  return lines;
}

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
