import { ADDRESS_LIST, parseAddressList } from '../../../src/core/address-list.ts';
import { RESERVED_SLUGS } from '../../../src/core/slug.ts';
import type { ContentFolder } from '../../../src/loader/content-folder-fs.ts';

/**
 * File names that a new article of a folder cannot have: those of its articles, those of other pages, those whose address
 * redirects to a moved article, and those of published addresses.
 * @param place `inbox`, or `issues/2022-10`
 */
export async function takenSlugs(folder: ContentFolder, place: string): Promise<Set<string>> {
  const own = new RegExp(`^${place}/([^/]+)\\.mdx?$`, 'u');
  const taken = new Set([
    ...RESERVED_SLUGS,
    ...folder.matching(own).map((file) => own.exec(file)?.[1] ?? ''),
  ]);
  const { lines } = parseAddressList((await folder.text(ADDRESS_LIST))?.text ?? '');
  for (const address of [...(await oldAddresses(folder)).keys(), ...lines.keys()]) {
    if (address.startsWith(`/${place}/`)) taken.add(address.slice(place.length + 2, -1));
  }
  return taken;
}

/** The aliases of all articles, with the file of each. */
export async function oldAddresses(folder: ContentFolder): Promise<Map<string, string>> {
  const addresses = new Map<string, string>();
  for (const file of folder.matching(/^issues\/[^/]+\/[^/]+\.mdx?$/u)) {
    const data = (await folder.markdown(file))?.markdown.frontMatter?.data as
      { aliases?: unknown } | undefined;
    for (const alias of Array.isArray(data?.aliases) ? data.aliases : []) addresses.set(String(alias), file);
  }
  return addresses;
}
