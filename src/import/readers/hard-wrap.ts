/** Line widths at which programs wrapped text, in half-width columns. */
const MIN_WIDTH = 40;
const MAX_WIDTH = 100;
/** A full line may be shorter by a full-width character and a punctuation mark that must not start a line. */
const MAX_SLACK = 4;
/** Fewer continuation lines are no evidence. */
const MIN_WRAPPED_LINES = 4;
/** Share of full lines among the lines before an unindented line. */
const MIN_FULL_SHARE = 0.9;

/**
 * Finds hard-wrapped lines, as in old e-mail and DOS text: lines have a fixed width and paragraphs start
 * with an indent.
 * @param lines without trailing white space
 * @returns indices of the lines that continue the previous line; empty if it is uncertain
 */
export function wrappedLines(lines: string[]): Set<number> {
  const widths = lines.map(widthOf);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (widest < MIN_WIDTH || widest > MAX_WIDTH) return new Set();
  const isFull = (index: number) => (widths[index] ?? 0) >= widest - MAX_SLACK;
  const isIndented = (index: number) => /^(?:\u3000{2}|\u3000 | {4}|\t)/u.test(lines[index] ?? '');
  const continuing = lines.flatMap((line, index) =>
    index > 0 && line !== '' && lines[index - 1] !== '' && !isIndented(index) ? [index] : [],
  );
  const wrapped = continuing.filter((index) => isFull(index - 1));
  const indentedCount = lines.filter((line, index) => line !== '' && isIndented(index) && index > 0).length;
  const isCertain =
    wrapped.length >= MIN_WRAPPED_LINES &&
    indentedCount >= 2 &&
    wrapped.length >= continuing.length * MIN_FULL_SHARE;
  return new Set(isCertain ? wrapped : []);
}

/** Width of a line in columns: hanzi and Chinese punctuation take two. */
function widthOf(line: string): number {
  let width = 0;
  for (const character of line) width += character < '\u2000' ? 1 : 2;
  return width;
}
