import { figureStart } from '../shared/figures.ts';
import { isPaired } from '../shared/pairs.ts';

/** A character of a phrase, found by a list of the index: that of the character, or of a pair in which it is. */
export interface Link {
  /** The character or pair. */
  word: string;
  /** The place of the character in the pair, else 0. */
  place: number;
}

/** The characters by which the index has a folded text. */
export function charactersOf(folded: string, isFigure: boolean): string[] {
  const [first = '', ...others] = folded;
  return isFigure ? [figureStart(first), ...others] : [...folded];
}

/**
 * The lists by which characters in succession are found, one for each character: those with the fewest bytes.
 * @param bytesOf bytes of a word's list
 */
export function chainOf(characters: string[], bytesOf: (word: string) => number): Link[] {
  let next: Chain = { bytes: 0, links: [] };
  let afterNext = next;
  for (let at = characters.length - 1; at >= 0; at -= 1) {
    const [before, character = '', following] = [characters[at - 1], characters[at], characters[at + 1]];
    const ways: Chain[] = [extended([{ word: character, place: 0 }], next, bytesOf)];
    if (following !== undefined && isPaired(character, following)) {
      const word = character + following;
      ways.push(
        extended(
          [0, 1].map((place) => ({ word, place })),
          afterNext,
          bytesOf,
        ),
      );
    }
    // The pair with the character before finds it, even if another pair finds that one.
    if (before !== undefined && isPaired(before, character))
      ways.push(extended([{ word: before + character, place: 1 }], next, bytesOf));
    const [best = next] = ways.sort((a, b) => a.bytes - b.bytes);
    afterNext = next;
    next = best;
  }
  return next.links;
}

interface Chain {
  bytes: number;
  links: Link[];
}

/** A chain with links of one word before it. */
function extended(links: Link[], { bytes, links: others }: Chain, bytesOf: (word: string) => number): Chain {
  return { bytes: bytes + bytesOf(links[0]?.word ?? ''), links: [...links, ...others] };
}
