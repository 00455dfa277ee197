import type { Region } from '../../../src/core/content.ts';
import type { KnownNames } from '../../../src/import/index.ts';
import { readRegisters } from '../../../src/loader/content-reader-fs.ts';
import { openContent } from '../open-content.ts';

/** Reads the names in a content folder's registers, in the importer's form. */
export async function readRegisterNames(dir: string): Promise<KnownNames> {
  const { site, categories, parks, regions, sources, series } = await readRegisters(await openContent(dir));
  const byCode = new Map(regions.map((region) => [region.id, region]));
  const above = ({ parent }: Region): string[] => {
    const region = byCode.get(parent ?? '');
    return region ? [region.name, ...above(region)] : [];
  };
  const own = [site?.title, site?.publisher].filter((name) => name !== undefined);
  const entry = sources.find(({ name }) => own.includes(name));
  return {
    bulletin: [...own, ...(entry?.aliases ?? [])],
    categories,
    sources,
    series,
    parks: parks.map(({ name, shortName, aliases }) => ({ name, aliases: [shortName, ...aliases] })),
    counties: regions
      .filter(({ level }) => level === 'county')
      .map((region) => ({ name: region.name, aliases: region.aliases, above: above(region) })),
  };
}
