import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ifMissing, isSystemError } from '../../../src/core/system-error.ts';
import { ownProcessRecord, runningProcess } from './process-record.ts';

/** Subfolder for the new and old content while a folder's content is being replaced. */
const STAGING = '.park-bulletin-staging';
/** Record of the process that is replacing the content. */
const OWNER = 'owner';
/** The new content before it is moved into place. */
const NEXT = 'next';
/** The old content. While it exists, the replacement is incomplete. */
const PREVIOUS = 'previous';
/** Exists while all old content is in `previous`: everything else in the folder is new. */
const MOVED = 'moved';
/** The old content once the new one is in place. */
const DONE = 'done';

/** The calls that change the disk. Tests make them fail at any point, like a killed process. */
export interface FileOperations {
  cp: typeof cp;
  mkdir: typeof mkdir;
  rename: typeof rename;
  rm: typeof rm;
  writeFile: typeof writeFile;
}

const FILE_OPERATIONS: FileOperations = { cp, mkdir, rename, rm, writeFile };

/** Interval for checking a folder that another process is replacing. */
const POLL_INTERVAL_MS = 50;

/** The replacement failed and could not be undone: the folder holds parts of the old and the new content. */
export class HalfReplacedError extends Error {
  override name = 'HalfReplacedError';
}

/**
 * Replaces the content of a folder. The folder itself stays: it may be a mount point, or open in a server.
 * @param folder created if it does not exist
 * @param source a folder that is moved into it, or copied if it is on another disk
 * @throws if it fails; then the folder is unchanged
 * @throws HalfReplacedError if it cannot be undone either; then `restoreFolderContents()` must run
 */
export async function replaceFolderContents(
  folder: string,
  source: string,
  disk = FILE_OPERATIONS,
): Promise<void> {
  const at = (...names: string[]) => path.join(folder, STAGING, ...names);
  await disk.mkdir(folder, { recursive: true });
  await disk.mkdir(at());
  try {
    await disk.writeFile(at(OWNER), ownProcessRecord());
    await moveOrCopy(source, at(NEXT), disk);
    await disk.mkdir(at(PREVIOUS));
    for (const name of await entriesOf(folder))
      await disk.rename(path.join(folder, name), at(PREVIOUS, name));
    await disk.mkdir(at(MOVED));
    for (const name of await readdir(at(NEXT))) await disk.rename(at(NEXT, name), path.join(folder, name));
    await disk.rename(at(PREVIOUS), at(DONE));
  } catch (error) {
    await restore(folder, disk).catch((cause: unknown) => {
      throw new HalfReplacedError(String(error), { cause });
    });
    throw error;
  }
  // The new content is in place; the next build removes what cannot be removed now.
  await disk.rm(at(), { recursive: true, force: true }).catch(() => undefined);
}

/**
 * Waits for a process that is replacing a folder's content. If a replacement was interrupted, restores the old
 * content and removes the staging folder. May itself be interrupted and run again.
 * @returns whether content had to be restored
 */
export async function restoreFolderContents(folder: string, disk = FILE_OPERATIONS): Promise<boolean> {
  const staging = path.join(folder, STAGING);
  while (await exists(staging)) {
    const owner = await readFile(path.join(staging, OWNER), 'utf8').catch(ifMissing(''));
    if (runningProcess(owner) === undefined) return restore(folder, disk);
    await setTimeout(POLL_INTERVAL_MS);
  }
  return false;
}

async function restore(folder: string, disk: FileOperations): Promise<boolean> {
  const at = (...names: string[]) => path.join(folder, STAGING, ...names);
  const broken = await exists(at(PREVIOUS));
  if (broken) {
    if (await exists(at(MOVED))) {
      for (const name of await entriesOf(folder)) await disk.rename(path.join(folder, name), at(NEXT, name));
      // From here on everything in the folder is old content.
      await disk.rm(at(MOVED), { recursive: true });
    }
    for (const name of await readdir(at(PREVIOUS)))
      await disk.rename(at(PREVIOUS, name), path.join(folder, name));
  }
  await disk.rm(at(), { recursive: true, force: true, maxRetries: 5 });
  return broken;
}

/** Names of a folder's entries, without the staging subfolder. */
export async function entriesOf(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name !== STAGING);
}

async function moveOrCopy(source: string, target: string, disk: FileOperations): Promise<void> {
  try {
    await disk.rename(source, target);
  } catch (error) {
    if (!isSystemError(error, 'EXDEV')) throw error;
    await disk.cp(source, target, { recursive: true });
  }
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(() => true, ifMissing(false));
}
