import { MIN_HEADLINE_SIZE } from './headline-size.ts';
import { median } from './page-content.ts';
import type { Line } from './lines.ts';
import type { PdfTable } from './tables.ts';
import { mostFrequent } from './segments.ts';

/** A text of one or more lines. */
export interface TextBlock {
  type: 'text';
  lines: Line[];
  size: number;
  bold: boolean;
  centered: boolean;
  /** White space above it. */
  gap: boolean;
  /** Set vertically. */
  vertical?: true;
}

export interface PictureItem {
  type: 'picture';
  id: string;
  page: number;
}

export type PdfBlock = TextBlock | PictureItem | { type: 'table'; table: PdfTable };

/** One column: lines, and what stands between them, from top to bottom. */
export interface Column {
  page: number;
  entries: (Line | PdfTable | PictureItem | TextBlock)[];
}

interface Edges {
  left: number;
  right: number;
  count: number;
}

/** How a file sets its paragraphs, judged from all its columns. */
interface Setting {
  body: number;
  /** Paragraphs begin with an indent. */
  indents: boolean;
  /** Usual distance of lines of the body. */
  pitch: number;
}

/** Endings of complete paragraphs. */
const CLOSED = /[。！？”’）】》：:；…!?.)]$/u;
/** An indent, in characters. */
const MIN_INDENT = 1.2;
const MAX_INDENT = 3.2;
/** A full line may be shorter, as a punctuation mark cannot begin the next one. In characters. */
const MAX_FULL_SLACK = 1.3;
const MAX_NEARLY_FULL_SLACK = 2.3;
/** Columns of one text are about equally wide. */
const MAX_WIDER = 1.7;
const LATIN_END = /[A-Za-z0-9,.;:)%]$/u;

export const isLine = (entry: Column['entries'][number]): entry is Line => 'parts' in entry;

/** Joins lines to paragraphs, within columns and from one column to the next. */
export function paragraphsOf(columns: readonly Column[], body: number): PdfBlock[] {
  const edges = edgesOf(columns, body);
  const setting = settingOf(columns, edges, body);
  const out: PdfBlock[] = [];
  /** The last paragraph of the body so far: it may continue below a picture or in the next column. */
  let open: { block: TextBlock; edges: Edges } | undefined;
  columns.forEach((column, index) => {
    const own = edges[index] ?? { left: 0, right: 0, count: 0 };
    let above: Line | undefined;
    for (const entry of column.entries) {
      if (!isLine(entry)) {
        out.push('type' in entry ? entry : { type: 'table', table: entry });
        above = undefined;
        continue;
      }
      const last = out.at(-1);
      const isBody = isBodyLine(entry, body);
      if (above && last?.type === 'text' && !startsParagraph(above, entry, own, setting, last))
        last.lines.push(entry);
      else if (
        !above &&
        open &&
        isBody &&
        continuesColumn(open.block.lines.at(-1), open.edges, entry, own, setting)
      )
        open.block.lines.push(entry);
      else out.push(newBlock(entry, own, above, setting));
      const block = out.at(-1);
      if (isBody && block?.type === 'text' && block.lines.includes(entry)) open = { block, edges: own };
      else if (isBody && open) open = { block: open.block, edges: own };
      if (!isBody && entry.size > body) open = undefined;
      above = entry;
    }
  });
  return out;
}

function newBlock(line: Line, edges: Edges, above: Line | undefined, setting: Setting): TextBlock {
  const gap = above !== undefined && line.base - above.base > pitchOf(line, setting) * 1.5;
  return {
    type: 'text',
    lines: [line],
    size: line.size,
    bold: line.bold,
    centered: isCentered(line, edges),
    gap,
  };
}

/** The text of a block's lines, with spaces only between Latin words. */
export function joinedText(lines: readonly Line[]): string {
  let out = '';
  for (const { text } of lines) out += needsSpace(out, text) ? ` ${text}` : text;
  return out;
}

export function needsSpace(before: string, after: string): boolean {
  return LATIN_END.test(before) && /^[A-Za-z]/u.test(after);
}

function isBodyLine({ size }: Line, body: number): boolean {
  return sameSize(size, body);
}

function sameSize(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(0.6, a * 0.04);
}

function pitchOf(line: Line, { body, pitch }: Setting): number {
  return isBodyLine(line, body) ? pitch : line.size * 1.6;
}

function isCentered(line: Line, { left, right }: Edges): boolean {
  const [before, after] = [line.x0 - left, right - line.x1];
  return before > line.size && Math.abs(before - after) < line.size * 1.1;
}

