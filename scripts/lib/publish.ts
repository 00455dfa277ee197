import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

/**
 * Runs a build beside the output folder and puts it in place only when it is whole: a build that
 * fails leaves the last good output as it was.
 * @param outDir absolute path of the output folder
 * @param build writes everything into the folder it is given
 */
export async function publishWhole(outDir: string, build: (folder: string) => Promise<void>): Promise<void> {
  const unfinished = `${outDir}.unfinished`;
  const previous = `${outDir}.previous`;
  await rm(unfinished, { recursive: true, force: true });
  try {
    await build(unfinished);
    await rm(previous, { recursive: true, force: true });
    if (existsSync(outDir)) await rename(outDir, previous);
    await rename(unfinished, outDir);
    await rm(previous, { recursive: true, force: true });
  } catch (error) {
    // Pages that were begun before the fault may still be writing.
    await rm(unfinished, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  }
}
