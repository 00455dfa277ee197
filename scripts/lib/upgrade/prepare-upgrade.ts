import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ifMissing } from '../../../src/core/system-error.ts';
import { CommandError } from '../command-error.ts';
import { isDownload, keptFile, keptTarball, tarballFile } from '../kept-tarball.ts';
import {
  type BulletinPackage,
  ENGINE,
  engineSource,
  installedEngine,
  readBulletinPackage,
  usedOptional,
  withEngine,
} from './bulletin-package.ts';
import { changesBetween, compareVersions, isMajorStep } from './changelog.ts';
import { compareSites, type SiteDifference } from './compare-sites-fs.ts';
import { explainNpm, type RunProgram } from './run-program.ts';
import type { FilesToWrite } from './switch-version-fs.ts';

export interface UpgradeOptions {
  /** The bulletin's folder. */
  dir: string;
  /** The content folder. */
  content: string;
  /** A version, a tag or a tarball; undefined for the newest version. */
  wanted: string | undefined;
  run: RunProgram;
  say(line: string): void;
}

/** What another version of the engine would change. */
export interface Upgrade {
  from: string;
  to: string;
  /** Whether the step may break something. */
  major: boolean;
  older: boolean;
  /** Differences of the built sites. */
  pages: SiteDifference;
  /** Content files that the new version rewrites, relative to the bulletin's folder. */
  migrated: string[];
  /** New parts of the changelog. */
  changes: string;
}

/**
 * Tries another version beside the present one: installs it in a temporary folder, migrates a copy of the content,
 * builds the site with both versions and compares them. Changes nothing in the bulletin.
 * @param decide gets the differences and the files to write, while the temporary folder is still there
 * @throws CommandError if the installation, the migration or a build fails
 */
