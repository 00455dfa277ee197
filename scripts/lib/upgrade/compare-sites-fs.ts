import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import { compareText } from '../../../src/core/text/compare-text.ts';
import { MARKER_FILE } from '../publish/output-folder.ts';

/** Addresses of two builds of the same content, below the site root: `issues/2022-09/a/`, `404.html`. */
export interface SiteDifference {
  changed: string[];
  added: string[];
  removed: string[];
}

/** Files read at the same time. */
const MAX_PARALLEL_FILES = 16;
const TEXT = /\.(?:html|css|js|json|xml|txt|svg)$/u;
/** Names of generated assets hold a hash: `_astro/page.Dh4x_z12.css`, `fonts/0a1b2c3d.woff2`. */
const HASHED_NAMES: readonly [RegExp, string][] = [
  [/(_astro\/[^"'\s)?#/]+?)[.-][\w-]{8}(\.\w+)/gu, '$1$2'],
  [/(fonts\/)[^"'\s)?#/]+(\.woff2)/gu, '$1*$2'],
];

/**
 * Compares two built sites. Names of pages stay, names of hashed assets do not count, and the many files of the
 * search index count as one. Pictures are named after what they show, so their names count.
 */
export async function compareSites(before: string, after: string): Promise<SiteDifference> {
  const [old, now] = await Promise.all([digestsOf(before), digestsOf(after)]);
  const sorted = (addresses: Iterable<string>) => [...addresses].toSorted(compareText);
  return {
    changed: sorted([...now.keys()].filter((key) => old.has(key) && old.get(key) !== now.get(key))),
    added: sorted([...now.keys()].filter((key) => !old.has(key))),
    removed: sorted([...old.keys()].filter((key) => !now.has(key))),
  };
}

/** A digest by address; files that share an address are joined. */
async function digestsOf(dir: string): Promise<Map<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== MARKER_FILE);
  const parts = new Map<string, string[]>();
  await pLimit(MAX_PARALLEL_FILES).map(files, async (entry) => {
    const full = path.join(entry.parentPath, entry.name);
    const name = path.relative(dir, full).replaceAll(path.sep, '/');
    const bytes = await readFile(full);
    const content = TEXT.test(name) ? withoutHashes(bytes.toString()) : bytes;
    const address = addressOf(name);
    const part = address === 'pagefind/' ? `${name} ${hash('sha256', content)}` : hash('sha256', content);
    parts.set(address, [...(parts.get(address) ?? []), part]);
  });
  return new Map([...parts].map(([address, each]) => [address, each.toSorted().join('\n')]));
}

function addressOf(file: string): string {
  if (file.startsWith('pagefind/')) return 'pagefind/';
  return withoutHashes(file).replace(/(^|\/)index\.html$/u, '$1');
}

function withoutHashes(text: string): string {
  return HASHED_NAMES.reduce((result, [pattern, name]) => result.replace(pattern, name), text);
}
