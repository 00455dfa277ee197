import type { Catalogue } from '../shared/catalogue.ts';

/** What the catalogue knows of words. */
export interface WordFacts {
  /** The symbols that the index has. */
  symbols: Set<string>;
  /** Estimated bytes of the index's pieces that have a word. */
  bytesOf(word: string): number;
}

/** Bytes of a piece of many rare words. */
const MIN_PIECE = 2400;
/** Bytes for each article of the piece of the most frequent word, the comma; by Zipf's law others follow. */
const COMMON_PIECE = 78;
const ZIPF = 0.6;

export function wordFacts({
  symbols,
  common,
  segments,
  dates,
}: Pick<Catalogue, 'symbols' | 'common' | 'segments' | 'dates'>): WordFacts {
  const ranks = new Map([...common].map((character, rank) => [character, rank]));
  const bytesOf = (word: string) => {
    const rank = ranks.get(word);
    const all = rank === undefined ? 0 : COMMON_PIECE * dates.length * (rank + 1) ** -ZIPF;
    return Math.max(MIN_PIECE * segments.length, all);
  };
  return { symbols: new Set(symbols), bytesOf };
}
