/** A piece of a text and where it begins. */
export interface Piece {
  text: string;
  index: number;
}

/** The sentences of a text, parted at 。；！？ and line breaks. */
export function sentencesOf(text: string): Piece[] {
  return [...text.matchAll(/[^。；！？\n]+/gu)].map(({ 0: piece, index }) => ({ text: piece, index }));
}
