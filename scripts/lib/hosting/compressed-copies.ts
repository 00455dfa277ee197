import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import pLimit from 'p-limit';
import { FileStore, keyOf, linkOrCopy } from '../../../src/build-cache/file-store.ts';
import { fileRule, isServed } from '../../../src/hosting/file-rules.ts';

/** Smaller files fit into one packet anyway. */
const MIN_BYTES = 1024;
/** A copy that saves less is not worth a file. */
const MAX_RATIO = 0.9;

/** Level 11 saves 2 % more and takes three times as long. */
const BROTLI_QUALITY = 10;

/** Another version of a library may compress to other bytes. */
const VERSIONS = `${process.versions.brotli} ${process.versions.zlib}`;

const COMPRESSORS = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
};

/**
 * Writes compressed copies beside a site's text files, which servers send instead. The same bytes always give the
 * same copies, and copies of unchanged files come from the cache.
 * @param site folder of the site
 * @param files their paths
 * @param cache a folder that nothing else uses
 * @returns the sizes of the copies, in bytes
 */
export async function writeCompressedCopies(
  site: string,
  files: readonly string[],
  cache: string,
): Promise<number[]> {
  const sizes: number[] = [];
  const store = new FileStore(cache);
  const limit = pLimit(os.availableParallelism());
  const worthy = files.filter((file) => isServed(file) && fileRule(file).isCompressible);
  await Promise.all(
    worthy.map((file) =>
      limit(async () => {
        const bytes = await readFile(path.join(site, file));
        if (bytes.length < MIN_BYTES) return;
        for (const [extension, compress] of Object.entries(COMPRESSORS)) {
          const key = keyOf(`${extension} ${BROTLI_QUALITY} ${VERSIONS} ${keyOf(bytes)}`);
          const stored = store.find(key) ?? store.put(key, await compress(bytes));
          const copy = path.join(site, `${file}.${extension}`);
          const size = (await readFile(stored)).length;
          if (size > bytes.length * MAX_RATIO) continue;
          linkOrCopy(stored, copy);
          sizes.push(size);
        }
      }),
    ),
  );
  store.dropUnused();
  return sizes;
}
