import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';

let times = 0;

/**
 * Takes files and folders away without deleting them. Where thousands have just been deleted, some file
 * systems (ext4 without a journal) create new ones ten times slower: each tool would pay for the run before.
 * @param dir the benchmark's folder, which is deleted at its end
 */
export async function moveAside(dir: string, files: string[]): Promise<void> {
  times += 1;
  const aside = path.join(dir, 'aside', String(times));
  await mkdir(aside, { recursive: true });
  for (const [index, file] of files.entries()) {
    await rename(file, path.join(aside, String(index))).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'ENOENT') throw fault;
    });
  }
}
