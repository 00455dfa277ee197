import type { WordList } from '../../shared/packed-chunk.ts';

type Value = number | string | Value[];

/** Reads the lists of a chunk from the CBOR that `PostingLists` writes: arrays, texts, unsigned integers. */
export function readChunk(cbor: Uint8Array): WordList[] {
  let at = 0;
  const size = (kind: number): number => {
    if (kind < 24) return kind;
    let number = 0;
    for (let left = 2 ** (kind - 24); left > 0; left -= 1) number = number * 256 + (cbor[at++] ?? 0);
    return number;
  };
  const value = (): Value => {
    const first = cbor[at++] ?? 0;
    const number = size(first & 31);
    if (first >> 5 === 0) return number;
    if (first >> 5 === 4) return Array.from({ length: number }, value);
    at += number;
    return new TextDecoder().decode(cbor.subarray(at - number, at));
  };
  const [words] = value() as [[string, [number, number[], number[]][], Value[]][]];
  return words.map(([word, pages]) => [word, pages.map(([page, positions]) => [page, positions])]);
}
