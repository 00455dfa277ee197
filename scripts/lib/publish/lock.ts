import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { ifMissing, isSystemError } from '../../../src/core/system-error.ts';
import { ownProcessRecord, runningProcess } from './process-record.ts';

/** Interval for checking a lock that another process holds. */
const POLL_INTERVAL_MS = 100;

/**
 * Acquires a lock, waiting for the process that holds it. Takes over a lock whose process has ended.
 * @param file the lock file, in an existing folder
 * @param onWait called once if another process holds the lock
 * @returns releases the lock
 */
export async function acquireLock(file: string, onWait: (pid: number) => void): Promise<() => Promise<void>> {
  const own = `${file}.${randomUUID()}`;
  await writeFile(own, ownProcessRecord());
  try {
    for (let waited = false; !(await tryLink(own, file));) {
      const pid = await holderOf(file);
      if (pid !== undefined) {
        if (!waited) onWait(pid);
        waited = true;
        await setTimeout(POLL_INTERVAL_MS);
      } else await removeStale(file);
    }
  } finally {
    await rm(own, { force: true });
  }
  return () => rm(file, { force: true });
}

/** Creates the lock file atomically with its content; false if it exists. */
async function tryLink(own: string, file: string): Promise<boolean> {
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Removes the lock of an ended process. If another process took it over meanwhile, restores its lock. */
async function removeStale(file: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return;
    throw error;
  }
  if ((await holderOf(aside)) !== undefined) await tryLink(aside, file);
  await rm(aside, { force: true });
}

/** The running process that holds a lock. */
async function holderOf(file: string): Promise<number | undefined> {
  return runningProcess(await readFile(file, 'utf8').catch(ifMissing('')));
}
