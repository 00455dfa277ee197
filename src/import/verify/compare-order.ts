import { type Block, type Manuscript, originalOf, spansOf, withoutWhitespace } from '../manuscript.ts';

/** A run of text as a page draws it. */
export interface DrawnRun {
  text: string;
  page: number;
  /** Left end of its base line, its length and its size, in points. */
  x: number;
  y: number;
  width: number;
  size: number;
}

/** Shorter runs may stand in several places. */
const MIN_LENGTH = 6;
/** Distance of two lines of a column, and difference of their left ends, in sizes of the type. */
const MAX_LEADING = 2.2;
const MAX_INDENT = 2.6;
const MAX_FINDINGS = 5;

/**
 * Compares the order of the text with the page: the characters of a run in the order in which they are drawn, and
 * the lines of a column from its top. Text that is not in the blocks, such as running heads, has no place to compare.
 * @returns the runs that are out of order, as printed
 */
export function runsOutOfOrder(
  runs: readonly DrawnRun[],
  { blocks, nonBodyText }: Pick<Manuscript, 'blocks' | 'nonBodyText'>,
): DrawnRun[] {
  const read = comparable(blocks.map((block) => textIn(block, true)).join(''));
  const dropped = comparable(
    [...blocks.map((block) => textIn(block, false)), ...nonBodyText.map(originalOf)].join(''),
  );
  const places = new Map<DrawnRun, number>();
  const out = new Set<DrawnRun>();
  const characters = new Set(read);
  for (const run of runs) {
    const text = comparable(run.text);
    if (text.length < MIN_LENGTH || run.width <= 0 || dropped.includes(text)) continue;
    const at = read.indexOf(text);
    if (at >= 0 && read.indexOf(text, at + 1) < 0) places.set(run, at);
    else if (at < 0 && [...text].every((each) => characters.has(each)) && !isSetApart(run.text, read))
      out.add(run);
  }
  const placed = [...places.keys()];
  for (const run of placed) {
    const next = below(run, placed);
    if (next && (places.get(next) ?? 0) < (places.get(run) ?? 0)) out.add(next);
  }
  return [...out].slice(0, MAX_FINDINGS);
}

/** Whether the words of a run with spaces stand in the text one by one, as those of a row of cells. */
function isSetApart(text: string, read: string): boolean {
  const words = text.trim().split(/\s+/u).map(comparable);
  return words.length > 1 && words.every((word) => read.includes(word));
}

/** The line right below a run in the same column. */
function below(run: DrawnRun, runs: readonly DrawnRun[]): DrawnRun | undefined {
  const near = runs.filter(
    ({ page, x, y, size }) =>
      page === run.page &&
      Math.abs(size - run.size) < 0.5 &&
      run.y - y > run.size * 0.6 &&
      run.y - y <= run.size * MAX_LEADING &&
      Math.abs(x - run.x) <= run.size * MAX_INDENT,
  );
  return near.toSorted((a, b) => b.y - a.y)[0];
}

/** The text of a block that is kept, or the text that is dropped. */
function textIn(block: Block, isKept: boolean): string {
  return spansOf(block)
    .filter(({ dropped }) => (dropped === undefined) === isKept)
    .map(originalOf)
    .join('');
}

function comparable(text: string): string {
  return withoutWhitespace(text).replace(/\p{Cf}/gu, '');
}
