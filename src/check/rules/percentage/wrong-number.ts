/** A number of a sentence that its other numbers contradict. */
export interface WrongNumber {
  index: number;
  length: number;
  problem: string;
}

/** Percentage points by which a rounded percentage may differ. */
export const MAX_ROUNDING_POINTS = 1;

/** A match from one of its numbers to its end. */
export function wrongFrom(
  { 0: found, index }: RegExpExecArray,
  number: string,
  problem: string,
): WrongNumber {
  const from = found.lastIndexOf(number);
  return { index: index + from, length: found.length - from, problem };
}

/** A match from its first figure to its end. */
export function wrongFromFirstFigure({ 0: found, index }: RegExpExecArray, problem: string): WrongNumber {
  const from = found.search(/\d/u);
  return { index: index + from, length: found.length - from, problem };
}
