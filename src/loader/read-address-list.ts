import { ADDRESS_LIST, parseAddressList } from '#core/address-list.ts';
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
