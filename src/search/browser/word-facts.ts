import type { Catalogue } from '../shared/catalogue.ts';
import { chainOf, type Link } from './chain.ts';
import { isSymbol } from '../shared/fold.ts';
import { isAlias } from '../shared/pagefind-files.ts';
import { isPair } from '../shared/pairs.ts';

/** What the catalogue knows of words. */
export interface WordFacts {
  /** Whether the index may have a character: it lists its symbols, and may have any other character. */
  isIndexed(character: string): boolean;
  /** The lists by which characters in succession are found. */
  chainOf(characters: string[]): Link[];
  /** Estimated bytes of the chunks by which folded texts are found. */
  bytesOf(...texts: string[]): number;
  /** How often a folded text occurs at least, if it is no accident that its characters follow each other. */
  expectedOf(text: string): number;
}

/** Bytes of a chunk of many rare characters. */
const MIN_CHUNK = 3200;
/** Bytes of a chunk of pairs. */
const PAIR_CHUNK = 4000;
/** Bytes for each article of the chunk of the most frequent character, the comma; by Zipf's law others follow. */
const COMMON_CHUNK = 78;
const ZIPF = 0.6;
/** Share of the comma among all characters. */
const COMMON_SHARE = 0.06;
/** Characters of a short article. */
const ARTICLE_LENGTH = 1000;
/** How much more often a character follows another one in words than by chance; often it is much more. */
const IN_WORDS = 3;

export function wordFacts({
  symbols,
  common,
  segments,
  dates,
}: Pick<Catalogue, 'symbols' | 'common' | 'segments' | 'dates'>): WordFacts {
  const ranks = new Map([...common].map((character, rank) => [character, rank]));
  /** Relative to the most frequent character. */
  const frequency = (character: string) => ((ranks.get(character) ?? ranks.size) + 1) ** -ZIPF;
  const bytesOfWord = (word: string) => {
    if (isPair(word)) return PAIR_CHUNK * segments.length;
    return Math.max(MIN_CHUNK * segments.length, COMMON_CHUNK * dates.length * frequency(word));
  };
  const chain = (characters: string[]) => chainOf(characters, bytesOfWord);
  return {
    isIndexed: (character) => !isAlias(character) && (!isSymbol(character) || symbols.includes(character)),
    chainOf: chain,
    bytesOf: (...texts) => {
      const words = new Set(texts.flatMap((text) => chain([...text]).map(({ word }) => word)));
      return [...words].reduce((sum, word) => sum + bytesOfWord(word), 0);
    },
    expectedOf: (text) =>
      [...text].reduce(
        (product, each) => product * COMMON_SHARE * frequency(each) * IN_WORDS,
        (dates.length * ARTICLE_LENGTH) / IN_WORDS,
      ),
  };
}
