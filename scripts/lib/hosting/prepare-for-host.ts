import { hash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isSystemError } from '../../../src/core/system-error.ts';
import { isCompressedCopy, isServed } from '../../../src/hosting/file-rules.ts';
import type { HostFiles } from '../../../src/hosting/hosted-site.ts';
import { type Host, HOSTS, type HostName, redirectsWithin } from '../../../src/hosting/hosts.ts';
import type { FileDigests, Manifest } from '../../../src/hosting/manifest.ts';
import { CommandError } from '../command-error.ts';
import { displayPath } from '../display-path.ts';
import { writeCompressedCopies } from './compressed-copies.ts';

/** Name of the manifest in the folder beside the site. */
export const MANIFEST_FILE = 'manifest.json';

/** The folder beside a site for what belongs to it and is not published. */
export function folderBeside(site: string): string {
  return `${site}.hosting`;
}

export interface HostOptions {
  host: HostName;
  /** Base path, `/` or `/daokan/`. */
  base: string;
  /** Folder that the server will read. */
  root: string;
  /** All former addresses, with the base path. */
  redirects: readonly { from: string; to: string }[];
  /** A folder for compressed copies that the next build can reuse. */
  cache: string;
}

/** Files to write into the folder beside the site once the site is in place. */
export interface PreparedSite {
  manifest: Manifest;
  beside: HostFiles['beside'];
  /** Sizes of the compressed copies in the site, in bytes. */
  copies: number[];
}

/** Adds to a built site what its host reads there: configuration, compressed copies. */
export async function prepareForHost(site: string, options: HostOptions): Promise<PreparedSite> {
  const { base, root } = options;
  const host: Host = HOSTS[options.host];
  const redirects = options.redirects
    // Redirect only addresses that have a stub page: elsewhere a page or an older redirect has the address.
    .filter(({ from }) => existsSync(path.join(site, decodeURI(from.slice(base.length)), 'index.html')))
    .map(({ from, to }) => ({ from, to }));
  const files = filesOf(site);
  const manifest: Manifest = {
    version: 1,
    host: options.host,
    base,
    files: await digestsOfFiles(site, files.filter(isServed)),
    redirects,
  };
  const { inside, beside } = hostFiles(manifest, root);
  for (const [name, text] of Object.entries(inside)) await writeFile(path.join(site, name), text);
  const copies = host.copies ? await writeCompressedCopies(site, files, options.cache) : [];
  return { manifest, beside, copies };
}

/**
 * What a host reads in a site and beside it.
 * @param root folder that the server reads
 */
export function hostFiles(manifest: Manifest, root: string): HostFiles {
  const { base, redirects } = manifest;
  const host: Host = HOSTS[manifest.host as HostName];
  return host.files({ base, root, redirects: redirectsWithin(host, redirects) }, manifest);
}

/** Writes the manifest and the host's files beside the site; each is replaced as a whole. */
export async function writeBeside(
  folder: string,
  { manifest, beside }: Pick<PreparedSite, 'manifest' | 'beside'>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const texts = { ...beside, [MANIFEST_FILE]: `${JSON.stringify(manifest, null, 1)}\n` };
  for (const [name, text] of Object.entries(texts)) {
    const file = path.join(folder, name);
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  }
}

/**
 * Reads a manifest.
 * @throws CommandError if the file is none
 */
export async function readManifest(file: string): Promise<Manifest> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isSystemError(error, 'EISDIR')) return '';
    throw error;
  });
  const manifest = parsed(text);
  if (
    manifest?.version === 1 &&
    manifest.host !== undefined &&
    Object.hasOwn(HOSTS, manifest.host) &&
    manifest.files
  )
    return manifest as Manifest;
  throw new CommandError(
    `${displayPath(file)} 不是这一版程序写的清单`,
    '用 npm run build -- --host 再生成一次，写明放到哪一家',
  );
}

function parsed(text: string): Partial<Manifest> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Paths of all files of a site, with `/`, sorted; without compressed copies. */
export function filesOf(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !isCompressedCopy(file))
    .sort();
}

/** Digests of files of a site, by path. */
export async function digestsOfFiles(
  site: string,
  files: readonly string[],
): Promise<Record<string, FileDigests>> {
  const digests: Record<string, FileDigests> = {};
  for (const file of files) {
    const bytes = await readFile(path.join(site, file));
    digests[file] = {
      bytes: bytes.length,
      sha256: hash('sha256', bytes),
      md5: hash('md5', bytes, 'base64'),
    };
  }
  return digests;
}
