/** A word of the dictionary, or a character that is in none, and where it begins. */
export interface Word {
  text: string;
  index: number;
}

let segmenter: Intl.Segmenter | undefined;

/** Words of a text. Give it a clause at a time: older engines need the square of its length. */
export function wordsOf(text: string): Word[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words: Word[] = [];
  for (const { segment, index } of segmenter.segment(text)) words.push({ text: segment, index });
  return words;
}

/** Clauses longer than this are cut around the character that is asked for. */
const REACH = 24;

/** The run of hanzi around an index, at most `REACH` to each side. */
export function clauseAround(text: string, index: number): { text: string; from: number } {
  let from = index;
  while (from > 0 && index - from < REACH && isHanzi(text[from - 1])) from -= 1;
  let to = index;
  while (to < text.length && to - index < REACH && isHanzi(text[to])) to += 1;
  return { text: text.slice(from, to), from };
}

/** Words around an index, in indices of the whole text. */
export function wordsAround(text: string, index: number): Word[] {
  const clause = clauseAround(text, index);
  return wordsOf(clause.text).map((word) => ({ text: word.text, index: word.index + clause.from }));
}

/** Whether a word of the dictionary holds both the character before the index and the one at it. */
export function isInsideWord(text: string, index: number): boolean {
  return wordsAround(text, index).some((word) => word.index < index && index < word.index + word.text.length);
}

export function isHanzi(sign: string | undefined): boolean {
  return sign !== undefined && sign >= '\u3400' && sign <= '\u9FFF';
}

/** Hanzi of the basic planes, for patterns. */
export const HANZI = '\\u3400-\\u9FFF';
