import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { ifMissing, isSystemError } from '../../../src/core/system-error.ts';
import { claim, runningClaimant } from './claim.ts';

/** Milliseconds between two looks at a lock that another process holds. */
const POLL = 100;

/**
 * Takes a lock, waiting for a process that holds it. A lock whose process has ended is taken over.
 * @param file the lock, in a folder that is there
 * @param onWait called once where another process has to be waited for
 * @returns gives the lock back
 */
export async function lock(file: string, onWait: (pid: number) => void): Promise<() => Promise<void>> {
  const own = `${file}.${randomUUID()}`;
  await writeFile(own, claim());
  try {
    for (let waited = false; !(await linked(own, file));) {
      const pid = await holderOf(file);
      if (pid !== undefined) {
        if (!waited) onWait(pid);
        waited = true;
        await setTimeout(POLL);
      } else await removeStale(file);
    }
  } finally {
    await rm(own, { force: true });
  }
  return () => rm(file, { force: true });
}

/** A link appears with its content, whole, and never over a file that is there. */
async function linked(own: string, file: string): Promise<boolean> {
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Removes the lock of an ended process. Where another one has taken it over meanwhile, it gets it back. */
async function removeStale(file: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return;
    throw error;
  }
  if ((await holderOf(aside)) !== undefined) await linked(aside, file);
  await rm(aside, { force: true });
}

/** The running process that holds a lock. */
async function holderOf(file: string): Promise<number | undefined> {
  return runningClaimant(await readFile(file, 'utf8').catch(ifMissing('')));
}