function startsParagraph(above: Line, line: Line, edges: Edges, setting: Setting, block: TextBlock): boolean {
  const { size } = line;
  if (!sameSize(above.size, size)) return true;
  const drop = line.base - above.base;
  const isHeadline = size >= setting.body * MIN_HEADLINE_SIZE;
  // The lines of a title.
  if (isHeadline) return drop > size * 2 || above.bold !== line.bold;
  const closed = CLOSED.test(above.text);
  // Signatures are set to the right.
  const fromLeft = above.x0 - edges.left < size * (MAX_INDENT + 1);
  const full = fromLeft && above.x1 >= edges.right - size * MAX_FULL_SLACK;
  if (line.indented || areCentered(above, line)) return true;
  if (full && !closed && drop < pitchOf(line, setting) * 1.9 && !isCentered(above, edges)) return false;
  if (above.bold !== line.bold && (block.bold || !full)) return true;
  if (drop > pitchOf(line, setting) * 1.5 || drop <= 0) return true;
  const indent = line.x0 - edges.left;
  if (indent > size * MIN_INDENT) {
    // A whole paragraph may be indented, or all its lines but the first.
    const sameIndent = Math.abs(line.x0 - above.x0) < size * 0.3;
    return setting.indents || !full || !sameIndent;
  }
  if (full) return !setting.indents && closed && drop > setting.pitch * 1.15;
  const nearlyFull = fromLeft && above.x1 >= edges.right - size * MAX_NEARLY_FULL_SLACK;
  return !nearlyFull || (closed && !setting.indents);
}

/** Whether two lines of different length have the same middle. */
function areCentered(above: Line, line: Line): boolean {
  const [left, right] = [line.x0 - above.x0, above.x1 - line.x1];
  return Math.abs(left) > line.size / 2 && Math.abs(left - right) < line.size / 2;
}

/** Whether the first line of a column continues the last paragraph of the column before. */
function continuesColumn(
  last: Line | undefined,
  lastEdges: Edges,
  line: Line,
  edges: Edges,
  setting: Setting,
): boolean {
  if (!last || !isBodyLine(last, setting.body) || last.bold !== line.bold) return false;
  const indent = line.x0 - edges.left;
  const width = (lastEdges.right - lastEdges.left) / (edges.right - edges.left);
  if (line.indented || indent > line.size * MIN_INDENT || width < 1 / MAX_WIDER || width > MAX_WIDER)
    return false;
  const closed = CLOSED.test(last.text);
  const full = last.x1 >= lastEdges.right - last.size * MAX_NEARLY_FULL_SLACK;
  // With a single line, the edge of the column is not known.
  if (closed) return full && setting.indents && edges.count > 1;
  return full || setting.indents;
}

/** Left and right edge of each column. A column with few lines takes the edges of one at the same place. */
function edgesOf(columns: readonly Column[], body: number): Edges[] {
  const own = columns.map(({ entries }) => {
    const lines = entries.filter(isLine);
    const inBody = lines.filter((line) => isBodyLine(line, body));
    const used = inBody.length > 0 ? inBody : lines;
    return {
      left: Math.min(...used.map(({ x0 }) => x0)),
      right: Math.max(...used.map(({ x1 }) => x1)),
      count: inBody.length,
    };
  });
  return own.map((each) => {
    if (each.count >= 4) return each;
    const around = own.filter(
      ({ left, right, count }) =>
        count >= 4 && left <= each.left + body / 2 && right >= each.right - body / 2,
    );
    const nearest = around.toSorted((a, b) => a.right - a.left - (b.right - b.left))[0];
    return nearest ?? each;
  });
}

function settingOf(columns: readonly Column[], edges: readonly Edges[], body: number): Setting {
  let indented = 0;
  let flush = 0;
  const drops: number[] = [];
  columns.forEach(({ entries }, index) => {
    const { left, right } = edges[index] ?? { left: 0, right: 0 };
    const lines = entries.filter((entry) => isLine(entry)).filter((line) => isBodyLine(line, body));
    lines.forEach((line, at) => {
      const above = lines[at - 1];
      const indent = (line.x0 - left) / body;
      const isCentred = Math.abs(line.x0 - left - (right - line.x1)) < body && indent > 1;
      if (indent > MIN_INDENT && indent < MAX_INDENT && !isCentred) indented += 1;
      if (!above) return;
      const drop = line.base - above.base;
      if (drop > 0) drops.push(drop);
      if (indent < 0.5 && above.x1 < right - body * MAX_NEARLY_FULL_SLACK && CLOSED.test(above.text))
        flush += 1;
    });
  });
  return { body, indents: indented > 0 && indented >= flush, pitch: pitchFrom(drops, body) };
}

function pitchFrom(drops: readonly number[], body: number): number {
  const near = drops.filter((drop) => drop < body * 3).map((drop) => Math.round(drop * 2) / 2);
  return near.length === 0 ? body * 1.6 : Math.min(mostFrequent(near), median(near));
}
