/** A piece of a text and its index. */
export interface Piece {
  text: string;
  index: number;
}

/** Splits a text at 。；！？ and line breaks. */
export function sentencesOf(text: string): Piece[] {
  return [...text.matchAll(/[^。；！？\n]+/gu)].map(({ 0: piece, index }) => ({ text: piece, index }));
}
