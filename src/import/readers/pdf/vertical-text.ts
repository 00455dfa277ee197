import { boxAround, type Glyph, widthOf } from './page-content.ts';
import type { Item } from './columns.ts';
import { type Line, linesOf } from './lines.ts';
import { segmentOf } from './segments.ts';

/** Lines that run from top to bottom, in reading order: from right to left. */
export interface VerticalText extends Item {
  solid: true;
  lines: Line[];
}

/** Maximum distance of vertical neighbours, in characters. */
const MIN_STEP = 0.8;
const MAX_STEP = 1.45;
/** Minimum number of characters of a vertical line. */
const MIN_CHARACTERS = 3;
/** Maximum distance of the lines of one text, in characters. */
const MAX_LINE_GAP = 2.2;

/**
 * Separates glyphs on horizontal lines from those on vertical lines, by the position of each relative to the one
 * drawn before it.
 */
export function splitVertical(glyphs: readonly Glyph[]): { upright: Glyph[]; vertical: Glyph[] } {
  const vertical = new Set(glyphs.filter(({ turned }) => turned));
  let run: Glyph[] = [];
  const close = () => {
    if (run.length >= MIN_CHARACTERS) for (const glyph of run) vertical.add(glyph);
  };
  for (const glyph of glyphs) {
    const last = run.at(-1);
    const step = last ? (glyph.base - last.base) / glyph.size : 0;
    const isBelow =
      last &&
      step > MIN_STEP &&
      step < MAX_STEP &&
      Math.abs(centreOf(glyph) - centreOf(last)) < glyph.size * 0.15 &&
      Math.abs(glyph.size - last.size) < 0.5;
    if (!isBelow) {
      close();
      run = [];
    }
    run.push(glyph);
  }
  close();
  return {
    upright: glyphs.filter((glyph) => !vertical.has(glyph)),
    vertical: glyphs.filter((glyph) => vertical.has(glyph)),
  };
}

/** Joins vertical glyphs to texts. */
export function verticalTexts(glyphs: readonly Glyph[]): VerticalText[] {
  const columns: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.top - b.top)) {
    const found = columns.find((column) => {
      const last = column.at(-1);
      return (
        last &&
        Math.abs(centreOf(glyph) - centreOf(last)) < glyph.size / 2 &&
        glyph.top - last.bottom < glyph.size * 1.2
      );
    });
    if (found) found.push(glyph);
    else columns.push([glyph]);
  }
  const texts: Glyph[][][] = [];
  for (const column of columns.toSorted((a, b) => centreOf(b[0]) - centreOf(a[0]))) {
    const box = boxAround(column);
    const found = texts.find((text) => {
      const last = boxAround(text.at(-1) ?? []);
      const size = column[0]?.size ?? 0;
      const sharesHeight = box.top < last.bottom && last.top < box.bottom;
      return sharesHeight && last.x0 - box.x1 < size * MAX_LINE_GAP && sameSize(text.at(-1)?.[0], column[0]);
    });
    if (found) found.push(column);
    else texts.push([column]);
  }
  return texts.map((text) => {
    const box = boxAround(text.flat());
    // Treats each vertical line as a full horizontal line, so that lines are joined to paragraphs.
    const lines = text.flatMap((column) =>
      linesOf([segmentOf(column)]).map((line) => ({ ...line, x0: box.x0, x1: box.x1 })),
    );
    return { ...box, solid: true, lines, size: lines[0]?.size ?? 0 };
  });
}

function sameSize(a: Glyph | undefined, b: Glyph | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a.size - b.size) < 0.5;
}

function centreOf(glyph: Glyph | undefined): number {
  return glyph ? glyph.x0 + widthOf(glyph) / 2 : 0;
}
