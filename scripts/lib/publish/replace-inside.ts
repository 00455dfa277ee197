import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ifMissing, isSystemError } from '../../../src/core/system-error.ts';
import { claim, runningClaimant } from './claim.ts';

/** Where a folder's new and old content stands while it is being replaced, inside the folder. */
const STAGING = '.park-bulletin-staging';
/** Says which process is replacing the folder. */
const OWNER = 'owner';
/** The new content, before it is put in place. */
const NEXT = 'next';
/** The old content. While it is there, the folder is neither old nor new. */
const PREVIOUS = 'previous';
/** There while all old content stands in `previous`: what else is in the folder is new. */
const MOVED = 'moved';
/** The old content, once the new one is in place. */
const DONE = 'done';

/** The calls that change the disk. Tests end them at any point, as a killed process would. */
export interface Disk {
  cp: typeof cp;
  mkdir: typeof mkdir;
  rename: typeof rename;
  rm: typeof rm;
  writeFile: typeof writeFile;
}

const DISK: Disk = { cp, mkdir, rename, rm, writeFile };

/** Milliseconds between two looks at a folder that another process is replacing. */
const POLL = 50;

/** The new content is neither in place nor taken back: the folder holds parts of both. */
export class HalfReplacedError extends Error {
  override name = 'HalfReplacedError';
}

/**
 * Replaces all that a folder holds. The folder itself stays: it may be a mount point, or open in a server.
 * @param folder is made where it is not there
 * @param source a folder that is moved into it, or copied where it is on another disk
 * @throws where it cannot be done; then the folder is as it was
 * @throws HalfReplacedError where it cannot even be taken back; then `restoreInside` must run
 */
export async function replaceInside(folder: string, source: string, disk = DISK): Promise<void> {
  const at = (...names: string[]) => path.join(folder, STAGING, ...names);
  await disk.mkdir(folder, { recursive: true });
  await disk.mkdir(at());
  try {
    await disk.writeFile(at(OWNER), claim());
    await moveOrCopy(source, at(NEXT), disk);
    await disk.mkdir(at(PREVIOUS));
    for (const name of await contentOf(folder))
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
  // The new content is in place; what cannot be removed now is removed by the next build.
  await disk.rm(at(), { recursive: true, force: true }).catch(() => undefined);
}

/**
 * Waits for a process that is replacing a folder's content; where one was broken off, puts the old content
 * back and removes what was left behind. Can itself be broken off and run again.
 * @returns whether the content had to be put back
 */
export async function restoreInside(folder: string, disk = DISK): Promise<boolean> {
  const staging = path.join(folder, STAGING);
  while (await isThere(staging)) {
    const owner = await readFile(path.join(staging, OWNER), 'utf8').catch(ifMissing(''));
    if (runningClaimant(owner) === undefined) return restore(folder, disk);
    await setTimeout(POLL);
  }
  return false;
}

async function restore(folder: string, disk: Disk): Promise<boolean> {
  const at = (...names: string[]) => path.join(folder, STAGING, ...names);
  const broken = await isThere(at(PREVIOUS));
  if (broken) {
    if (await isThere(at(MOVED))) {
      for (const name of await contentOf(folder)) await disk.rename(path.join(folder, name), at(NEXT, name));
      // From here on all that is in the folder is old.
      await disk.rm(at(MOVED), { recursive: true });
    }
    for (const name of await readdir(at(PREVIOUS)))
      await disk.rename(at(PREVIOUS, name), path.join(folder, name));
  }
  await disk.rm(at(), { recursive: true, force: true, maxRetries: 5 });
  return broken;
}

/** Names of all that stands in a folder, what belongs to its replacing left aside. */
export async function contentOf(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name !== STAGING);
}

async function moveOrCopy(source: string, target: string, disk: Disk): Promise<void> {
  try {
    await disk.rename(source, target);
  } catch (error) {
    if (!isSystemError(error, 'EXDEV')) throw error;
    await disk.cp(source, target, { recursive: true });
  }
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(() => true, ifMissing(false));
}
