import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';

let times = 0;

/**
 * Moves files and folders away without deleting them. After thousands of deletions, some file systems (ext4
 * without a journal) create files ten times slower, which would slow down the next tool.
 * @param dir the benchmark's folder, which is deleted when the benchmark ends
 */
export async function moveAside(dir: string, files: string[]): Promise<void> {
  times += 1;
  const aside = path.join(dir, 'aside', String(times));
  await mkdir(aside, { recursive: true });
  for (const [index, file] of files.entries()) {
    await rename(file, path.join(aside, String(index))).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}
