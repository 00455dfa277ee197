import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ifMissing } from '../../../src/core/system-error.ts';
import { applyChanges } from '../../../src/scaffold/apply-changes-fs.ts';
import { CommandError, PutBackError } from '../command-error.ts';
import { installedEngine } from './bulletin-package.ts';
import { explainNpm, type RunProgram } from './run-program.ts';

/** The bulletin's folder for what an upgrade keeps; `.gitignore` names it. */
const KEPT = '.park-bulletin';
/** The files as they were before the change that is under way; if the change was interrupted, this is still there. */
const UNFINISHED = path.join(KEPT, 'unfinished');
/** The files as they were before the last upgrade. */
const PREVIOUS = path.join(KEPT, 'previous');
const LOCK = 'package-lock.json';
const INSTALL = ['install', '--prefer-offline'];

/** Files of a bulletin by path; undefined for files that do not exist. */
export type FilesToWrite = ReadonlyMap<string, Uint8Array | undefined>;

/** Contents of a snapshot's index file. */
interface SnapshotIndex {
  from: string;
  to: string;
  files: { file: string; existed: boolean; after: string | null }[];
}

/**
 * Writes the files of another version and installs it. If npm fails, everything is as before. The files as they
 * were are kept for `undoUpgrade()`.
 * @param files package.json and the migrated files of the content
 * @throws CommandError if npm fails
 */
export async function switchVersion(
  dir: string,
  files: FilesToWrite,
  { from, to, run }: { from: string; to: string; run: RunProgram },
): Promise<void> {
  await takeSnapshot(dir, files, { from, to });
  try {
    await writeFiles(dir, files);
    await install(dir, run, to);
  } catch (error) {
    await restoreSnapshot(dir, run);
    throw error;
  }
  await rm(path.join(dir, PREVIOUS), { recursive: true, force: true });
  await rename(path.join(dir, UNFINISHED), path.join(dir, PREVIOUS));
}

/**
 * Brings back the files and the engine from before the last upgrade.
 * @returns the versions: which one was left and which one is back
 * @throws CommandError if there is nothing to undo, a file was changed since, or npm fails
 */
export async function undoUpgrade(dir: string, run: RunProgram): Promise<{ from: string; to: string }> {
  const index = await readIndex(path.join(dir, PREVIOUS));
  if (!index) {
    throw new CommandError('没有可以退回的：这份刊物还没有升级过，或者已经退回了', '不用做什么');
  }
  const changed: string[] = [];
  for (const { file, after } of index.files) {
    const now = await readFile(path.join(dir, file)).catch(ifMissing(undefined));
    if (file !== LOCK && digest(now) !== after) changed.push(file);
  }
  if (changed.length > 0) {
    throw new CommandError(
      `升级以后又改过 ${changed.join('、')}，退回会丢掉这些改动`,
      '先把这些改动另存到别处、用 Git 恢复成升级后的样子，退回以后再照着改',
    );
  }
  const files = await filesOfSnapshot(path.join(dir, PREVIOUS), index);
  await takeSnapshot(dir, files, { from: index.to, to: index.from });
  try {
    await writeFiles(dir, files);
    await install(dir, run, index.from);
    // npm may write the same lock in another form.
    await writeFiles(dir, new Map([[LOCK, files.get(LOCK)]]));
  } catch (error) {
    await restoreSnapshot(dir, run);
    throw error;
  }
  await rm(path.join(dir, PREVIOUS), { recursive: true, force: true });
  await rm(path.join(dir, UNFINISHED), { recursive: true, force: true });
  return { from: index.to, to: index.from };
}

/**
 * Undoes a change that was interrupted.
 * @returns whether there was one
 */
export async function recover(dir: string, run: RunProgram): Promise<boolean> {
  if (!existsSync(path.join(dir, UNFINISHED))) return false;
  await restoreSnapshot(dir, run);
  return true;
}

/** @throws PutBackError if npm fails or has installed another version: callers restore the snapshot then */
async function install(dir: string, run: RunProgram, version: string): Promise<void> {
  const { code, stderr } = await run('npm', INSTALL, dir);
  const installed = (await installedEngine(dir))?.version;
  if (code === 0 && installed === version) return;
  const { problem, fix } = explainNpm(stderr);
  throw new PutBackError(`没有装上 ${version}：${problem}。已经恢复原样`, fix);
}

/** Keeps the present files, complete or not at all. */
async function takeSnapshot(
  dir: string,
  files: FilesToWrite,
  { from, to }: Pick<SnapshotIndex, 'from' | 'to'>,
): Promise<void> {
  const making = path.join(dir, KEPT, 'making');
  await rm(making, { recursive: true, force: true });
  const index: SnapshotIndex = { from, to, files: [] };
  const withLock = new Map(files);
  if (!withLock.has(LOCK)) withLock.set(LOCK, undefined);
  for (const [file, bytes] of withLock) {
    const existed = existsSync(path.join(dir, file));
    if (existed) {
      await mkdir(path.dirname(path.join(making, 'files', file)), { recursive: true });
      await cp(path.join(dir, file), path.join(making, 'files', file));
    }
    index.files.push({ file, existed, after: digest(bytes) });
  }
  await mkdir(making, { recursive: true });
  // For a bulletin whose own .gitignore does not name the folder.
  await writeFile(path.join(dir, KEPT, '.gitignore'), '*\n');
  await writeFile(path.join(making, 'index.json'), JSON.stringify(index, null, 2));
  await rename(making, path.join(dir, UNFINISHED));
}

/**
 * Puts the files back and, if npm has already touched it, the engine.
 * @throws CommandError if npm fails; the snapshot stays, so that the next run tries again
 */
async function restoreSnapshot(dir: string, run: RunProgram): Promise<void> {
  const snapshot = path.join(dir, UNFINISHED);
  const index = await readIndex(snapshot);
  if (!index) return;
  const files = await filesOfSnapshot(snapshot, index);
  await writeFiles(dir, files);
  if ((await installedEngine(dir))?.version !== index.from) {
    const { code, stderr } = await run('npm', INSTALL, dir);
    if (code !== 0) {
      const { problem } = explainNpm(stderr);
      throw new CommandError(
        `文件都恢复了原样，程序还没有装回 ${index.from}：${problem}`,
        '有网的时候运行 npm install',
      );
    }
    await writeFiles(dir, files);
  }
  await rm(snapshot, { recursive: true, force: true });
}

async function filesOfSnapshot(snapshot: string, { files }: SnapshotIndex): Promise<FilesToWrite> {
  const read = files.map(
    async ({ file, existed }) =>
      [file, existed ? await readFile(path.join(snapshot, 'files', file)) : undefined] as const,
  );
  return new Map(await Promise.all(read));
}

async function readIndex(snapshot: string): Promise<SnapshotIndex | undefined> {
  const text = await readFile(path.join(snapshot, 'index.json'), 'utf8').catch(ifMissing(undefined));
  return text === undefined ? undefined : (JSON.parse(text) as SnapshotIndex);
}

async function writeFiles(dir: string, files: FilesToWrite): Promise<void> {
  const create = new Map<string, Uint8Array>();
  const replace = new Map<string, Uint8Array>();
  const remove: string[] = [];
  for (const [file, bytes] of files) {
    const exists = existsSync(path.join(dir, file));
    if (bytes) (exists ? replace : create).set(file, bytes);
    else if (exists) remove.push(file);
  }
  await applyChanges(dir, { create, replace, remove });
}

function digest(bytes: Uint8Array | undefined): string | null {
  return bytes ? createHash('sha256').update(bytes).digest('hex') : null;
}
