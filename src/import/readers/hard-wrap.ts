/** Widths at which programs broke lines, in half-width columns. */
const NARROWEST = 40;
const WIDEST = 100;
/** A line may be short of the width by a full-width character and a sign that must not begin a line. */
const SLACK = 4;
/** Fewer lines that go on prove nothing. */
const FEWEST = 4;
/** Among the lines after which none is indented, so many must be full. */
const MOSTLY = 0.9;

/**
 * Finds the lines of old e-mail and DOS text, where each line ends at one width and a paragraph begins
 * with an indent.
 * @param lines without white space at their ends
 * @returns indices of the lines that continue the line before; none where the text is not surely so
 */
export function wrappedLines(lines: string[]): Set<number> {
  const widths = lines.map(widthOf);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (widest < NARROWEST || widest > WIDEST) return new Set();
  const isFull = (index: number) => (widths[index] ?? 0) >= widest - SLACK;
  const isIndented = (index: number) => /^(?:\u3000{2}|\u3000 | {4}|\t)/u.test(lines[index] ?? '');
  const continuing = lines.flatMap((line, index) =>
    index > 0 && line !== '' && lines[index - 1] !== '' && !isIndented(index) ? [index] : [],
  );
  const wrapped = continuing.filter((index) => isFull(index - 1));
  const indentedCount = lines.filter((line, index) => line !== '' && isIndented(index) && index > 0).length;
  const isCertain =
    wrapped.length >= FEWEST && indentedCount >= 2 && wrapped.length >= continuing.length * MOSTLY;
  return new Set(isCertain ? wrapped : []);
}

/** Columns of a line: hanzi and Chinese signs take two. */
function widthOf(line: string): number {
  let width = 0;
  for (const character of line) width += character < '\u2000' ? 1 : 2;
  return width;
}
