import { boxAround, type Box, type Glyph, heightOf, median } from './page-content.ts';
import type { Segment } from './segments.ts';

/** A printed line of one column. */
export interface Line extends Box {
  parts: Segment[];
  base: number;
  size: number;
  bold: boolean;
  text: string;
  /** Begins with spaces for an indent. */
  indented: boolean;
}

/** Minimum white space that becomes a space between Latin words, in characters. */
const MIN_WORD_GAP = 0.18;
/** Minimum white space that becomes a space between any characters, in characters. */
const MIN_WIDE_GAP = 0.8;
const LATIN = /[A-Za-z0-9,.;:)%]$/u;

/** Joins the segments of one column into lines, from top to bottom. */
export function linesOf(segments: readonly Segment[]): Line[] {
  const lines: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => a.base - b.base)) {
    const last = lines.at(-1);
    if (last?.some((other) => isBeside(other, segment))) last.push(segment);
    else lines.push([segment]);
  }
  return lines.map((parts) => lineOf(parts.toSorted((a, b) => a.x0 - b.x0)));
}

function isBeside(a: Segment, b: Segment): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared > Math.min(heightOf(a), heightOf(b)) * 0.6;
}

function lineOf(parts: Segment[]): Line {
  const [widest] = parts.toSorted((a, b) => b.glyphs.length - a.glyphs.length);
  return {
    ...boxAround(parts),
    parts,
    base: median(parts.map(({ base }) => base)),
    size: widest?.size ?? 0,
    bold: parts.every(({ bold }) => bold),
    indented: /^(?:\u3000{2}| {4})/u.test((parts[0]?.glyphs ?? []).map(({ text }) => text).join('')),
    text: textOf(parts.flatMap(({ glyphs }) => glyphs)),
  };
}

/** The text of glyphs on one line, with spaces between words. */
export function textOf(glyphs: readonly Glyph[]): string {
  let out = '';
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const isWordGap =
      last &&
      glyph.x0 - last.x1 > glyph.size * MIN_WORD_GAP &&
      LATIN.test(out) &&
      /^[A-Za-z0-9(]/u.test(glyph.text);
    const isWide = last && glyph.x0 - last.x1 > glyph.size * MIN_WIDE_GAP;
    out += isWordGap || isWide ? ` ${glyph.text}` : glyph.text;
    last = glyph;
  }
  return out.trim();
}
