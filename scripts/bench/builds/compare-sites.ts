import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** The text of one in this many articles is compared. */
const SAMPLE_EVERY = 20;
const ARTICLE = /^issues\/\d{4}-\d{2}\/[^/]+\/$/u;
/** Hugo numbers the pages of a list `page/2/`, and redirects `page/1/` to the list. */
const HUGO_NUMBER = /page\/(\d+)\/$/u;
const PARAGRAPH = /<p>([^<]+)<\/p>/gu;

/** The content of a built site. */
export interface SitePages {
  /** Addresses of its pages, relative to the site: `issues/2022-09/a/`. */
  addresses: Set<string>;
  /** Paragraphs of some of its articles, by address. */
  paragraphs: Map<string, string[]>;
  /** Size in MB (2^20 bytes), including the index. */
  outputMB: number;
}

export async function readSite(site: string): Promise<SitePages> {
  const addresses = new Set<string>();
  const paragraphs = new Map<string, string[]>();
  let bytes = 0;
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    bytes += (await stat(file)).size;
    const name = path.relative(site, file).replaceAll(path.sep, '/');
    const address = pageAddress(name);
    if (address === undefined) continue;
    addresses.add(address);
    if (!ARTICLE.test(address) || Number(/\d+\/$/u.exec(address)?.[0].slice(0, -1)) % SAMPLE_EVERY !== 0)
      continue;
    const html = await readFile(file, 'utf8');
    paragraphs.set(
      address,
      [...html.matchAll(PARAGRAPH)].map(([, text]) => (text ?? '').trim()),
    );
  }
  return { addresses, paragraphs, outputMB: Number((bytes / 2 ** 20).toFixed(1)) };
}

/** The address of a page from the name of its file; none for other files. */
function pageAddress(name: string): string | undefined {
  if (!name.endsWith('.html') || name.startsWith('pagefind/')) return undefined;
  const address = name.replace(/index\.html$/u, '');
  const number = HUGO_NUMBER.exec(address)?.[1];
  if (number === '1') return undefined;
  return number === undefined ? address : address.replace(HUGO_NUMBER, `${number}/`);
}

/**
 * Finds pages and paragraphs of our site that a peer's site lacks.
 * @returns Chinese lines, one for each; none if nothing is missing
 */
export function missingIn(peer: SitePages, ours: SitePages): string[] {
  const pages = [...ours.addresses].filter((address) => !peer.addresses.has(address));
  const texts = [...ours.paragraphs].filter(([address, paragraphs]) => {
    const has = new Set(peer.paragraphs.get(address));
    // Every article has at least one paragraph without inline markup.
    return !paragraphs.some((text) => text.length > 100) || !paragraphs.every((text) => has.has(text));
  });
  return [
    ...pages.map((address) => `缺少页面 /${address}`),
    ...texts.map(([address]) => `/${address} 的正文和本刊的不一样`),
  ];
}
