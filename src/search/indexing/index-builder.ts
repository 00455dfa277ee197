import { fingerprint } from '../../build-cache/fingerprint-fs.ts';
import { catalogueOf, charactersOf, sumCounts } from '../shared/catalogue.ts';
import { indexHtml } from './index-html.ts';
import { segmentsOf } from '../shared/segments.ts';
import { keyOf } from '../../build-cache/file-store.ts';
import { writeFiles, writeHead } from './index-files.ts';
import { SegmentDraft } from './segment-draft.ts';
import { pagefindProgram } from './pagefind.ts';
import type { IndexedSegment, SegmentCache } from './segment-cache.ts';

/**
 * Articles of a segment: more of them make a change dearer and need more memory, fewer make the
 * reader load more files.
 */
export const MAX_ARTICLES_IN_SEGMENT = 1000;
/** What makes a segment's index what it is, besides its articles. */
const MADE_BY = ['src/search', 'src/core', 'package.json'];

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
  /** Where pages that are still to come go. */
  readonly #awaited = new Map<string, PromiseWithResolvers<string>>();
  readonly #program = pagefindProgram();
  /** One segment at a time is in the memory. */
  #indexing: Promise<unknown> = Promise.resolve();

  /**
   * @param folder where the index goes
   * @param articles in the order in which they will come
   */
  constructor(
    folder: string,
    articles: PlannedArticle[],
    { cache, most = MAX_ARTICLES_IN_SEGMENT }: IndexOptions = {},
  ) {
    this.#folder = folder;
    this.#cache = cache;
    const places = new Map(articles.map(({ url }, place) => [url, place]));
    const placeOf = (url = '') => places.get(url) ?? 0;
    for (const { url, read } of articles) if (!read) this.#awaited.set(url, Promise.withResolvers());
    this.#segments = segmentsOf([...places.keys()], most)
      .toSorted((a, b) => placeOf(a.urls[0]) - placeOf(b.urls[0]))
      .map(({ name, urls }) =>
        this.#write(
          name,
          urls.flatMap((url) => articles[placeOf(url)] ?? []),
        ),
      );
    // Faults are told by `finish`.
    for (const work of [this.#program, ...this.#segments]) work.catch(() => undefined);
  }

  /** Takes a page that has been rendered. */
  add(url: string, html: string): void {
    this.#awaited.get(url)?.resolve(html);
  }

  /** Ends the index, once all pages are there. */
  async finish(): Promise<void> {
    const written = await Promise.all(this.#segments);
    this.#cache?.removeOthers();
    // Their names are months.
    const newestFirst = written.toSorted((a, b) => (a.name < b.name ? 1 : -1));
    // Of one date, in the order of their addresses, however the archive is cut.
    const articles = written
      .flatMap((segment) => segment.articles)
      .toSorted((a, b) => (a.url < b.url ? -1 : 1));
    const characters = charactersOf(sumCounts(written.map((segment) => segment.characters)));
    const names = newestFirst.map(({ name }) => name);
    writeHead(this.#folder, await this.#program, newestFirst, catalogueOf(articles, names, characters));
  }

  /** Writes a segment as soon as it is made: only then are its files out of the memory. */
  async #write(name: string, articles: PlannedArticle[]): Promise<WrittenSegment> {
    const { files, ...known } = await this.#segment(name, articles);
    writeFiles(this.#folder, files);
    return { ...known, name };
  }

  /** A segment's index, from the cache where its articles are as they were. */
  async #segment(name: string, articles: PlannedArticle[]): Promise<IndexedSegment> {
    const pages = this.#digestOf(name, ...articles.flatMap(({ url, key }) => [url, key]));
    return this.#cache?.findPages(pages) ?? this.#inTurn(() => this.#index(name, articles, pages));
  }

  async #index(name: string, articles: PlannedArticle[], pages: string): Promise<IndexedSegment> {
    const draft = new SegmentDraft(name);
    for (const { url, read } of articles) {
      const html = await (read?.() ?? this.#awaited.get(url)?.promise);
      this.#awaited.delete(url);
      if (html !== undefined) draft.add(url, indexHtml(html));
    }
    // Under another template the text may be as it was.
    const content = this.#digestOf(draft.digest());
    const made = this.#cache?.findContent(content) ?? (await draft.finish());
    return this.#cache?.put({ pages, content }, made) ?? made;
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