export async function tryVersion<T>(
  options: UpgradeOptions,
  decide: (upgrade: Upgrade, files: FilesToWrite) => Promise<T>,
): Promise<T | undefined> {
  const { dir, wanted, say } = options;
  const bulletin = await readBulletinPackage(dir);
  const source = engineSource(wanted, bulletin.pinned);
  const present = await installedEngine(dir);
  if (!present) throw new CommandError('程序还没有装', '先运行 npm install');
  const trial = await mkdtemp(path.join(os.tmpdir(), 'park-bulletin-upgrade-'));
  try {
    say('装新版本到临时文件夹…');
    const next = await installTrial(trial, { ...options, bulletin, source });
    const tarball = tarballFile(source, dir);
    if (next.version === present.version && tarball === undefined && !isDownload(source)) return undefined;
    const pages = await buildBoth(trial, options);
    const migrated = await changedContent(trial, options);
    const kept = tarball === undefined ? undefined : await keptTarball(tarball, dir);
    const pinned = kept?.source ?? (isDownload(source) ? source : next.version);
    const manifest = Buffer.from(
      withEngine(bulletin.text, pinned, next.allowScripts, usedOptional(bulletin, next)),
    );
    const old = keptFile(bulletin.pinned, dir);
    const program: [string, Uint8Array | undefined][] = [
      ...(old === undefined ? [] : [[old, undefined] as [string, undefined]]),
      ...(kept === undefined ? [] : [[kept.file, kept.bytes] as [string, Uint8Array]]),
    ];
    const changelog = path.join(trial, 'node_modules', ENGINE, 'CHANGELOG.md');
    const [from, to] = [present.version, next.version];
    const upgrade = {
      from,
      to,
      major: isMajorStep(from, to),
      older: compareVersions(from, to) > 0,
      pages,
      migrated: [...migrated.keys()],
      changes: changesBetween(await readFile(changelog, 'utf8').catch(ifMissing('')), from, to),
    };
    return await decide(upgrade, new Map([...migrated, ...program, ['package.json', manifest]]));
  } finally {
    await rm(trial, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
}

/** Installs the new version in an empty folder and returns its manifest. */
async function installTrial(
  trial: string,
  { dir, run, wanted = '', bulletin, source }: UpgradeOptions & { bulletin: BulletinPackage; source: string },
) {
  const npmrc = path.join(dir, '.npmrc');
  if (existsSync(npmrc)) await cp(npmrc, path.join(trial, '.npmrc'));
  const write = (allowScripts: Record<string, boolean>, packages: Record<string, string> = {}) =>
    writeFile(
      path.join(trial, 'package.json'),
      withEngine('{ "private": true, "type": "module" }', source, allowScripts, packages),
    );
  const npm = async (command: string) => {
    const { code, stderr } = await run('npm', [command], trial);
    if (code === 0) return;
    const { problem, fix } = explainNpm(stderr);
    throw new CommandError(`装不上 ${[ENGINE, wanted].filter(Boolean).join(' ')}：${problem}`, fix);
  };
  await write(bulletin.allowScripts);
  await npm('install');
  const next = await installedEngine(trial);
  if (!next) throw new CommandError(`${wanted} 里没有 ${ENGINE}`, '换一个程序包');
  // Only the installed version says which of its packages may run install scripts.
  if (JSON.stringify(next.allowScripts) !== JSON.stringify(bulletin.allowScripts)) {
    await write(next.allowScripts);
    await npm('rebuild');
  }
  const packages = usedOptional(bulletin, next);
  if (Object.keys(packages).length > 0) {
    await write(next.allowScripts, packages);
    await npm('install');
  }
  return next;
}

/** Builds the site with the present version and, from a migrated copy of the content, with the new one. */
async function buildBoth(trial: string, { dir, content, run, say }: UpgradeOptions): Promise<SiteDifference> {
  const engine = (folder: string) => path.join(folder, 'node_modules', ENGINE, 'bin/park-bulletin.js');
  const [before, after] = [path.join(trial, 'before'), path.join(trial, 'after')];
  say('用现在的版本生成一遍…');
  const old = await run('node', [engine(dir), 'build', '--content', content, '--outDir', before], dir);
  if (old.code !== 0) {
    throw new CommandError(`现在的版本就生成不了网站\n${old.stderr.trim()}`, '先改好上面这些，再升级');
  }
  say('用新版本生成一遍…');
  await copyContent(path.resolve(dir, content), trial);
  for (const args of [['migrate'], ['build', '--outDir', after]]) {
    const done = await run('node', [engine(trial), ...args], trial, { BULLETIN_CONTENT: 'content' });
    if (done.code === 0) continue;
    const what = args[0] === 'migrate' ? '改不了内容的格式' : '生成不了网站';
    throw new CommandError(
      `新版本${what}\n${done.stderr.trim()}`,
      '照上面说的改好内容再升级；看不懂就把这段话交给维护网站的人',
    );
  }
  return compareSites(before, after);
}

/** Copies the content and the theme beside it. */
async function copyContent(content: string, trial: string): Promise<void> {
  await mkdir(path.join(trial, 'content'), { recursive: true });
  // The content folder may be a link.
  await cp(await realpath(content), path.join(trial, 'content'), { recursive: true, verbatimSymlinks: true });
  const theme = path.join(content, '../theme');
  if (existsSync(theme)) await cp(theme, path.join(trial, 'theme'), { recursive: true });
}

/** The content files that the migration has changed in the copy, by their path in the bulletin's folder. */
async function changedContent(
  trial: string,
  { dir, content }: Pick<UpgradeOptions, 'dir' | 'content'>,
): Promise<Map<string, Uint8Array | undefined>> {
  const [own, copy] = [path.resolve(dir, content), path.join(trial, 'content')];
  const [before, after] = await Promise.all([namesIn(own), namesIn(copy)]);
  const changed = new Map<string, Uint8Array | undefined>();
  for (const name of new Set([...before, ...after])) {
    const read = (folder: string) => readFile(path.join(folder, name)).catch(ifMissing(undefined));
    const [old, now] = await Promise.all([read(own), read(copy)]);
    const isSame = old === now || (old && now && old.equals(now));
    if (!isSame) changed.set(path.relative(dir, path.join(own, name)).replaceAll(path.sep, '/'), now);
  }
  return changed;
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
