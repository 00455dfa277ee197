import { boxAround, type Box, type Glyph, heightOf } from './page-content.ts';

/** Adjacent characters on one line. */
export interface Segment extends Box {
  glyphs: Glyph[];
  base: number;
  /** Size of most of its characters. */
  size: number;
  bold: boolean;
}

/** A wider gap ends a segment. In characters. */
const MAX_GAP = 0.55;
/**
 * Maximum overlap of two neighbouring characters, in characters: punctuation set closer, bold made by drawing
 * twice.
 */
const MAX_OVERLAP = 0.6;
/** Maximum vertical distance of a raised or lowered character from its line, in characters. */
const MAX_SHIFT = 0.5;

/** Joins the upright characters of a page to segments. */
export function segmentsOf(glyphs: readonly Glyph[]): Segment[] {
  const open: Glyph[][] = [];
  // Looking at a few lines only keeps the cost linear.
  const byLine = new Map<number, Glyph[][]>();
  const lineOf = ({ base }: Glyph) => Math.round(base / 4);
  for (const glyph of inRuns(glyphs)) {
    const near = [-2, -1, 0, 1, 2].flatMap((step) => byLine.get(lineOf(glyph) + step) ?? []);
    const found = near.find((run) => continues(run.at(-1), glyph));
    if (found) found.push(glyph);
    const line = byLine.get(lineOf(glyph)) ?? [];
    if (!found) {
      open.push([glyph]);
      line.push(open.at(-1) ?? []);
    } else if (!line.includes(found)) line.push(found);
    byLine.set(lineOf(glyph), line);
  }
  return open.map(segmentOf);
}

/** From left to right. Characters at the same place keep the order in which they are drawn. */
function inRuns(glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.toSorted((a, b) => a.x0 - b.x0);
}

function continues(last: Glyph | undefined, glyph: Glyph): boolean {
  if (!last) return false;
  const size = Math.max(last.size, glyph.size);
  const gap = glyph.x0 - last.x1;
  const smaller = Math.min(heightOf(last), heightOf(glyph));
  const shared = Math.min(last.bottom, glyph.bottom) - Math.max(last.top, glyph.top);
  return (
    gap < size * MAX_GAP &&
    gap > -size * MAX_OVERLAP &&
    Math.abs(glyph.base - last.base) < size * MAX_SHIFT &&
    shared > smaller / 2
  );
}

export function segmentOf(glyphs: Glyph[]): Segment {
  const inked = glyphs.filter(({ text }) => text.trim() !== '');
  const shown = inked.length > 0 ? inked : glyphs;
  const size = mostFrequent(shown.map((glyph) => Math.round(glyph.size * 2) / 2));
  const own = shown.filter((glyph) => Math.abs(glyph.size - size) < 0.5);
  return {
    ...boxAround(shown),
    glyphs,
    size,
    base: own[0]?.base ?? shown[0]?.base ?? 0,
    bold: shown.filter(({ bold }) => bold).length > shown.length * 0.8,
  };
}

export function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = values[0] ?? 0;
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value;
  return best;
}
