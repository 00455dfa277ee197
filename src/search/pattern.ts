import { bare, tokensOf } from './fold.ts';

/** A regular expression's source for a folded text, white space aside. */
export function pattern(folded: string): string {
  return tokensOf(folded).map(escaped).join('\\s*');
}

/** The same, whatever punctuation stands between its characters. */
export function loosePattern(folded: string): string {
  return tokensOf(bare(folded)).map(escaped).join('[^\\p{Alphabetic}\\p{N}]*');
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
}
