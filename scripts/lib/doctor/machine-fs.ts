import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { access, constants, readdir, readFile, statfs } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { parseYaml } from '../../../src/core/yaml-source.ts';
import { engineFile, engineFolder, packageFile } from '../../../src/engine/engine-folder.ts';
import { ContentFolder } from '../../../src/loader/content-folder-fs.ts';
import { displayPath } from '../display-path.ts';
import { tarballFile } from '../kept-tarball.ts';
import { firstInstalled, LIBRE_OFFICE } from '../installed-tool.ts';
import { INSTALLED_BROWSERS } from '../installed-browsers.ts';
import type { Machine } from './checks.ts';

const run = promisify(execFile);

/** Collects the facts that the checks judge. Never throws: a fact that cannot be determined stays undefined. */
export async function readMachine(dir: string): Promise<Machine> {
  const [git, libreOffice, freeBytes, state, site] = await Promise.all([
    gitVersion(),
    firstInstalled(LIBRE_OFFICE),
    freeSpace(),
    folderState(dir),
    readFile(path.join(dir, 'site.yaml'), 'utf8').catch(() => undefined),
  ]);
  return {
    node: process.versions.node,
    git,
    browser: path.resolve('.') === engineFolder() ? browser() : null,
    libreOffice: libreOffice !== undefined,
    freeBytes,
    content: { folder: displayPath(dir), state },
    wrongPackages: wrongPackages(),
    engineOutside: engineOutside(),
    site: site === undefined ? undefined : parseYaml(site).data,
    newerContent: state === 'fine' ? await newerContent(dir) : undefined,
  };
}

async function gitVersion(): Promise<string | undefined> {
  const printed = await run('git', ['--version']).catch(() => undefined);
  return printed && /\d[\d.]*\d/u.exec(printed.stdout)?.[0];
}

function browser(): string | undefined {
  const given = process.env.BULLETIN_BROWSER;
  return [...(given ? [given] : INSTALLED_BROWSERS)].find((file) => existsSync(file));
}

async function freeSpace(): Promise<number | undefined> {
  const disk = await statfs('.').catch(() => undefined);
  return disk && disk.bavail * disk.bsize;
}

async function folderState(dir: string): Promise<Machine['content']['state']> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => error.code);
  if (!Array.isArray(names)) return names === 'ENOENT' || names === 'ENOTDIR' ? 'missing' : 'unreadable';
  if (!names.includes('site.yaml')) return 'missing';
  const may = (file: string, mode: number) =>
    access(file, mode).then(
      () => true,
      () => false,
    );
  if (!(await may(path.join(dir, 'site.yaml'), constants.R_OK))) return 'unreadable';
  return (await may(dir, constants.W_OK)) ? 'fine' : 'read-only';
}

async function newerContent(dir: string): Promise<Machine['newerContent']> {
  const folder = await ContentFolder.open(dir).catch(() => undefined);
  return folder?.isNewer ? folder.diagnostics[0] : undefined;
}

/** The engine's dependencies, and in a bulletin the engine itself, that are not installed as pinned. */
function wrongPackages(): Machine['wrongPackages'] {
  const own = manifest(engineFile('package.json'));
  const packages = Object.entries(own?.dependencies ?? {}).map(([name, pinned]) => ({
    name,
    pinned,
    installed: installedVersion(name),
  }));
  const pinned = manifest('package.json')?.dependencies?.['park-bulletin'];
  // A tarball or a folder has no version to compare.
  const isVersion = pinned !== undefined && /^\d+\.\d+\.\d+/u.test(pinned);
  if (isVersion) packages.unshift({ name: 'park-bulletin', pinned, installed: own?.version });
  return packages.filter((each) => each.installed !== each.pinned);
}

/** The tarball outside the bulletin's folder that package.json names as the engine; undefined if there is none. */
function engineOutside(): string | undefined {
  const pinned = manifest('package.json')?.dependencies?.['park-bulletin'];
  const file = pinned === undefined ? undefined : tarballFile(pinned, '.');
  return file !== undefined && path.relative('.', file).startsWith('..') ? file : undefined;
}

function installedVersion(name: string): string | undefined {
  try {
    return manifest(packageFile(`${name}/package.json`))?.version;
  } catch {
    return undefined;
  }
}

function manifest(file: string): { version?: string; dependencies?: Record<string, string> } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
