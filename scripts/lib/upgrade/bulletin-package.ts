import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ifMissing } from '../../../src/core/system-error.ts';
import { CommandError } from '../command-error.ts';
import { isDownload, tarballFile } from '../kept-tarball.ts';

export const ENGINE = 'park-bulletin';
/** A version or a tag of the registry. */
export const VERSION = /^(?:\d+\.\d+\.\d+(?:-[\w.-]+)?|[a-z][a-z-]*)$/u;

interface Manifest {
  name?: string;
  version?: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  allowScripts?: Record<string, boolean>;
}

/** A bulletin's package.json. */
export interface BulletinPackage {
  text: string;
  /** The engine as it is pinned: a version, `file:` with a tarball, or the address of one. */
  pinned: string;
  allowScripts: Record<string, boolean>;
}

/** @throws CommandError if the folder holds no bulletin that pins the engine */
export async function readBulletinPackage(dir: string): Promise<BulletinPackage> {
  const text = await readFile(path.join(dir, 'package.json'), 'utf8').catch(ifMissing(undefined));
  const manifest = text === undefined ? undefined : parseManifest(text);
  if (manifest?.name === ENGINE) {
    throw new CommandError(
      '这里是程序自己的仓库，不是刊物：upgrade 只给装了程序的刊物用',
      '换新版本的程序用 Git（git pull，然后 npm ci）；刊物在别处的，到那个文件夹里运行',
    );
  }
  const pinned = manifest?.dependencies?.[ENGINE];
  if (text === undefined || pinned === undefined) {
    throw new CommandError(
      '这里不是刊物的文件夹：没有 package.json，或者里面没有写明 park-bulletin 的版本',
      '到刊物的文件夹里运行；还没有刊物，用 park-bulletin new bulletin <文件夹> 新建',
    );
  }
  return { text, pinned, allowScripts: manifest?.allowScripts ?? {} };
}

/** An engine as its own package.json describes it. */
export interface InstalledEngine {
  version: string;
  allowScripts: Record<string, boolean>;
  /** Packages that only some bulletins need, each with the version that this engine works with. */
  optional: Record<string, string>;
}

/** The engine that is installed in a folder; undefined if there is none. */
export async function installedEngine(dir: string): Promise<InstalledEngine | undefined> {
  const file = path.join(dir, 'node_modules', ENGINE, 'package.json');
  const text = await readFile(file, 'utf8').catch(ifMissing(undefined));
  const {
    version,
    allowScripts = {},
    peerDependencies: optional = {},
  } = (text === undefined ? undefined : parseManifest(text)) ?? {};
  return version === undefined ? undefined : { version, allowScripts, optional };
}

/**
 * What npm installs for the wanted engine: a version, a tag, `file:` with a tarball, or its address.
 * @param typed as on the command line; undefined for the newest version
 * @param pinned the present engine as package.json names it
 * @throws CommandError if it is none of them, or if only a registry could know the newest version
 */
export function engineSource(typed: string | undefined, pinned: string): string {
  if (typed === undefined) {
    if (VERSION.test(pinned)) return 'latest';
    throw new CommandError(
      `程序不是从 npm 的下载站装的（${pinned}），不知道哪一版是最新的`,
      '取来新版本的程序包，写上它：npm run upgrade -- park-bulletin-0.2.0.tgz',
    );
  }
  const file = tarballFile(typed, process.cwd());
  if (file !== undefined) {
    if (existsSync(file)) return `file:${file}`;
    throw new CommandError(`没有 ${typed} 这个文件`, '写对文件名，或者写版本号，例如 0.2.0');
  }
  if (VERSION.test(typed) || isDownload(typed)) return typed;
  throw new CommandError(
    `“${typed}”不是版本号，也不是程序包（.tgz）`,
    '写成 0.2.0 这样的版本号，或者 .tgz 文件',
  );
}

/** The optional packages of an engine that a bulletin has installed, in the versions of this engine. */
export function usedOptional(
  { text }: BulletinPackage,
  { optional }: InstalledEngine,
): Record<string, string> {
  const used = parseManifest(text)?.dependencies ?? {};
  return Object.fromEntries(Object.entries(optional).filter(([name]) => name in used));
}

/** The text of package.json with another engine, and the packages and install scripts that it needs. */
export function withEngine(
  text: string,
  source: string,
  allowScripts: Record<string, boolean>,
  packages: Record<string, string> = {},
): string {
  const manifest = JSON.parse(text) as Manifest;
  const nameOf = (spec: string) => spec.replace(/(?<=.)@.*$/u, '');
  const named = new Set(Object.keys(allowScripts).map(nameOf));
  const others = Object.entries(manifest.allowScripts ?? {}).filter(([spec]) => !named.has(nameOf(spec)));
  const changed: Manifest = {
    ...manifest,
    dependencies: { ...manifest.dependencies, ...packages, [ENGINE]: source },
    allowScripts: { ...Object.fromEntries(others), ...allowScripts },
  };
  return `${JSON.stringify(changed, null, 2)}\n`;
}

function parseManifest(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    return undefined;
  }
}
