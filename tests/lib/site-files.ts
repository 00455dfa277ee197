import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { UNLISTED } from '../../src/core/published-addresses.ts';

/** Paths of all files of a built site, with `/`, sorted. */
export async function siteFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

/** Pages that no list names: later pages of lists, the page for printing an issue, the form. */
const UNNAMED = /^\/admin\/|^\/(?!issues)[^/]+\/[^/]+\/\d+\/$|^\/issues\/[^/]+\/print\/$/u;

/** The addresses of all pages of a site that must stay reachable. */
export async function builtAddresses(dir: string): Promise<string[]> {
  return (await siteFiles(dir))
    .filter((file) => file.endsWith('index.html'))
    .map((file) => `/${file.slice(0, -'index.html'.length)}`)
    .filter((address) => !UNLISTED.has(address) && !UNNAMED.test(address))
    .sort();
}

/** SHA-256 of every file of a built site, by its path. */
export async function digestsOf(dir: string): Promise<Record<string, string>> {
  const names = await siteFiles(dir);
  const digests = names.map(async (name) => hash('sha256', await readFile(path.join(dir, name))));
  return Object.fromEntries((await Promise.all(digests)).map((digest, index) => [names[index], digest]));
}

/** All HTML pages by their path. */
export async function htmlPages(dir: string): Promise<Map<string, string>> {
  const names = (await siteFiles(dir)).filter((name) => name.endsWith('.html'));
  const pages = await Promise.all(
    names.map(async (name) => [name, await readFile(path.join(dir, name), 'utf8')] as const),
  );
  return new Map(pages);
}

const attribute = (html: string, names: string) =>
  [...html.matchAll(new RegExp(`\\s(?:${names})="([^"]*)"`, 'gu'))].map(([, value = '']) =>
    value.replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
  );

/**
 * Broken links and references: those without a target in the built site.
 * @param base the base path of the site
 */
export async function brokenLinks(dir: string, base: string): Promise<string[]> {
  const files = new Set(await siteFiles(dir));
  const pages = await htmlPages(dir);
  const ids = new Map([...pages].map(([name, html]) => [name, new Set(attribute(html, 'id'))]));
  const broken = new Set<string>();
  for (const [name, html] of pages) {
    const urls = attribute(html, 'href|src|action').concat(
      attribute(html, 'srcset').flatMap((set) => set.split(', ').map((one) => one.split(' ')[0] ?? '')),
    );
    for (const url of urls) {
      if (/^(?:https?:|mailto:|tel:|data:)/u.test(url)) continue;
      const [address = '', anchor] = url.split('#');
      const target = address === '' ? name : targetFile(address.split('?')[0] ?? '', base);
      const known = target !== undefined && files.has(target);
      if (!known) broken.add(`${name}: ${url}`);
      else if (anchor && !ids.get(target)?.has(anchor) && !ids.get(target)?.has(decodeURIComponent(anchor))) {
        broken.add(`${name}: ${url}`);
      }
    }
  }
  return [...broken].sort();
}

function targetFile(address: string, base: string): string | undefined {
  if (!address.startsWith(base)) return undefined;
  const file = decodeURIComponent(address.slice(base.length));
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
}
