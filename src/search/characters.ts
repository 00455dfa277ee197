import { isSymbol, tokensOf } from './fold.ts';

/** What the search must know of the index before it asks: a small file beside it. */
export interface IndexedCharacters {
  /** Every symbol that occurs, for Pagefind's `includeCharacters`: of others it would find nothing. */
  symbols: string;
  /** The most frequent characters, the most frequent first: their parts of the index are the largest. */
  common: string;
}

const MOST_COMMON = 400;

/** Counts the characters of all indexed texts. */
export function countCharacters(texts: string[]): IndexedCharacters {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const token of tokensOf(text.toLowerCase())) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  const byCount = [...counts].toSorted(([a, of], [b, ofOther]) => ofOther - of || (a < b ? -1 : 1));
  return {
    symbols: [...counts.keys()].filter(isSymbol).toSorted().join(''),
    common: byCount
      .slice(0, MOST_COMMON)
      .map(([character]) => character)
      .join(''),
  };
}
