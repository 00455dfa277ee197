import { readPackageFile } from '../engine/read-package-file.ts';
import { MASTHEAD_FONT } from './masthead-font-fs.ts';

/** The masthead's font as outlines, so that pictures with text do not depend on the fonts of a machine. */
export interface Typeface {
  /** Whether the font has a glyph for every character of a text. */
  covers(text: string): boolean;
  /** Width of a line of text in em. */
  width(text: string): number;
  /** Elements of an SVG that draw a line of text; `x` and `y` are the beginning of its base line. */
  line(text: string, place: { x: number; y: number; size: number }): string;
  /** Draws one character so that its ink is centred at a point. */
  centred(character: string, place: { x: number; y: number; size: number }): string;
}

interface Glyph {
  id: number;
  /** Font units. */
  x: number;
  y: number;
}

const OPENING_FIRST = /^[（《〈「『【〔［｛“‘][^\p{P}]/u;

let typeface: Promise<Typeface> | undefined;

/** Loads the font when it is first needed: it has 14 MB. */
export function loadTypeface(): Promise<Typeface> {
  typeface ??= openTypeface();
  return typeface;
}

async function openTypeface(): Promise<Typeface> {
  const { Blob, Buffer: TextBuffer, Face, Feature, Font, shape } = await import('harfbuzzjs');
  const face = new Face(new Blob(await readPackageFile(MASTHEAD_FONT)));
  const font = new Font(face);
  const em = face.upem;
  // Closes the gaps between two marks of punctuation.
  const features = ['chws', 'kern'].map((tag) => new Feature(tag));

  // An opening mark at the beginning of a line stands at the margin.
  const atMargin = [...features, new Feature('halt', 1, 0, 1)];

  function set(text: string): { glyphs: Glyph[]; width: number } {
    const buffer = new TextBuffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    shape(font, buffer, OPENING_FIRST.test(text) ? atMargin : features);
    let width = 0;
    const glyphs = buffer.getGlyphInfosAndPositions().map((each) => {
      const { codepoint: id, xAdvance = 0, xOffset = 0, yOffset = 0 } = each;
      const glyph = { id, x: width + xOffset, y: yOffset };
      width += xAdvance;
      return glyph;
    });
    return { glyphs, width };
  }

  function draw(id: number, x: number, y: number, size: number): string {
    const path = font.glyphToPath(id);
    const scale = rounded(size / em, 5);
    return (
      path &&
      `<path transform="translate(${rounded(x)} ${rounded(y)}) scale(${scale} -${scale})" d="${path}"/>`
    );
  }

  return {
    covers: (text) => [...text].every((character) => font.nominalGlyph(character.codePointAt(0) ?? 0)),
    width: (text) => set(text).width / em,
    line: (text, { x, y, size }) =>
      set(text)
        .glyphs.map((glyph) => draw(glyph.id, x + (glyph.x * size) / em, y - (glyph.y * size) / em, size))
        .join(''),
    centred(character, { x, y, size }) {
      const id = font.nominalGlyph(character.codePointAt(0) ?? 0);
      const box = id === undefined ? undefined : font.glyphExtents(id);
      if (id === undefined || !box) return '';
      const left = x - ((box.xBearing + box.width / 2) * size) / em;
      const base = y + ((box.yBearing + box.height / 2) * size) / em;
      return draw(id, left, base, size);
    },
  };
}

function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
