import { phrasesOf } from './phrases.ts';

/** Text broken into lines that fit a box. */
export interface FittedText {
  lines: string[];
  size: number;
}

export interface Box {
  /** Pixels. */
  width: number;
  /** Of text in this size. */
  maxLines(size: number): number;
  /** Sizes of the font in pixels to try, the largest first. */
  sizes: readonly number[];
  /** Width of a text in em. */
  widthOf(text: string): number;
}

const CUT = '……';
/** Steps of the binary search for lines of equal width. */
const BALANCING_STEPS = 16;

/**
 * Breaks a text into lines of nearly equal width in the largest size that fits. Lines break between phrases, as on pages; none
 * begins with a closing mark or ends with an opening one (避头尾). A text that does not fit in the smallest size
 * is cut, and ends with ……
 */
export function fitLines(text: string, { width, maxLines, sizes, widthOf }: Box): FittedText {
  const pieces = phrasesOf(text.trim());
  for (const size of sizes) {
    const lines = wrap(pieces, width / size, widthOf);
    if (lines && lines.length <= maxLines(size))
      return { lines: balanced(pieces, lines, width / size, widthOf), size };
  }
  const size = sizes.at(-1) ?? 1;
  const capacity = width / size;
  const small = pieces.flatMap((piece) => (widthOf(piece.trimEnd()) > capacity ? graphemesOf(piece) : piece));
  const lines = wrap(small, capacity, widthOf) ?? [];
  const most = maxLines(size);
  if (lines.length <= most) return { lines, size };
  return {
    lines: [...lines.slice(0, most - 1), cutLine(lines[most - 1] ?? '', capacity, widthOf)],
    size,
  };
}

/** Lines filled one after the other; undefined if a piece is wider than a line. */
function wrap(pieces: readonly string[], capacity: number, widthOf: Box['widthOf']): string[] | undefined {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (widthOf(piece.trimEnd()) > capacity) return undefined;
    if (line === '' || widthOf((line + piece).trimEnd()) <= capacity) line += piece;
    else {
      lines.push(line.trimEnd());
      line = piece;
    }
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/** The same number of lines, in the narrowest box that holds them. */
function balanced(
  pieces: readonly string[],
  lines: string[],
  capacity: number,
  widthOf: Box['widthOf'],
): string[] {
  let [best, low, high] = [lines, 0, capacity];
  for (let step = 0; step < BALANCING_STEPS; step += 1) {
    const middle = (low + high) / 2;
    const narrower = wrap(pieces, middle, widthOf);
    if (narrower && narrower.length <= lines.length) [best, high] = [narrower, middle];
    else low = middle;
  }
  return best;
}

function cutLine(line: string, capacity: number, widthOf: Box['widthOf']): string {
  const kept = graphemesOf(line);
  while (kept.length > 0 && widthOf(kept.join('') + CUT) > capacity) kept.pop();
  while (/^[\p{P}\s]$/u.test(kept.at(-1) ?? '')) kept.pop();
  return kept.join('') + CUT;
}

function graphemesOf(text: string): string[] {
  return [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );
}
