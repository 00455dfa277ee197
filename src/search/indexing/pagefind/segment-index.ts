import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import pLimit from 'p-limit';
import {
  DIGEST_LENGTH,
  fileId,
  GB_SIGNATURE,
  type ListedSegment,
  metaFile,
  metaOf,
  SIGNATURE,
} from '../../shared/pagefind-files.ts';
import { phrasesOf } from '#core/text/phrases.ts';
import { encodeGb18030 } from '../gb18030.ts';
import type { IndexedArticle } from '../index-html.ts';
import { keyOf } from '../../../build-cache/file-store.ts';
import { packed, type WordList } from '../../shared/packed-chunk.ts';
import { PostingLists } from './posting-lists.ts';
import type { IndexedSegment } from '../segment-cache.ts';

/**
 * Pages plus positions per chunk. With larger chunks the browser loads more words it did not ask for; with
 * smaller ones `.pf_meta` lists more chunks. `npm run bench:search` measures both.
 */
const MAX_CHUNK_SIZE = 2000;
/** The same for chunks of pairs, of which there would be as many files as articles. */
const MAX_PAIR_CHUNK_SIZE = 3000;
/** Files compressed in parallel; each needs 256 KB of memory. */
const MAX_PARALLEL_GZIPS = 32;

const compress = promisify(gzip);

/** A segment whose files are in memory, not in the cache. */
type UncachedSegment = Omit<IndexedSegment, 'files'> & { files: { path: string; content: Uint8Array }[] };

interface NamedFile {
  path: string;
  content: Uint8Array;
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
  /** Number of words of all texts. */
  #length = 0;

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
      meta: { ...meta, breaks: breaksOf(meta.title ?? '').join(' ') },
      // Pagefind requires `element` and `text`; this search does not use them. Locations are places in the text.
      anchors: anchors.map((anchor) => ({ element: 'h2', text: '', ...anchor })),
    });
    this.#articles.push({ url, date, filters });
    this.#fragments.push(fragment);
    this.#length += words.length;
  }

  /** A digest of everything that was added. */
  digest(): string {
    return keyOf(JSON.stringify([this.#name, this.#articles, this.#fragments]));
  }

  /** Encodes and compresses the files of the segment. */
  async finish(): Promise<UncachedSegment> {
    const pageLength = Math.round(this.#length / Math.max(1, this.#fragments.length));
    const characters = this.#lists.characters(MAX_CHUNK_SIZE);
    const pairs = this.#lists.pairs(MAX_PAIR_CHUNK_SIZE);
    const chunks = [...characters, ...pairs].map((words) => packed(words, pageLength));
    // One digest for all, see `fileId`. A change affects most chunks anyway.
    const digests = [...chunks, ...this.#fragments].map((content) => keyOf(content));
    const listed: ListedSegment = {
      name: this.#name,
      digest: keyOf(digests.join()).slice(0, DIGEST_LENGTH),
      count: this.#fragments.length,
      characters: stepsOf(firstWords(characters)),
      pairs: firstWords(pairs).join(''),
    };
    const packedFiles = chunks.map((content, chunk) => ({
      path: `index/${fileId(listed, chunk)}.pf_index`,
      content,
    }));
    const plainFiles: NamedFile[] = [
      { path: metaFile(listed), content: metaOf(listed) },
      ...this.#fragments.map((text, page) => ({
        path: `fragment/${fileId(listed, page)}.pf_fragment`,
        content: fragmentFile(text),
      })),
    ];
    const [meta, ...fragments] = await compressed(plainFiles);
    return {
      listed,
      articles: this.#articles,
      characters: this.#lists.counts(),
      files: [...(meta ? [meta] : []), ...packedFiles, ...fragments],
    };
  }
}

function firstWords(chunks: WordList[][]): string[] {
  return chunks.map(([first]) => first?.[0] ?? '');
}

/** The code points of characters, each as the difference from the last. */
function stepsOf(characters: string[]): number[] {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  return codes.map((code, index) => code - (codes[index - 1] ?? 0));
}

/** Where the lines of a title may break: between words. */
function breaksOf(title: string): number[] {
  let end = 0;
  const ends = phrasesOf(title).map((phrase) => (end += phrase.length));
  return ends.slice(0, -1);
}

/** A text as it is transferred, before compression. */
function fragmentFile(text: string): Uint8Array {
  const encoded = encodeGb18030(text);
  return encoded ? Buffer.concat([Buffer.from(GB_SIGNATURE), encoded]) : Buffer.from(`${SIGNATURE}${text}`);
}

async function compressed(files: NamedFile[]): Promise<UncachedSegment['files']> {
  return pLimit(MAX_PARALLEL_GZIPS).map(files, async ({ path, content }) => ({
    path,
    content: await compress(content),
  }));
}
