import { THOUSANDS } from './fold.ts';

const DIGIT = /^\d$/u;
const IN_FIGURE = new Set([...'0123456789.,', THOUSANDS]);
const SIGNS = new Set('%‰‱°');
/** A folded figure with its final sign: it must match as a whole. */
const WHOLE_FIGURE = /^\d[\d.,٬]*(?:[%‰‱]|°c?)$/u;
/** Bold zero: folding leaves no bold digits, so that they are free for `figureStart`. */
const BOLD_ZERO = 0x1d7ce;

/** Whether a folded query is a figure with its sign, which is never part of a longer one: 5% is not 15%. */
export function isFigure(folded: string): boolean {
  return WHOLE_FIGURE.test(folded);
}

/** The word that the index has for a digit, besides the digit itself, where a figure with a sign begins. */
export function figureStart(digit: string): string {
  return String.fromCodePoint(BOLD_ZERO + Number(digit));
}

/** Whether a word of the index is one of these. */
export function isFigureStart(word: string): boolean {
  const digit = (word.codePointAt(0) ?? 0) - BOLD_ZERO;
  return digit >= 0 && digit <= 9;
}

/** The places at which figures with a sign begin: in 1.5%, 105℃ those of both 1, in 3,5% those of 3 and 5. */
export function figurePlaces(words: string[]): number[] {
  const places: number[] = [];
  for (const [place, word] of words.entries()) {
    if (!DIGIT.test(word) || continuesFigure(words, place)) continue;
    let end = place;
    while (IN_FIGURE.has(words[end] ?? '')) end += 1;
    if (SIGNS.has(words[end] ?? '')) places.push(place);
  }
  return places;
}

function continuesFigure(words: string[], place: number): boolean {
  const [before = '', last = ''] = [words[place - 2], words[place - 1]];
  return DIGIT.test(last) || ((last === '.' || last === THOUSANDS) && DIGIT.test(before));
}
