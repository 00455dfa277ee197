import {
  chmod,
  copyFile,
  link,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { ifMissing, isSystemError } from '../../../src/core/system-error.ts';
import { filesToKeep, type Manifest } from '../../../src/hosting/manifest.ts';
import { CommandError } from '../command-error.ts';
import { displayPath } from '../display-path.ts';
import { hostFiles, type PreparedSite, writeBeside } from '../hosting/prepare-for-host.ts';
import { acquireLock } from '../publish/lock.ts';
import { CURRENT, HOSTING, RELEASES } from './release-folder.ts';

const LOCK = '.release.lock';
/** Temporary names of an unfinished release and of an unfinished link. */
const UNFINISHED = '.unfinished';
const NEW_LINK = '.current-new';

/** Releases that remain at least: the current one, and the one before it to go back to. */
export const MIN_KEPT = 2;

/** File modes, independent of the umask: servers run as another user. */
const FILE_MODE = 0o644;
const FOLDER_MODE = 0o755;

/** The calls that change the disk. Tests make them fail at any point, like a killed process. */
export interface ReleaseDisk {
  chmod: typeof chmod;
  copyFile: typeof copyFile;
  link: typeof link;
  mkdir: typeof mkdir;
  rename: typeof rename;
  rm: typeof rm;
  symlink: typeof symlink;
  writeFile: typeof writeFile;
}

const DISK: ReleaseDisk = { chmod, copyFile, link, mkdir, rename, rm, symlink, writeFile };

export interface Release {
  /** `0001` */
  name: string;
  isCurrent: boolean;
}

/** All complete releases, oldest first. */
export async function listReleases(folder: string): Promise<Release[]> {
  const names = await readdir(path.join(folder, RELEASES)).catch(ifMissing<string[]>([]));
  const target = await readlink(path.join(folder, CURRENT)).catch(ifMissing(''));
  return names
    .filter((name) => /^\d{4,}$/u.test(name))
    .sort((a, b) => Number(a) - Number(b))
    .map((name) => ({ name, isCurrent: path.basename(target) === name }));
}

/** The manifest of the release that readers see. */
export async function currentManifest(folder: string): Promise<Manifest | undefined> {
  const current = (await listReleases(folder)).find(({ isCurrent }) => isCurrent);
  return current && manifestOf(folder, current.name);
}

/**
 * Makes the next release and lets readers see it in one step: until the link is renamed they see the old one. May be
 * killed at any point and run again.
 * @param build writes the site into the given folder, which does not exist yet
 * @param keep releases that remain, at least 2
 * @returns its name
 */
export async function makeRelease(
  folder: string,
  build: (site: string) => Promise<PreparedSite>,
  keep: number,
  disk: ReleaseDisk = DISK,
): Promise<string> {
  const at = (...names: string[]) => path.join(folder, RELEASES, ...names);
  await disk.mkdir(at(), { recursive: true });
  await removeLeftovers(folder, disk);
  const releases = await listReleases(folder);
  const name = String(Number(releases.at(-1)?.name ?? 0) + 1).padStart(4, '0');
  const prepared = await build(at(UNFINISHED));
  const current = releases.find(({ isCurrent }) => isCurrent);
  if (current) await keepFiles(folder, current.name, UNFINISHED, prepared.manifest, disk);
  await setModes(at(UNFINISHED), disk);
  for (const each of [folder, at()]) await disk.chmod(each, FOLDER_MODE);
  await disk.writeFile(at(`${name}.json`), `${JSON.stringify(prepared.manifest)}\n`);
  await disk.rename(at(UNFINISHED), at(name));
  await switchTo(folder, name, disk);
  await writeBeside(path.join(folder, HOSTING), prepared);
  await removeOld(folder, keep, disk);
  return name;
}

/**
 * Lets readers see an older release again, with the server's configuration and the manifest that belong to it.
 * @param wanted its number; the one before the current one if undefined
 * @returns the releases before and after; no `from` if the link led to none
 * @throws CommandError if there is no such release
 */
export async function rollBack(
  folder: string,
  wanted: number | undefined,
  disk: ReleaseDisk = DISK,
): Promise<{ from?: string; to: string }> {
  const releases = await listReleases(folder);
  const current = releases.find(({ isCurrent }) => isCurrent);
  const older = releases.filter(({ name }) => Number(name) < Number(current?.name));
  const target = wanted === undefined ? older.at(-1) : releases.find(({ name }) => Number(name) === wanted);
  if (!target || target === current) {
    const names = releases.filter((each) => each !== current).map(({ name }) => name);
    throw new CommandError(
      wanted === undefined
        ? '没有更早的一版可以退回'
        : `退不回第 ${wanted} 版：${target ? '它就是现在这一版' : '没有这一版'}`,
      names.length > 0 ? `还在的：${names.join('、')}，用 --to 指明` : '改好内容，再运行 npm run release',
    );
  }
  const manifest = await manifestOf(folder, target.name);
  // Pages of the newer release are open, too.
  if (current && manifest) await keepFiles(folder, current.name, target.name, manifest, disk);
  if (manifest) {
    // Redirects of the newer release would hide pages that the older one still has.
    const { beside } = hostFiles(manifest, path.join(folder, CURRENT));
    await writeBeside(path.join(folder, HOSTING), { manifest, beside });
  }
  await switchTo(folder, target.name, disk);
  return { ...(current && { from: current.name }), to: target.name };
}

/** Runs work on a folder of releases while no other process does. @throws CommandError for a folder with other files */
export async function withReleases<T>(
  folder: string,
  say: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const known = [RELEASES, CURRENT, HOSTING, LOCK, NEW_LINK];
  const others = (await readdir(folder).catch(ifMissing<string[]>([]))).filter(
    (name) => !known.includes(name) && !name.startsWith(`${LOCK}.`),
  );
  if (others.length > 0)
    throw new CommandError(
      `不能发布到 ${displayPath(folder)}：里面有别的文件（${others.slice(0, 3).join('、')}）`,
      '写一个新的或空的文件夹，里面只放各版的网站',
    );
  await mkdir(folder, { recursive: true });
  const unlock = await acquireLock(path.join(folder, LOCK), (pid) =>
    say(`这里正在发布另一次（进程 ${pid}），等它结束…`),
  );
  try {
    return await work();
  } finally {
    await unlock();
  }
}

async function switchTo(folder: string, name: string, disk: ReleaseDisk): Promise<void> {
  const link = path.join(folder, NEW_LINK);
  await disk.rm(link, { force: true });
  // Relative, so that the folder may be moved or mounted elsewhere.
  await disk.symlink(path.join(RELEASES, name), link);
  await disk.rename(link, path.join(folder, CURRENT));
}

/** Puts files of one release that open pages may still load into another, with their compressed copies. */
async function keepFiles(folder: string, from: string, to: string, now: Manifest, disk: ReleaseDisk) {
  const before = await manifestOf(folder, from);
  if (!before) return;
  for (const file of filesToKeep(before, now)) {
    for (const name of [file, `${file}.br`, `${file}.gz`]) {
      const target = path.join(folder, RELEASES, to, name);
      await disk.mkdir(path.dirname(target), { recursive: true });
      await linkOrCopy(path.join(folder, RELEASES, from, name), target, disk);
    }
  }
}

async function linkOrCopy(source: string, target: string, disk: ReleaseDisk): Promise<void> {
  try {
    await disk.link(source, target);
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'EEXIST')) return;
    if (!isSystemError(error)) throw error;
    await disk.copyFile(source, target);
  }
}

