import { fingerprint } from '../loader/fingerprint-fs.ts';
import { catalogueOf, charactersOf, sumCounts } from '../search/catalogue.ts';
import { indexHtml } from '../search/index-html.ts';
import { segmentsOf } from '../search/segments.ts';
import { keyOf } from './file-store.ts';
import { writeHead, writeSegment } from './index-files.ts';
import { type Copy, indexSegment } from './index-segment.ts';
import type { IndexedSegment, SegmentCache } from './segment-cache.ts';

/**
 * Articles of a segment: more of them make a change dearer and need more memory, fewer make the
 * reader load more files.
 */
export const MOST_IN_SEGMENT = 1000;
/** What makes a segment's index what it is, besides its articles. */
const MADE_BY = ['src/search', 'src/integrations', 'package-lock.json'];

/** An article's page that is to be indexed. */
export interface PlannedArticle {
  /** Its address below the root of the site, `issues/2022-09/a/`. */
  url: string;
  /** The same for the same page. */
  key: string;
  /** Gives its HTML, where it is there already; else it comes by `add`. */
  read?: () => Promise<string>;
}

export interface IndexOptions {
  /** Where segments of earlier builds are; none by default. */
  cache?: SegmentCache | undefined;
  /** How many articles a segment may have. */
  most?: number;
}

/** A segment whose files are written. */
type WrittenSegment = Omit<IndexedSegment, 'files'> & { name: string };

/** Makes a site's search index while its pages are rendered. */
export class IndexBuilder {
  readonly #folder: string;
  readonly #cache: SegmentCache | undefined;
  readonly #madeBy = fingerprint(MADE_BY);
  /** As they come, or are found. */
  readonly #segments: Promise<WrittenSegment>[];
  /** Names of the segments, the oldest first. */
  readonly #names: string[];
  /** Where pages that are still to come go. */
  readonly #awaited = new Map<string, PromiseWithResolvers<Copy>>();
  /** One segment at a time: each has a process with hundreds of megabytes. */
  #indexing: Promise<unknown> = Promise.resolve();

  /**
   * @param folder where the index goes
   * @param articles in the order in which they will come
   */
  constructor(
    folder: string,
    articles: PlannedArticle[],
    { cache, most = MOST_IN_SEGMENT }: IndexOptions = {},
  ) {
    this.#folder = folder;
    this.#cache = cache;
    const places = new Map(articles.map(({ url }, place) => [url, place]));
    const placeOf = (url = '') => places.get(url) ?? 0;
    for (const { url, read } of articles) if (!read) this.#awaited.set(url, Promise.withResolvers());
    const segments = segmentsOf([...places.keys()], most);
    this.#names = segments.map(({ name }) => name);
    this.#segments = segments
      .toSorted((a, b) => placeOf(a.urls[0]) - placeOf(b.urls[0]))
      .map(({ name, urls }) =>
        this.#write(
          name,
          urls.flatMap((url) => articles[placeOf(url)] ?? []),
        ),
      );
    // Faults are told by `finish`.
    for (const segment of this.#segments) segment.catch(() => undefined);
  }

  /** Takes a page that has been rendered. */
  add(url: string, html: string): void {
    this.#awaited.get(url)?.resolve({ url, ...indexHtml(html) });
  }

  /** Ends the index, once all pages are there. */
  async finish(): Promise<void> {
    const written = await Promise.all(this.#segments);
    this.#cache?.removeOthers();
    const segments = this.#names.flatMap((name) => written.find((segment) => segment.name === name) ?? []);
    // Of one date, in the order of their addresses, however the archive is cut.
    const articles = segments
      .flatMap((segment) => segment.articles)
      .toSorted((a, b) => (a.url < b.url ? -1 : 1));
    const characters = charactersOf(sumCounts(segments.map((segment) => segment.characters)));
    const catalogue = catalogueOf(articles, this.#names.toReversed(), characters);
    const entries = segments.map(({ entry }) => entry);
    writeHead(this.#folder, entries, catalogue);
  }

  /** Writes a segment as soon as it is made: only then are its files out of the memory. */
  async #write(name: string, articles: PlannedArticle[]): Promise<WrittenSegment> {
    const { files, ...known } = await this.#segment(name, articles);
    writeSegment(this.#folder, files);
    return { ...known, name };
  }

  /** A segment's index, from the cache where its articles are as they were. */
  async #segment(name: string, articles: PlannedArticle[]): Promise<IndexedSegment> {
    const pages = this.#digestOf(name, ...articles.flatMap(({ url, key }) => [url, key]));
    const same = this.#cache?.findPages({ name, pages });
    if (same) return same;
    const copies: Copy[] = [];
    const arriving = this.#copies(articles, copies);
    // The text of one that was made before may be as it was, under another template.
    let made = this.#cache?.knows(name)
      ? undefined
      : await this.#inTurn(() => indexSegment(name, arriving, copies));
    for await (const copy of arriving) void copy;
    const content = this.#digestOf(name, ...copies.flatMap(({ url, html }) => [url, html]));
    made ??= this.#cache?.findContent(content);
    made ??= await this.#inTurn(() => indexSegment(name, copies, copies));
    return this.#cache?.put({ name, pages, content }, made) ?? made;
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

  #digestOf(...parts: string[]): string {
    return keyOf(JSON.stringify([this.#madeBy, ...parts]));
  }
}
