/**
 * Files of Pagefind's index that follow from the catalogue: the entry file and the `.pf_meta` of each segment. The
 * browser makes them and does not load them: they are a fifth of the bytes of a query, and each costs a request.
 */
import { Cbor } from './cbor.ts';
import { LANGUAGE } from './segments.ts';
import { PAGEFIND_VERSION } from './pagefind-version.ts';

/** The data of a segment that the browser needs before it loads any of its files. */
export interface ListedSegment {
  name: string;
  /** Digest of all its files, in the name of each, see `fileId`. */
  digest: string;
  /** Number of its articles. */
  count: number;
  /** The first word of each chunk, ascending; a word is one character. */
  words: string;
}

/** The first bytes of each of Pagefind's files, before compression. */
export const SIGNATURE = 'pagefind_dcd';
/** The first bytes of a text in GB 18030, as many: the browser makes UTF-8 of it. */
export const GB_SIGNATURE = 'bulletin_gb1';
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
  const code = word.codePointAt(0) ?? 0;
  const chunk = [...segment.words].filter((first) => (first.codePointAt(0) ?? 0) <= code).length - 1;
  return chunk < 0 ? undefined : `index/${fileId(segment, chunk)}.pf_index`;
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
 * @returns the bytes with the signature, not compressed, which Pagefind takes too
 */
export function metaOf(segment: ListedSegment): Uint8Array<ArrayBuffer> {
  const meta = new Cbor().array(6).text(PAGEFIND_VERSION).array(segment.count);
  for (let page = 0; page < segment.count; page += 1) {
    // The number of words, which only ranking uses, and the fragment's group, which it has none of.
    meta.array(3).text(fileId(segment, page)).unsigned(1).text('');
  }
  const words = [...segment.words];
  meta.array(words.length);
  for (const [chunk, word] of words.entries()) {
    const last = lastBefore(words[chunk + 1]);
    meta.array(3).text(word).text(last).text(fileId(segment, chunk));
  }
  // No filters, no sort orders, no metadata fields.
  meta.array(0).array(0).array(0);
  const signature = new TextEncoder().encode(SIGNATURE);
  const bytes = new Uint8Array(signature.length + meta.bytes.length);
  bytes.set(signature);
  bytes.set(meta.bytes, signature.length);
  return bytes;
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
