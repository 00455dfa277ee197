import { gunzipSync } from 'node:zlib';
import { isPacked, unpacked as unpackedChunk } from '../../src/search/shared/packed-chunk.ts';
import { chunkOf } from '../../src/search/shared/pagefind-files.ts';

interface IndexFile {
  path: string;
  content: Uint8Array;
}

type Value = number | string | Value[];

/** Decompresses one of Pagefind's files; chunks of our own index are packed instead. */
export function unpacked({ content }: IndexFile): Uint8Array {
  const chunk = new Uint8Array(content);
  const bytes = Buffer.from(isPacked(chunk) ? chunkOf(unpackedChunk(chunk) ?? []) : gunzipSync(content));
  const signature = bytes.subarray(0, 12).toString('utf8');
  if (signature === 'bulletin_gb1') return Buffer.from(new TextDecoder('gb18030').decode(bytes.subarray(12)));
  if (signature !== 'pagefind_dcd') throw new Error(`No file of Pagefind's: ${signature}`);
  return bytes.subarray(12);
}

/** Parses the subset of CBOR (RFC 8949) that Pagefind writes, independently of our encoder. */
export function readCbor(bytes: Uint8Array): Value {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const number = (kind: number): number => {
    if (kind < 24) return kind;
    const width = 2 ** (kind - 24);
    const value =
      width === 1
        ? view.getUint8(at)
        : width === 2
          ? view.getUint16(at)
          : width === 4
            ? view.getUint32(at)
            : NaN;
    at += width;
    return value;
  };
  const value = (): Value => {
    const first = view.getUint8(at);
    at += 1;
    const of = number(first & 31);
    if (first >> 5 === 0) return of;
    if (first >> 5 === 1) return -1 - of;
    if (first >> 5 === 3) {
      at += of;
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at - of, at));
    }
    if (first >> 5 === 4) return Array.from({ length: of }, value);
    throw new Error(`CBOR of another type: ${first}`);
  };
  const read = value();
  if (at !== bytes.length) throw new Error('CBOR with something after it');
  return read;
}

/** The content of an index: for each word the addresses of its pages, for each page the word's positions. */
export type Words = Record<string, Record<string, number[]>>;

/** Reads a whole index, ours or Pagefind's own; spellings with accents count as one word. */
export function readIndex(files: IndexFile[]): { pages: string[]; words: Words } {
  const only = (extension: string) => files.filter(({ path }) => path.endsWith(extension));
  const [meta] = only('.pf_meta');
  if (!meta) throw new Error('No .pf_meta');
  const [, listed, pieces] = readCbor(unpacked(meta)) as [
    string,
    [string, number][],
    [string, string, string][],
  ];
  const urls = new Map(
    only('.pf_fragment').map((file) => [
      file.path.replace(/^fragment\/|\.pf_fragment$/gu, ''),
      JSON.parse(Buffer.from(unpacked(file)).toString('utf8')).url as string,
    ]),
  );
  const pages = listed.map(([hash]) => urls.get(hash) ?? '');
  const words: Words = {};
  for (const [from, to, hash] of pieces) {
    const file = files.find(({ path }) => path === `index/${hash}.pf_index`);
    if (!file) throw new Error(`No piece ${hash}`);
    const [lists] = readCbor(unpacked(file)) as [[string, Pages, [string, Pages][]?][]];
    for (const [word, of, variants = []] of lists) {
      const inRange = Buffer.compare(Buffer.from(word), Buffer.from(from)) >= 0;
      if (!inRange || Buffer.compare(Buffer.from(word), Buffer.from(to)) > 0)
        throw new Error(`${word} is not from ${from} to ${to}`);
      const placed: Record<string, number[]> = {};
      for (const each of [of, ...variants.map(([, ofVariant]) => ofVariant)]) {
        for (const [page, places] of numbered(each)) {
          const url = pages[page] ?? '';
          placed[url] = [...new Set([...(placed[url] ?? []), ...places])].toSorted((a, b) => a - b);
        }
      }
      words[word] = placed;
    }
  }
  return { pages, words };
}

/** A word's pages, each with its positions, as encoded in Pagefind's format. */
export type Pages = [page: number, places: number[], meta?: number[]][];

/** Turns delta-encoded numbers into absolute ones. */
export function numbered(pages: Pages): [number, number[]][] {
  let page = 0;
  return pages.map(([step, steps]) => {
    page += step;
    let place = 0;
    const places = steps.flatMap((each) => {
      // A negative number is a weight; the position after it is absolute.
      place = each < 0 ? 0 : place + each;
      return each < 0 ? [] : [place];
    });
    return [page, places];
  });
}
