import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** Of how many articles one has its text compared. */
const SAMPLE_EVERY = 20;
const ARTICLE = /^issues\/\d{4}-\d{2}\/[^/]+\/$/u;
/** Hugo numbers its lists `page/2/`, and has `page/1/` lead to the list. */
const HUGO_NUMBER = /page\/(\d+)\/$/u;
const PARAGRAPH = /<p>([^<]+)<\/p>/gu;

/** What a built site holds. */
export interface SitePages {
  /** Addresses of its pages, below the site: `issues/2022-09/a/`. */
  addresses: Set<string>;
  /** Paragraphs of some of its articles, by address. */
  paragraphs: Map<string, string[]>;
  /** MB (2^20 bytes), the index included. */
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

/** The address of a page from the name of its file; nothing for other files. */
function pageAddress(name: string): string | undefined {
  if (!name.endsWith('.html') || name.startsWith('pagefind/')) return undefined;
  const address = name.replace(/index\.html$/u, '');
  const number = HUGO_NUMBER.exec(address)?.[1];
  if (number === '1') return undefined;
  return number === undefined ? address : address.replace(HUGO_NUMBER, `${number}/`);
}

/**
 * What a peer's site lacks of ours: a page, or a paragraph of an article. Nothing, where both are alike.
 * @returns in Chinese, one line each
 */
export function missingIn(peer: SitePages, ours: SitePages): string[] {
  const pages = [...ours.addresses].filter((address) => !peer.addresses.has(address));
  const texts = [...ours.paragraphs].filter(([address, paragraphs]) => {
    const has = new Set(peer.paragraphs.get(address));
    // One paragraph without a mark inside is there at least: the article's own text.
    return !paragraphs.some((text) => text.length > 100) || !paragraphs.every((text) => has.has(text));
  });
  return [
    ...pages.map((address) => `缺少页面 /${address}`),
    ...texts.map(([address]) => `/${address} 的正文和本刊的不一样`),
  ];
}
