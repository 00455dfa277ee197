import type { WordList } from '../shared/packed-chunk.ts';
import { readCbor } from './read-cbor.ts';

/**
 * Reads the lists of a chunk in Pagefind's CBOR, without what our index leaves empty: positions in metadata, and other
 * spellings.
 * @throws an error if the bytes are not a chunk
 */
export function readChunk(cbor: Uint8Array): WordList[] {
  const [words] = readCbor(cbor) as [WordList[]];
  return words.map(([word, pages]) => [word, pages.map(([page, positions]) => [page, positions])]);
}
