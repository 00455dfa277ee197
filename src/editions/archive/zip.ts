import { type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Files } from './bag.ts';

/** The earliest date of the format: the same files give the same bytes, whenever they are packed. */
const DATE = new Date(1980, 0, 1);
/** Files that are compressed already. */
const COMPRESSED = /\.(?:avif|epub|gif|jpe?g|png|webp|zip)$/iu;

/** Packs files in their order. The same files give the same bytes. */
export function zipOf(files: Files): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of files) {
    entries[name] = [bytes, { mtime: DATE, level: COMPRESSED.test(name) ? 0 : 9 }];
  }
  return zipSync(entries);
}

/**
 * Unpacks a ZIP file.
 * @returns the files, undefined for each that is damaged; or undefined if this is no ZIP file
 */
export function unzip(bytes: Uint8Array): Map<string, Uint8Array | undefined> | undefined {
  const names: string[] = [];
  const listing = attempt(() =>
    unzipSync(bytes, {
      filter({ name }) {
        names.push(name);
        return false;
      },
    }),
  );
  if (!listing) return undefined;
  const read = (wanted: string) => attempt(() => unzipSync(bytes, { filter: ({ name }) => name === wanted }));
  const files = names.filter((name) => !name.endsWith('/'));
  return new Map(files.map((name) => [name, read(name)?.[name]]));
}

/** What fflate unpacks; undefined if the bytes are damaged. */
function attempt(unpack: () => Unzipped): Unzipped | undefined {
  try {
    return unpack();
  } catch (error) {
    // For a damaged file fflate throws errors of any class, so all count as damage.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
