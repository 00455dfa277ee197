import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import manifest from '../../package.json' with { type: 'json' };
import { type CataloguedArticle, catalogueOf, charactersOf, symbolsOf } from '../search/catalogue.ts';
import { type IndexedArticle, indexHtml } from '../search/index-html.ts';
import { LANGUAGE, type Segment, segmentsOf } from '../search/segments.ts';
import { CHUNK_SIZE, indexPages, type PagefindIndex } from './pagefind.ts';
import { noCache, openCache, type SegmentCache } from './segment-cache.ts';

/** Folder of an issue, in which each article has one of its own. */
const ISSUE = /^\d{4}-\d{2}(?:-\d{2})?$/u;
/**
 * Articles of a segment: more of them make a change dearer and need more memory, fewer make the
 * reader load more files.
 */
export const MOST_IN_SEGMENT = 1000;
/** What else makes a segment's index what it is, besides its articles. */
const MADE_BY = ['1', manifest.dependencies.pagefind, CHUNK_SIZE];

/** Makes the search index of the article pages once they are written. */
export function searchIndex(): AstroIntegration {
  let cache = noCache;
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = openCache(fileURLToPath(new URL('search-index/', config.cacheDir)));
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        await writeIndex(root, (await articleUrls(root)).toSorted(), { cache });
      },
    },
  };
}

/** Not from the `pages` of the hook: those are the rendered ones, without the kept ones (see kept-files.ts). */
async function articleUrls(root: string): Promise<string[]> {
  const issues = (await readdir(path.join(root, 'issues'))).filter((name) => ISSUE.test(name));
  const urls = issues.map(async (issue) => {
    const entries = await readdir(path.join(root, 'issues', issue), { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? `issues/${issue}/${entry.name}/` : []));
  });
  return (await Promise.all(urls)).flat();
}

export interface IndexOptions {
  /** Where segments of earlier builds are; none by default. */
  cache?: SegmentCache;
  /** How many articles a segment may have. */
  most?: number;
}

/**
 * Indexes built pages.
 * @param root folder of the built site; the index goes to its `pagefind/`
 * @param urls the articles' addresses below it, `issues/2022-09/a/`
 */
export async function writeIndex(
  root: string,
  urls: string[],
  { cache = noCache, most = MOST_IN_SEGMENT }: IndexOptions = {},
): Promise<void> {
  const folder = path.join(root, 'pagefind');
  const articles: (CataloguedArticle & { text: string })[] = [];
  const entries: Entry[] = [];
  const segments = segmentsOf(urls, most);
  for (const segment of segments) {
    const copies = await readArticles(root, segment);
    const { files, hashes } = await indexOf(segment, copies, cache);
    entries.push(await writeSegment(folder, files));
    for (const { url, date, filters, text } of copies) {
      articles.push({ segment: segment.name, hash: hashes.get(url) ?? '', date, filters, text });
    }
  }
  await cache.removeOthers();
  const characters = charactersOf(articles.map(({ text }) => text));
  const names = segments.map(({ name }) => name).reverse();
  await writeJson(folder, 'catalogue.json', catalogueOf(articles, names, characters));
  await writeJson(folder, ENTRY, entryOf(entries, names));
}

type Copy = IndexedArticle & { url: string };

async function readArticles(root: string, { urls }: Segment): Promise<Copy[]> {
  const pages = await Promise.all(
    urls.map(async (url) => {
      const page = await readFile(path.join(root, url, 'index.html'), 'utf8');
      // An old address below an issue is a page that only leads on.
      return page.includes('data-pagefind-body') ? [{ url, ...indexHtml(page) }] : [];
    }),
  );
  return pages.flat();
}

/** A segment's index, from the cache where its articles are as they were. */
async function indexOf(segment: Segment, copies: Copy[], cache: SegmentCache): Promise<PagefindIndex> {
  const digest = createHash('sha256').update([...MADE_BY, segment.name].join('\n'));
  for (const { url, html } of copies) digest.update(`\n${url}\n${html}`);
  const key = digest.digest('hex').slice(0, 32);
  const known = await cache.get(key);
  if (known) return known;
  const made = await indexPages(copies, {
    forceLanguage: segment.name,
    includeCharacters: symbolsOf(copies.map(({ text }) => text)),
  });
  await cache.put(key, made);
  return made;
}

/** What Pagefind reads first. Each segment stands in it as if it were a language. */
interface Entry {
  version: string;
  languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
  include_characters: string[];
}

const ENTRY = 'pagefind-entry.json';

/** Writes a segment's files, all but its entry. */
async function writeSegment(folder: string, files: PagefindIndex['files']): Promise<Entry> {
  for (const below of ['index', 'fragment']) await mkdir(path.join(folder, below), { recursive: true });
  let entry = '';
  for (const { path: name, content } of files) {
    if (name === ENTRY) entry = Buffer.from(content).toString('utf8');
    else await writeFile(path.join(folder, name), content);
  }
  return JSON.parse(entry);
}

/** One entry for all segments; the newest is the one that Pagefind opens by itself. */
function entryOf(entries: Entry[], [newest = LANGUAGE]: string[]): Entry {
  const languages = entries.flatMap((entry) =>
    Object.entries(entry.languages).map(([name, of]) => [name === newest ? LANGUAGE : name, of]),
  );
  return {
    version: entries[0]?.version ?? '',
    languages: Object.fromEntries(languages),
    include_characters: [...new Set(entries.flatMap((entry) => entry.include_characters))],
  };
}

async function writeJson(folder: string, name: string, value: object): Promise<void> {
  await writeFile(path.join(folder, name), JSON.stringify(value));
}
