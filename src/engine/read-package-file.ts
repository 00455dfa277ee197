import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { packageFile, packedFile } from './engine-folder.ts';

/** What packing adds to the names of files that it compresses. */
export const COMPRESSED = '.gz';

/** The bytes of a file in a package, see `packageFile`; a packed engine brings large files compressed. */
export async function readPackageFile(file: string): Promise<Buffer<ArrayBuffer>> {
  const packed = packedFile('packages', file + COMPRESSED);
  return packed === undefined ? readFile(packageFile(file)) : promisify(gunzip)(await readFile(packed));
}
