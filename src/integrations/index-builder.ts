import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { catalogueOf, charactersOf, countCharacters, sumCounts, symbolsOf } from '../search/catalogue.ts';
import { fold, isSymbol } from '../search/fold.ts';
import { type IndexedArticle, indexHtml } from '../search/index-html.ts';
import { LANGUAGE, segmentsOf } from '../search/segments.ts';
import { CHUNK_SIZE, indexPages, type PagefindIndex } from './pagefind.ts';
import type { IndexedSegment, SegmentCache } from './segment-cache.ts';

/**
 * Articles of a segment: more of them make a change dearer and need more memory, fewer make the
 * reader load more files.
 */
export const MOST_IN_SEGMENT = 1000;
/** What else makes a segment's index what it is, besides its articles. */
const MADE_BY = ['2', manifest.dependencies.pagefind, CHUNK_SIZE];
/**
 * Symbols that texts usually hold. Pagefind must be told of all symbols before the first page is
 * there; a segment with others is indexed once more.
 */
const USUAL_SYMBOLS = [
  ...[
    [0x21, 0x7e],
    [0xa1, 0xff],
    [0x2010, 0x2027],
    [0x2030, 0x205e],
    [0x2100, 0x214f],
    [0x2190, 0x22ff],
  ],
  ...[
    [0x25a0, 0x26ff],
    [0x3001, 0x303f],
    [0x3200, 0x33ff],
    [0xff01, 0xffee],
  ],
]
  .flatMap(([first = 0, last = 0]) => charactersBetween(first, last))
  .filter((character) => isSymbol(character) && fold(character) === character);

/** An article's page that is to be indexed. */
export interface PlannedArticle {
  /** Its address below the root of the site, `issues/2022-09/a/`. */
  url: string;
  /** The same for the same page. */
  key: string;
  /** Gives its HTML, where it is there already; else it comes by `add`. */
  read?: () => Promise<string>;
}

type Copy = IndexedArticle & { url: string };

/** Makes a site's search index while its pages are rendered. */
export class IndexBuilder {
  readonly #cache: SegmentCache | undefined;
  readonly #names: string[];
  readonly #segments: Promise<IndexedSegment>[];
  /** Where pages that are still to come go. */
  readonly #awaited = new Map<string, PromiseWithResolvers<Copy>>();
  /** One segment at a time: each has a process with hundreds of megabytes. */
  #indexing: Promise<unknown> = Promise.resolve();

