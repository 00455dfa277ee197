import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PagefindIndex } from './pagefind.ts';

/**
 * Keeps segments' indexes from one build to the next, each in one file named after all that went
 * into it. What cannot be read, or is not whole, counts as not there: a cache never breaks a build.
 */
export interface SegmentCache {
  get(key: string): Promise<PagefindIndex | undefined>;
  put(key: string, index: PagefindIndex): Promise<void>;
  /** Removes all that this build has neither got nor put. */
  removeOthers(): Promise<void>;
}

const EXTENSION = '.segment';

/** @param folder absolute path of a folder for this alone; need not be there */
export function openCache(folder: string): SegmentCache {
  const used = new Set<string>();
  const fileOf = (key: string) => path.join(folder, `${key}${EXTENSION}`);
  return {
    async get(key) {
      used.add(path.basename(fileOf(key)));
      return readFile(fileOf(key)).then(unpack, () => undefined);
    },
    async put(key, index) {
      used.add(path.basename(fileOf(key)));
      const unfinished = `${fileOf(key)}.${process.pid}`;
      await ignoringFaults(async () => {
        await mkdir(folder, { recursive: true });
        await writeFile(unfinished, pack(index));
        await rename(unfinished, fileOf(key));
      });
    },
    async removeOthers() {
      await ignoringFaults(async () => {
        for (const name of await readdir(folder)) {
          if (!used.has(name)) await rm(path.join(folder, name), { recursive: true });
        }
      });
    },
  };
}

/** No cache: for a build that is to be measured, or tested, clean. */
export const noCache: SegmentCache = {
  get: async () => undefined,
  put: async () => undefined,
  removeOthers: async () => undefined,
};

interface Contents {
  hashes: [url: string, hash: string][];
  files: [path: string, bytes: number][];
}

/** The digest of what follows, a line of contents, the files one after the other. */
function pack({ files, hashes }: PagefindIndex): Buffer {
  const contents: Contents = {
    hashes: [...hashes],
    files: files.map(({ path: name, content }) => [name, content.length]),
  };
  const body = Buffer.concat([
    Buffer.from(`${JSON.stringify(contents)}\n`),
    ...files.map(({ content }) => content),
  ]);
  return Buffer.concat([digest(body), body]);
}

function unpack(bytes: Buffer): PagefindIndex | undefined {
  const body = bytes.subarray(DIGEST_LENGTH);
  if (!digest(body).equals(bytes.subarray(0, DIGEST_LENGTH))) return undefined;
  let at = body.indexOf('\n') + 1;
  const { files, hashes } = JSON.parse(body.toString('utf8', 0, at)) as Contents;
  return {
    hashes: new Map(hashes),
    files: files.map(([name, length]) => {
      const content = body.subarray(at, at + length);
      at += length;
      return { path: name, content };
    }),
  };
}

const DIGEST_LENGTH = 32;

function digest(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

async function ignoringFaults(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    // The next build has a segment more to make.
  }
}
