import pLimit from 'p-limit';
import { compareText } from '#core/text/compare-text.ts';
import { fingerprint } from '../../build-cache/fingerprint-fs.ts';
import { catalogueOf, charactersOf, sumCounts } from './build-catalogue.ts';
import { indexHtml } from './index-html.ts';
import { segmentsOf } from '../shared/segments.ts';
import { keyOf } from '../../build-cache/file-store.ts';
import { writeFiles, writeSiteFiles } from './index-files.ts';
import { pagefindProgram, SegmentIndex } from './pagefind/index.ts';
import type { IndexedSegment, SegmentCache } from './segment-cache.ts';

/**
 * Larger segments make rebuilds more expensive and need more memory; with smaller ones the reader loads more
 * files.
 */
export const MAX_ARTICLES_IN_SEGMENT = 1000;
/** Code that determines a segment's index, together with its articles. */
const CODE = ['src/search', 'src/core', 'package.json'];

/** An article's page to be indexed. */
export interface PlannedArticle {
  /** Its address relative to the root of the site, `issues/2022-09/a/`. */
  url: string;
  /** Equal for equal pages. */
  key: string;
  /** Reads its HTML if the page exists already. Otherwise the build passes it to `add`. */
  read?: () => Promise<string>;
}

export interface IndexOptions {
  /** Segments of earlier builds; no cache by default. */
  cache?: SegmentCache | undefined;
  /** Maximum number of articles per segment. */
  maxArticles?: number;
}

/** A segment whose files have been written. */
type WrittenSegment = Omit<IndexedSegment, 'files'>;

/** Builds a site's search index while its pages are rendered. */
export class IndexBuilder {
  readonly #folder: string;
  readonly #cache: SegmentCache | undefined;
  readonly #codeDigest = fingerprint(CODE);
  readonly #segments: Promise<WrittenSegment>[];
  /** Pages that are not rendered yet, by address. */
  readonly #awaited = new Map<string, PromiseWithResolvers<string>>();
  readonly #program = pagefindProgram();
  /** Indexes one segment at a time, so that only one is in memory. */
  readonly #inTurn = pLimit(1);

  /**
   * @param folder output folder of the index
   * @param articles in the order in which they will be rendered
   */
  constructor(
    folder: string,
    articles: PlannedArticle[],
    { cache, maxArticles = MAX_ARTICLES_IN_SEGMENT }: IndexOptions = {},
  ) {
    this.#folder = folder;
    this.#cache = cache;
    const positions = new Map(articles.map(({ url }, position) => [url, position]));
    const positionOf = (url = '') => positions.get(url) ?? 0;
    for (const { url, read } of articles) if (!read) this.#awaited.set(url, Promise.withResolvers());
    this.#segments = segmentsOf([...positions.keys()], maxArticles)
      .toSorted((a, b) => positionOf(a.urls[0]) - positionOf(b.urls[0]))
      .map(({ name, urls }) =>
        this.#write(
          name,
          urls.flatMap((url) => articles[positionOf(url)] ?? []),
        ),
      );
    // `finish()` rethrows errors; until then, the rejections must not count as unhandled.
    for (const work of [this.#program, ...this.#segments]) work.catch(() => undefined);
  }

  /** Receives a rendered page. */
  add(url: string, html: string): void {
    this.#awaited.get(url)?.resolve(html);
  }

  /**
   * Completes the index. Call it after all pages have been added.
   * @throws the first error of any segment, or of reading Pagefind's program
   */
  async finish(): Promise<void> {
    const written = await Promise.all(this.#segments);
    this.#cache?.dropUnused();
    // A segment's name is its first month.
    const oldestFirst = written.toSorted((a, b) => compareText(a.listed.name, b.listed.name));
    const characters = charactersOf(sumCounts(written.map((segment) => segment.characters)));
    const catalogue = catalogueOf(
      oldestFirst.flatMap(({ articles }) => articles),
      characters,
    );
    const listed = oldestFirst.map((segment) => segment.listed);
    writeSiteFiles(this.#folder, await this.#program, listed.toReversed(), catalogue);
  }

  /** Writes a segment as soon as it is built, to free the memory of its files. */
  async #write(name: string, articles: PlannedArticle[]): Promise<WrittenSegment> {
    const { files, ...segment } = await this.#segment(name, articles);
    writeFiles(this.#folder, files);
    return segment;
  }

  /**
   * Returns a segment's index, from the cache if its pages have not changed. Its articles are in the order of
   * their addresses, which articles of the same date keep in the results, however the archive is divided.
   */
  async #segment(name: string, planned: PlannedArticle[]): Promise<IndexedSegment> {
    const articles = planned.toSorted((a, b) => compareText(a.url, b.url));
    const pages = this.#digestOf(name, ...articles.flatMap(({ url, key }) => [url, key]));
    return this.#cache?.findPages(pages) ?? this.#inTurn(() => this.#index(name, articles, pages));
  }

  async #index(name: string, articles: PlannedArticle[], pages: string): Promise<IndexedSegment> {
    const segment = new SegmentIndex(name);
    for (const { url, read } of articles) {
      const html = await (read?.() ?? this.#awaited.get(url)?.promise);
      this.#awaited.delete(url);
      if (html !== undefined) segment.add(url, indexHtml(html));
    }
    // A changed template may leave the indexed content unchanged.
    const content = this.#digestOf(segment.digest());
    const indexed = this.#cache?.findContent(content) ?? (await segment.finish());
    return this.#cache?.put({ pages, content }, indexed) ?? indexed;
  }

  #digestOf(...parts: string[]): string {
    return keyOf(JSON.stringify([this.#codeDigest, ...parts]));
  }
}
