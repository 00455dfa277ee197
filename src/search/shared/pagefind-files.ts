/**
 * Files of Pagefind's index that follow from the catalogue: the entry file and the `.pf_meta` of each segment. The
 * browser makes them and does not load them: they are a fifth of the bytes of a query, and each costs a request.
 */
import { Cbor } from './cbor.ts';
import { pagesIn, type WordList } from './packed-chunk.ts';
import { isPair, orderOf } from './pairs.ts';
import { LANGUAGE } from './segments.ts';
import { PAGEFIND_VERSION } from './pagefind-version.ts';

/** The data of a segment that the browser needs before it loads any of its files. */
export interface ListedSegment {
  name: string;
  /** Digest of all its files, in the name of each, see `fileId`. */
  digest: string;
  /** Number of its articles. */
  count: number;
  /**
   * The first word of each chunk of single characters, ascending: its code point, as the difference from the last. That
   * takes half of the bytes of the characters.
   */
  characters: number[];
  /** The first word of each chunk of pairs (see `isPaired`), two characters each, ascending. */
  pairs: string;
}

/** The first bytes of each of Pagefind's files, before compression. */
export const SIGNATURE = 'pagefind_dcd';
/** The first bytes of a text in GB 18030, as many: the browser makes UTF-8 of it. */
export const GB_SIGNATURE = 'bulletin_gb1';
const FIRST_ALIAS = 0x10_0000;
/** Characters of a segment's digest. */
export const DIGEST_LENGTH = 10;

/** Pagefind's program for texts that it does not stem. */
export const WASM_FILE = 'wasm.unknown.pagefind';
/** Name of Pagefind's entry file in the folder of an index. */
export const ENTRY_FILE = 'pagefind-entry.json';

/** Name of a segment's `.pf_meta`. */
export function metaFile(segment: Pick<ListedSegment, 'name' | 'digest'>): string {
  return `pagefind.${hashOf(segment)}.pf_meta`;
}

/**
 * Pagefind's id of an article or a chunk, which names its file too. The digest is that of the whole segment: one
 * for each file could not be compressed.
 * @param number of the article or the chunk in its segment
 */
export function fileId(segment: Pick<ListedSegment, 'name' | 'digest'>, number: number): string {
  return `${hashOf(segment)}${number.toString(36)}`;
}

/** Path of the chunk that has a word if the segment has it at all; undefined if the word is before all of them. */
export function chunkFile(segment: ListedSegment, word: string): string | undefined {
  const { characters } = segment;
  const [firsts, before] = isPair(word)
    ? [pairsIn(segment.pairs), characters.length]
    : [charactersIn(characters), 0];
  const order = orderOf(word);
  const chunk = firsts.filter((first) => orderOf(first) <= order).length - 1;
  return chunk < 0 ? undefined : chunkPath(segment, before + chunk);
}

/** Path of the chunk that Pagefind loads for an alias of a pair: no such file exists, it is made from a pair's list. */
export function aliasFile(segment: ListedSegment, alias: number): string {
  return chunkPath(segment, chunksOf(segment) + alias);
}

/** The characters that are aliases, see `aliasFile`: for private use, in the last plane. In texts they are not found. */
export function aliasCharacters(count: number): string {
  return Array.from({ length: count }, (_, alias) => String.fromCodePoint(FIRST_ALIAS + alias)).join('');
}

/** Whether a character may be an alias. */
export function isAlias(character: string): boolean {
  return (character.codePointAt(0) ?? 0) >= FIRST_ALIAS;
}

function chunkPath(segment: ListedSegment, chunk: number): string {
  return `index/${fileId(segment, chunk)}.pf_index`;
}

/** Number of a segment's chunks. */
function chunksOf({ characters, pairs }: ListedSegment): number {
  return characters.length + pairsIn(pairs).length;
}

function charactersIn(steps: number[]): string[] {
  let code = 0;
  return steps.map((step) => (code += step)).map((each) => String.fromCodePoint(each));
}

function pairsIn(characters: string): string[] {
  return characters.match(/../gsu) ?? [];
}

/**
 * The text of Pagefind's entry file. It lists each segment as if it were a language. Pagefind opens the newest
 * one by itself, the others on request.
 * @param version of Pagefind's program
 * @param segments the newest first
 * @param symbols characters that are neither letters nor digits and that queries may contain
 */
export function entryFile(version: string, segments: ListedSegment[], symbols: string): string {
  const languages = segments.map((segment, index) => [
    index === 0 ? LANGUAGE : segment.name,
    { hash: hashOf(segment), wasm: 'unknown', page_count: segment.count },
  ]);
  return JSON.stringify({
    version,
    languages: Object.fromEntries(languages),
    include_characters: [...symbols],
  });
}

/**
 * `.pf_meta`, which Pagefind loads first of a segment (`pagefind_web/src/metadata.rs`): its pages and chunks.
 * @param aliases number of pairs that may be asked for by aliases
 * @returns the bytes with the signature, not compressed, which Pagefind takes too
 */
export function metaOf(segment: ListedSegment, aliases = 0): Uint8Array<ArrayBuffer> {
  const meta = new Cbor().array(6).text(PAGEFIND_VERSION).array(segment.count);
  for (let page = 0; page < segment.count; page += 1) {
    // The number of words, which only ranking uses, and the fragment's group, which it has none of.
    meta.array(3).text(fileId(segment, page)).unsigned(1).text('');
  }
  const chunks: [word: string, file: number][] = charactersIn(segment.characters).map((word, chunk) => [
    word,
    chunk,
  ]);
  const firstAlias = chunksOf(segment);
  for (const [alias, word] of [...aliasCharacters(aliases)].entries())
    chunks.push([word, firstAlias + alias]);
  meta.array(chunks.length);
  for (const [index, [word, file]] of chunks.entries()) {
    const last = lastBefore(chunks[index + 1]?.[0]);
    meta.array(3).text(word).text(last).text(fileId(segment, file));
  }
  // No filters, no sort orders, no metadata fields.
  return signed(meta.array(0).array(0).array(0));
}

/** A chunk as Pagefind has it (`pagefind_web/src/index.rs`). */
export function chunkOf(words: WordList[]): Uint8Array<ArrayBuffer> {
  const chunk = new Cbor().array(1).array(words.length);
  for (const [word, places] of words) {
    chunk.array(3).text(word).array(pagesIn(places).pages);
    for (let at = 0; at < places.length;) {
      const [page = 0, count = 0] = [places[at], places[at + 1]];
      chunk.array(3).unsigned(page).array(count);
      at += 2;
      for (const end = at + count; at < end; at += 1) chunk.unsigned(places[at] ?? 0);
      // No positions in metadata.
      chunk.array(0);
    }
    // No other spellings: what is equal is one word.
    chunk.array(0);
  }
  return signed(chunk);
}

function signed({ bytes }: Cbor): Uint8Array<ArrayBuffer> {
  const signature = new TextEncoder().encode(SIGNATURE);
  const file = new Uint8Array(signature.length + bytes.length);
  file.set(signature);
  file.set(bytes, signature.length);
  return file;
}

function hashOf({ name, digest }: Pick<ListedSegment, 'name' | 'digest'>): string {
  return `${name}_${digest}`;
}

/** The last character that is a character before another one; the last of all if there is no other one. */
function lastBefore(next: string | undefined): string {
  const code = (next?.codePointAt(0) ?? 0x11_0000) - 1;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return String.fromCodePoint(isSurrogate ? 0xd7ff : code);
}
