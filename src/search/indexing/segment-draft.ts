import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import pLimit from 'p-limit';
import { countCharacters } from '../shared/catalogue.ts';
import type { IndexedArticle } from './index-html.ts';
import { TOKEN_GAP } from '../shared/fold.ts';
import { Cbor } from './cbor.ts';
import { keyOf } from '../../build-cache/file-store.ts';
import { type Piece, PostingLists } from './posting-lists.ts';
import type { IndexedSegment } from './segment-cache.ts';

/**
 * Pages and places of a piece of the index: larger pieces bring more that was not asked for, smaller
 * ones are more to be listed. The benchmark of the search holds the figures.
 */
const MOST_IN_PIECE = 1500;
/** Stands at the head of each of Pagefind's files. */
const SIGNATURE = 'pagefind_dcd';
/** Files that are compressed at once; each takes a quarter of a megabyte. */
const AT_ONCE = 32;

const compress = promisify(gzip);

/** A segment that has just been made: all its files are in the memory. */
type MadeSegment = Omit<IndexedSegment, 'files'> & { files: { path: string; content: Uint8Array }[] };

interface NamedFile {
  path: string;
  content: string | Uint8Array;
}

/**
 * A segment's index in Pagefind's format (of version 1.6, see `PostingLists`). It is made here, not by
 * Pagefind: that takes half a megabyte of memory for each article, and twice as long. Left out is what only
 * Pagefind's ranking uses: weights, words of `meta`, numbers of words.
 */
export class SegmentDraft {
  readonly #name: string;
  readonly #lists = new PostingLists();
  readonly #articles: IndexedSegment['articles'] = [];
  readonly #fragments: NamedFile[] = [];
  readonly #texts: string[] = [];
  readonly #hashes = new Set<string>();

  constructor(name: string) {
    this.#name = name;
  }

  /** Adds an article; their order decides the bytes of the index. */
  add(url: string, { tokens, meta, anchors, date, filters, text }: IndexedArticle): void {
    this.#lists.add(this.#articles.length, tokens);
    const content = tokens.join(TOKEN_GAP);
    const fragment = JSON.stringify({
      url,
      content,
      word_count: tokens.length,
      filters: {},
      meta,
      // Pagefind's program wants to know of what they are; nothing here asks it.
      anchors: anchors.map((anchor) => ({ element: 'h2', text: '', ...anchor })),
    });
    const hash = this.#hashOf(fragment);
    this.#articles.push({ url, segment: this.#name, hash, date, filters });
    this.#fragments.push({ path: `fragment/${this.#name}_${hash}.pf_fragment`, content: fragment });
    this.#texts.push(text);
  }

  /** All that was added, as a digest. */
  digest(): string {
    return keyOf(JSON.stringify([this.#name, this.#articles, this.#fragments.map(({ content }) => content)]));
  }

  async finish(): Promise<MadeSegment> {
    const lists = this.#lists.pieces(MOST_IN_PIECE);
    // A change moves most of them; a digest for each would be half of what is loaded first.
    const digest = keyOf(Buffer.concat(lists.map(({ bytes }) => bytes))).slice(0, 10);
    const pieces = lists.map((piece, number) => ({
      ...piece,
      hash: `${this.#name}_${digest}${number.toString(36)}`,
    }));
    const meta = metaOf(
      this.#articles.map(({ hash }) => `${this.#name}_${hash}`),
      pieces,
    );
    const hash = `${this.#name}_${keyOf(meta).slice(0, 18)}`;
    const files: NamedFile[] = [
      { path: `pagefind.${hash}.pf_meta`, content: meta },
      ...pieces.map((piece) => ({ path: `index/${piece.hash}.pf_index`, content: piece.bytes })),
      ...this.#fragments,
    ];
    return {
      hash,
      articles: this.#articles,
      characters: countCharacters(this.#texts),
      files: await compressed(files),
    };
  }

  /** A short digest that no other article of the segment has. */
  #hashOf(fragment: string): string {
    const whole = keyOf(fragment);
    let length = 7;
    while (this.#hashes.has(whole.slice(0, length))) length += 1;
    const hash = whole.slice(0, length);
    this.#hashes.add(hash);
    return hash;
  }
}

/** What Pagefind's program loads first of an index (pagefind_web/src/metadata.rs): its pages, its pieces. */
function metaOf(pages: string[], pieces: (Piece & { hash: string })[]): Uint8Array {
  const meta = new Cbor().array(6).text('').array(pages.length);
  for (const page of pages) meta.array(2).text(page).unsigned(1);
  meta.array(pieces.length);
  for (const { from, to, hash } of pieces) meta.array(3).text(from).text(to).text(hash);
  // No filters, no orders, no fields of metadata.
  return meta.array(0).array(0).array(0).bytes;
}

async function compressed(files: NamedFile[]): Promise<MadeSegment['files']> {
  return pLimit(AT_ONCE).map(files, async ({ path, content }) => {
    const whole = Buffer.concat([Buffer.from(SIGNATURE), Buffer.from(content)]);
    return { path, content: await compress(whole) };
  });
}
