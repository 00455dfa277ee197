import type { Span } from '../../manuscript.ts';
import { ANNOTATION } from './annotations.ts';
import { textOf } from './lines.ts';
import type { Box, Glyph, PageContent, PlacedPicture } from './page-content.ts';
import type { PdfFacts } from './pdf-facts.ts';
import { isBackground } from './pictures.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { type PdfTable, takeRuledTables } from './tables.ts';
import { splitVertical, type VerticalText, verticalTexts } from './vertical-text.ts';

/** A page whose characters have been joined to segments. */
export interface SplitPage {
  page: PageContent;
  segments: Segment[];
  vertical: VerticalText[];
  tables: PdfTable[];
  pictures: PlacedPicture[];
  /** Text that is not printed. */
  dropped: Span[];
}

/** Why text on a page is dropped. */
export const DROPPED = {
  outside: '页面以外的文字',
  invisible: '看不见的文字',
  twice: '叠印的字',
} as const;

/** Maximum distance of two equal characters that are one character drawn twice (bold, shadow), in characters. */
const MAX_DOUBLE_DISTANCE = 0.2;

/** Joins a page's characters to segments, vertical texts and tables; drops text that is not printed. */
export function splitPage(page: PageContent, pictures: PlacedPicture[], facts: PdfFacts): SplitPage {
  const { kept, dropped } = printedGlyphs(page, facts);
  const { upright, vertical } = splitVertical(kept);
  const texts = verticalTexts(vertical);
  if (texts.length > 0) facts.vertical = true;
  const { tables, rest } = takeRuledTables(segmentsOf(upright), page.rules as Box[]);
  return { page, segments: rest, vertical: texts, tables, pictures, dropped };
}

function printedGlyphs(page: PageContent, facts: PdfFacts): { kept: Glyph[]; dropped: Span[] } {
  const inked = page.glyphs.filter(({ text, outside }) => !outside && text.trim() !== '');
  const isRecognized = inked.length > 0 && inked.every(({ invisible }) => invisible);
  if (isRecognized && page.pictures.some((picture) => isBackground(picture, page))) facts.recognized = true;
  const kept: Glyph[] = [];
  const groups = new Map<keyof typeof DROPPED, Glyph[]>();
  const places = new Map<string, Glyph[]>();
  for (const glyph of page.glyphs) {
    const why = glyph.outside
      ? 'outside'
      : glyph.invisible && !isRecognized
        ? 'invisible'
        : isRepeated(glyph, places)
          ? 'twice'
          : undefined;
    if (why === undefined) kept.push(glyph);
    else groups.set(why, [...(groups.get(why) ?? []), glyph]);
  }
  const dropped = [...groups].map(([why, glyphs]) => ({
    text: `${textOf(glyphs)}\n`,
    dropped: DROPPED[why],
  }));
  return { kept, dropped };
}

/** Whether the same character has been drawn at the same place. */
function isRepeated(glyph: Glyph, places: Map<string, Glyph[]>): boolean {
  if (glyph.text.trim() === '') return false;
  const step = 4;
  const [column, row] = [Math.round(glyph.x0 / step), Math.round(glyph.base / step)];
  const near = [-1, 0, 1].flatMap((x) =>
    [-1, 0, 1].flatMap((y) => places.get(`${glyph.text} ${column + x} ${row + y}`) ?? []),
  );
  const limit = glyph.size * MAX_DOUBLE_DISTANCE;
  const isSame = near.some(
    ({ x0, base }) => Math.abs(x0 - glyph.x0) < limit && Math.abs(base - glyph.base) < limit,
  );
  const key = `${glyph.text} ${column} ${row}`;
  if (!isSame) places.set(key, [...(places.get(key) ?? []), glyph]);
  return isSame;
}

/**
 * Separates text by whether the second reader returns it: it does not read annotations, and may leave out text
 * outside the page.
 */
export function splitBySecondReader(spans: readonly Span[]): { seen: Span[]; perhaps: Span[] } {
  const annotations: string[] = Object.values(ANNOTATION);
  const read = spans.filter(({ dropped = '' }) => !annotations.includes(dropped));
  const isOutside = ({ dropped }: Span) => dropped === DROPPED.outside;
  return { seen: read.filter((span) => !isOutside(span)), perhaps: read.filter(isOutside) };
}