  /**
   * @param articles in the order in which they will come
   * @param cache where segments of earlier builds are; none by default
   * @param most how many articles a segment may have
   */
  constructor(
    articles: PlannedArticle[],
    { cache, most = MOST_IN_SEGMENT }: { cache?: SegmentCache | undefined; most?: number } = {},
  ) {
    this.#cache = cache;
    const byUrl = new Map(articles.map((article) => [article.url, article]));
    for (const { url, read } of articles) if (!read) this.#awaited.set(url, Promise.withResolvers());
    const segments = segmentsOf([...byUrl.keys()], most);
    this.#names = segments.map(({ name }) => name).reverse();
    this.#segments = segments.map((segment) =>
      this.#segment(
        segment.name,
        segment.urls.flatMap((url) => byUrl.get(url) ?? []),
      ),
    );
    // Faults are told when the index is written.
    for (const segment of this.#segments) segment.catch(() => undefined);
  }

  /** Takes a page that has been rendered. */
  add(url: string, html: string): void {
    this.#awaited.get(url)?.resolve({ url, ...indexHtml(html) });
  }

  /** Writes the index, once all pages are there. */
  async write(folder: string): Promise<void> {
    for (const below of ['index', 'fragment']) mkdirSync(path.join(folder, below), { recursive: true });
    const segments: Omit<IndexedSegment, 'files'>[] = [];
    const entries: Entry[] = [];
    for (const segment of this.#segments) {
      const { files, ...known } = await segment;
      segments.push(known);
      entries.push(writeSegment(folder, files));
    }
    await this.#cache?.removeOthers();
    const characters = charactersOf(sumCounts(segments.map((segment) => segment.characters)));
    const articles = segments.flatMap((segment) => segment.articles);
    writeJson(folder, 'catalogue.json', catalogueOf(articles, this.#names, characters));
    writeJson(folder, ENTRY, entryOf(entries, this.#names, characters.symbols));
  }

  /** A segment's index, from the cache where its articles are as they were. */
  async #segment(name: string, articles: PlannedArticle[]): Promise<IndexedSegment> {
    const pages = digestOf([name, ...articles.flatMap(({ url, key }) => [url, key])]);
    const same = await this.#cache?.find({ name, pages });
    if (same) return same;
    const copies: Copy[] = [];
    const arriving = this.#copies(articles, copies);
    let made: IndexedSegment | undefined;
    if (await this.#cache?.knows(name)) {
      // Its text may be as it was, under another template.
      for await (const copy of arriving) void copy;
      made = await this.#cache?.find({ name, content: contentOf(name, copies) });
      made ??= await this.#inTurn(() => indexSegment(name, copies, copies));
    } else made = await this.#inTurn(() => indexSegment(name, arriving, copies));
    await this.#cache?.put({ name, pages, content: contentOf(name, copies) }, made);
    return made;
  }

  /** The copies of articles in their order, each as soon as it is there; they are collected too. */
  async *#copies(articles: PlannedArticle[], collected: Copy[]): AsyncGenerator<Copy> {
    for (const { url, read } of articles) {
      const copy = read ? { url, ...indexHtml(await read()) } : await this.#awaited.get(url)?.promise;
      this.#awaited.delete(url);
      if (!copy) continue;
      collected.push(copy);
      yield copy;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#indexing.then(work);
    this.#indexing = done.catch(() => undefined);
    return done;
  }
}

/**
 * Indexes a segment.
 * @param arriving its pages
 * @param copies the same, all of them once the last has arrived
 */
async function indexSegment(
  name: string,
  arriving: AsyncIterable<Copy> | Iterable<Copy>,
  copies: Copy[],
): Promise<IndexedSegment> {
  const symbols = new Set(USUAL_SYMBOLS);
  const index = (pages: typeof arriving) =>
    indexPages(pages, { forceLanguage: name, includeCharacters: [...symbols].join('') });
  let made: PagefindIndex = await index(arriving);
  const characters = countCharacters(copies.map(({ text }) => text));
  const unusual = [...symbolsOf(characters)].filter((symbol) => !symbols.has(symbol));
  if (unusual.length > 0) {
    for (const symbol of unusual) symbols.add(symbol);
    made = await index(copies);
  }
  const { files, hashes } = made;
  const articles = copies.map(({ url, date, filters }) => ({
    segment: name,
    hash: hashes.get(url) ?? '',
    date,
    filters,
  }));
  return { articles, characters, files };
}

/** What Pagefind reads first. Each segment stands in it as if it were a language. */
interface Entry {
  version: string;
  languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
  include_characters: string[];
}

const ENTRY = 'pagefind-entry.json';

/** Writes a segment's files, all but its entry. */
function writeSegment(folder: string, files: IndexedSegment['files']): Entry {
  let entry = '';
  for (const { path: name, content } of files) {
    if (name === ENTRY) entry = Buffer.from(content).toString('utf8');
    else writeFileSync(path.join(folder, name), content);
  }
  return JSON.parse(entry);
}

/** One entry for all segments; the newest is the one that Pagefind opens by itself. */
function entryOf(entries: Entry[], [newest = LANGUAGE]: string[], symbols: string): Entry {
  const languages = entries.flatMap((entry) =>
    Object.entries(entry.languages).map(([name, of]) => [name === newest ? LANGUAGE : name, of]),
  );
  return {
    version: entries[0]?.version ?? '',
    languages: Object.fromEntries(languages),
    include_characters: [...symbols],
  };
}

function writeJson(folder: string, name: string, value: object): void {
  writeFileSync(path.join(folder, name), JSON.stringify(value));
}

function contentOf(name: string, copies: Copy[]): string {
  return digestOf([name, ...copies.flatMap(({ url, html }) => [url, html])]);
}

function digestOf(parts: string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([...MADE_BY, ...parts]))
    .digest('hex')
    .slice(0, 32);
}

function charactersBetween(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}
