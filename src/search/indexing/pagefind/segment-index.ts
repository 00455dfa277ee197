import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import pLimit from 'p-limit';
import { countCharacters, DIGEST_LENGTH, pageId } from '../../shared/catalogue.ts';
import { metaFile } from '../../shared/pagefind-entry.ts';
import type { IndexedArticle } from '../index-html.ts';
import { Cbor } from './cbor.ts';
import { PAGEFIND_VERSION } from '../../shared/pagefind-version.ts';
import { keyOf } from '../../../build-cache/file-store.ts';
import { type Chunk, PostingLists } from './posting-lists.ts';
import type { IndexedSegment } from '../segment-cache.ts';

/**
 * Pages plus positions per chunk. With larger chunks the browser loads more words it did not ask for; with
 * smaller ones `.pf_meta` lists more chunks. `npm run bench:search` measures both.
 */
const MAX_CHUNK_SIZE = 1500;
/** The first bytes of each of Pagefind's files, before compression. */
const SIGNATURE = 'pagefind_dcd';
/** Files compressed in parallel; each needs 256 KB of memory. */
const MAX_PARALLEL_GZIPS = 32;

const compress = promisify(gzip);

/** A segment whose files are in memory, not in the cache. */
type UncachedSegment = Omit<IndexedSegment, 'files'> & { files: { path: string; content: Uint8Array }[] };

interface NamedFile {
  path: string;
  content: string | Uint8Array;
}

/**
 * Builds a segment's index in Pagefind's format. Pagefind itself needs half a megabyte of memory per article
 * and twice the time. Data that only Pagefind's ranking uses is left out: weights, words of `meta`, word counts.
 */
export class SegmentIndex {
  readonly #name: string;
  readonly #lists = new PostingLists();
  readonly #articles: IndexedSegment['articles'] = [];
  readonly #fragments: string[] = [];
  readonly #texts: string[][] = [];

  constructor(name: string) {
    this.#name = name;
  }

  /** Adds an article. The order of articles determines the bytes of the index. */
  add(url: string, { words, printed, meta, anchors, date, filters }: IndexedArticle): void {
    this.#lists.add(this.#articles.length, words);
    const fragment = JSON.stringify({
      url,
      content: printed,
      word_count: words.length,
      filters: {},
      meta,
      // Pagefind requires `element` and `text`; this search does not use them. Locations are places in the text.
      anchors: anchors.map((anchor) => ({ element: 'h2', text: '', ...anchor })),
    });
    this.#articles.push({ url, date, filters });
    this.#fragments.push(fragment);
    this.#texts.push(words);
  }

  /** A digest of everything that was added. */
  digest(): string {
    return keyOf(JSON.stringify([this.#name, this.#articles, this.#fragments]));
  }

  /** Encodes and compresses the files of the segment. */
  async finish(): Promise<UncachedSegment> {
    const lists = this.#lists.chunks(MAX_CHUNK_SIZE);
    // One digest for all, see `pageId`. A change affects most chunks anyway.
    const digests = [...lists.map(({ bytes }) => bytes), ...this.#fragments].map((content) => keyOf(content));
    const digest = keyOf(digests.join()).slice(0, DIGEST_LENGTH);
    const idOf = (number: number) => pageId(this.#name, digest, number);
    const chunks = lists.map((chunk, number) => ({ ...chunk, hash: idOf(number) }));
    const meta = metaOf(
      this.#fragments.map((_, page) => idOf(page)),
      chunks,
    );
    const hash = `${this.#name}_${keyOf(meta).slice(0, 18)}`;
    const files: NamedFile[] = [
      { path: metaFile(hash), content: meta },
      ...chunks.map(({ hash, bytes }) => ({ path: `index/${hash}.pf_index`, content: bytes })),
      ...this.#fragments.map((content, page) => ({ path: `fragment/${idOf(page)}.pf_fragment`, content })),
    ];
    return {
      hash,
      articles: this.#articles,
      characters: countCharacters(this.#texts),
      files: await compressed(files),
    };
  }
}

/** `.pf_meta`, which Pagefind loads first of a segment (`pagefind_web/src/metadata.rs`): its pages and chunks. */
function metaOf(pages: string[], chunks: (Chunk & { hash: string })[]): Uint8Array {
  const meta = new Cbor().array(6).text(PAGEFIND_VERSION).array(pages.length);
  // The number of words, which only ranking uses, and the fragment's group, which it has none of.
  for (const page of pages) meta.array(3).text(page).unsigned(1).text('');
  meta.array(chunks.length);
  for (const { from, to, hash } of chunks) meta.array(3).text(from).text(to).text(hash);
  // No filters, no sort orders, no metadata fields.
  return meta.array(0).array(0).array(0).bytes;
}

async function compressed(files: NamedFile[]): Promise<UncachedSegment['files']> {
  return pLimit(MAX_PARALLEL_GZIPS).map(files, async ({ path, content }) => {
    const whole = Buffer.concat([Buffer.from(SIGNATURE), Buffer.from(content)]);
    return { path, content: await compress(whole) };
  });
}
