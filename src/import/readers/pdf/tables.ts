import { boxAround, type Box, median, middleOf, widthOf } from './page-content.ts';
import { type Line, linesOf } from './lines.ts';
import type { Item } from './columns.ts';
import { type Segment, segmentOf } from './segments.ts';

/** Rows of cells, a cell is a list of lines. */
export interface PdfTable extends Item {
  solid: true;
  rows: Line[][][];
  /** Whether it is drawn with lines, which show the cells with certainty. */
  ruled: boolean;
}

/** Maximum distance, in points, of lines that belong together. */
const MAX_DISTANCE_POINTS = 4;
/** Maximum length of most cells of a table without lines, in characters. */
const MAX_CELL_LENGTH = 11;
/** Minimum number of rows of a table without lines. */
const MIN_ROWS = 3;

/**
 * Finds tables that are drawn with lines, and removes their text from the segments.
 * @returns the tables, and the other segments
 */
export function takeRuledTables(
  segments: Segment[],
  rules: readonly Box[],
): { tables: PdfTable[]; rest: Segment[] } {
  let rest = segments;
  const tables: PdfTable[] = [];
  for (const { box, ys, xs } of gridsOf(rules)) {
    const inside = rest.filter((segment) => isInside(segment, box));
    const cellOf = (x: number, y: number) => ({
      row: ys.findLastIndex((edge) => edge <= y),
      column: xs.findLastIndex((edge) => edge <= x),
    });
    const cells = new Map<string, Segment[]>();
    for (const segment of inside.flatMap((each) => cutAt(each, xs))) {
      const { row, column } = cellOf((segment.x0 + segment.x1) / 2, middleOf(segment));
      const key = `${row} ${column}`;
      cells.set(key, [...(cells.get(key) ?? []), segment]);
    }
    const rows = ys
      .slice(0, -1)
      .map((_, row) => xs.slice(0, -1).map((__, column) => linesOf(cells.get(`${row} ${column}`) ?? [])))
      .filter((row) => row.some((cell) => cell.length > 0));
    if (rows.length < 2) continue;
    tables.push({ ...box, solid: true, rows, ruled: true });
    rest = rest.filter((segment) => !inside.includes(segment));
  }
  return { tables, rest };
}

/** Cuts a segment at the vertical lines between cells. */
function cutAt(segment: Segment, xs: readonly number[]): Segment[] {
  const column = (x: number) => xs.findLastIndex((edge) => edge <= x);
  const parts = new Map<number, Segment['glyphs']>();
  for (const glyph of segment.glyphs) {
    const key = column((glyph.x0 + glyph.x1) / 2);
    parts.set(key, [...(parts.get(key) ?? []), glyph]);
  }
  return parts.size < 2 ? [segment] : [...parts.values()].map(segmentOf);
}

interface Grid {
  box: Box;
  /** Positions of its horizontal and vertical lines, in order. */
  ys: number[];
  xs: number[];
}

/** Grids with at least three horizontal and three vertical lines. */
function gridsOf(rules: readonly Box[]): Grid[] {
  const groups: Box[][] = [];
  for (const rule of rules) {
    const touching = groups.filter((group) => group.some((other) => touches(rule, other)));
    const merged = [rule, ...touching.flat()];
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.flatMap((group) => {
    const isFlat = ({ x0, x1, top, bottom }: Box) => x1 - x0 > bottom - top;
    const ys = positions(group.filter(isFlat).map(middleOf));
    const xs = positions(group.filter((rule) => !isFlat(rule)).map(({ x0, x1 }) => (x0 + x1) / 2));
    return ys.length >= 3 && xs.length >= 3 ? [{ box: boxAround(group), ys, xs }] : [];
  });
}

function touches(a: Box, b: Box): boolean {
  return (
    a.x0 <= b.x1 + MAX_DISTANCE_POINTS &&
    b.x0 <= a.x1 + MAX_DISTANCE_POINTS &&
    a.top <= b.bottom + MAX_DISTANCE_POINTS &&
    b.top <= a.bottom + MAX_DISTANCE_POINTS
  );
}

/** Sorted positions, those close together as one. */
function positions(values: readonly number[]): number[] {
  const out: number[] = [];
  for (const value of values.toSorted((a, b) => a - b))
    if (value - (out.at(-1) ?? -MAX_DISTANCE_POINTS) >= MAX_DISTANCE_POINTS) out.push(value);
  return out;
}

function isInside(segment: Segment, box: Box): boolean {
  const x = (segment.x0 + segment.x1) / 2;
  const y = middleOf(segment);
  return x > box.x0 && x < box.x1 && y > box.top && y < box.bottom;
}

/**
 * Finds the lines of a column that are rows of a table without drawn lines: at least three in a row with equally many cells
 * that begin or end at the same places.
 * @returns lines and tables, in order
 */
export function findRows(lines: readonly Line[]): (Line | PdfTable)[] {
  const out: (Line | PdfTable)[] = [];
  let at = 0;
  while (at < lines.length) {
    let end = at + 1;
    while (end < lines.length && isNextRow(lines[end - 1], lines[end])) end += 1;
    const rows = lines.slice(at, end);
    const [first] = rows;
    if (rows.length >= MIN_ROWS && first && first.parts.length > 1 && hasShortCells(rows)) {
      out.push({
        ...boxAround(rows),
        solid: true,
        rows: rows.map(({ parts }) => parts.map((part) => linesOf([part]))),
        ruled: false,
      });
      at = end;
    } else {
      out.push(...lines.slice(at, at + 1));
      at += 1;
    }
  }
  return out;
}

/** Whether most cells are short: long ones are lines of columns that were not recognized. */
function hasShortCells(rows: readonly Line[]): boolean {
  const cells = rows.flatMap(({ parts }) => parts);
  return median(cells.map((cell) => widthOf(cell) / cell.size)) < MAX_CELL_LENGTH;
}

function isNextRow(above: Line | undefined, below: Line | undefined): boolean {
  if (!above || !below || above.parts.length !== below.parts.length || above.parts.length < 2) return false;
  return above.parts.every((part, index) => {
    const other = below.parts[index];
    if (!other) return false;
    const edges = [part.x0 - other.x0, part.x1 - other.x1, (part.x0 + part.x1 - other.x0 - other.x1) / 2];
    return edges.some((difference) => Math.abs(difference) < MAX_DISTANCE_POINTS);
  });
}