/** Removes old releases, never the current one and the one before it. */
async function removeOld(folder: string, keep: number, disk: ReleaseDisk): Promise<void> {
  const releases = await listReleases(folder);
  for (const { name, isCurrent } of releases.slice(0, -Math.max(keep, MIN_KEPT))) {
    if (isCurrent) continue;
    // A half-deleted release must not look like a whole one.
    await disk.rename(
      path.join(folder, RELEASES, name),
      path.join(folder, RELEASES, `${UNFINISHED}-${name}`),
    );
    await disk.rm(path.join(folder, RELEASES, `${name}.json`), { force: true });
  }
  await removeLeftovers(folder, disk);
}

async function removeLeftovers(folder: string, disk: ReleaseDisk): Promise<void> {
  const names = await readdir(path.join(folder, RELEASES));
  for (const name of names.filter((each) => each.startsWith(UNFINISHED)))
    await disk.rm(path.join(folder, RELEASES, name), { recursive: true, force: true });
}

async function setModes(folder: string, disk: ReleaseDisk): Promise<void> {
  await disk.chmod(folder, FOLDER_MODE);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    await disk.chmod(path.join(entry.parentPath, entry.name), entry.isDirectory() ? FOLDER_MODE : FILE_MODE);
}

async function manifestOf(folder: string, name: string): Promise<Manifest | undefined> {
  const text = await readFile(path.join(folder, RELEASES, `${name}.json`), 'utf8').catch(
    ifMissing(undefined),
  );
  return text === undefined ? undefined : (JSON.parse(text) as Manifest);
}
