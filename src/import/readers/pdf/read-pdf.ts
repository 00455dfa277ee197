import {
  type Block,
  emptyManuscript,
  type Manuscript,
  type Span,
  UnreadableError,
} from '../../manuscript.ts';
import { readAnnotations } from './annotations.ts';
import { spansFor, unreadableIn } from './characters.ts';
import { columnsOf, type Item } from './columns.ts';
import { levelsOf } from './headings.ts';
import { linesOf } from './lines.ts';
import { type Box, heightOf, middleOf, type PlacedPicture } from './page-content.ts';
import { withoutMargins } from './page-margins.ts';
import { type Column, joinedText, paragraphsOf, type PdfBlock, type PictureItem } from './paragraphs.ts';
import { type SplitPage, splitPage } from './split-page.ts';
import { factsOf, noTextError, type PdfFacts, pdfWarnings, unreadableError } from './pdf-facts.ts';
import { openPdf } from './pdfjs.ts';
import { isBackground, picturesIn, PictureStore } from './pictures.ts';
import { readPage } from './read-page.ts';
import { mostFrequent, type Segment } from './segments.ts';
import { findRows, type PdfTable } from './tables.ts';
import type { VerticalText } from './vertical-text.ts';

/** Three times the length of a year's volume of the bulletin. */
const MAX_CHARACTERS = 2_000_000;
/** Segments from which a group counts as a column. */
const MIN_COLUMN = 4;

/**
 * Reads a PDF file with a text layer: columns in order, lines joined to paragraphs, sizes for the titles. Loads nothing from
 * outside the file and runs nothing in it.
 * @throws UnreadableError if it is damaged, has a password, no text or too many pages
 */
export async function readPdf(bytes: Uint8Array): Promise<Manuscript> {
  const document = await openPdf(bytes);
  try {
    const facts = await factsOf(document);
    const store = new PictureStore();
    const pages: SplitPage[] = [];
    let count = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await readPage(page);
      const pictures = picturesIn(content);
      for (const picture of pictures) await store.add(page, picture);
      const printed = content.glyphs.filter(({ text }) => text.trim() !== '').length;
      count += printed;
      if (count > MAX_CHARACTERS)
        throw new UnreadableError('有两百多万字，不像一篇稿件', '只把要用的几页另存成 PDF，再导入');
      if (printed === 0 && content.pictures.some((picture) => isBackground(picture, content)))
        facts.scanned.push(number);
      pages.push(splitPage(content, pictures, facts));
      page.cleanup();
    }
    if (count === 0) throw noTextError(facts);
    facts.missingPictures = store.missing;
    return manuscriptOf(pages, store, await readAnnotations(document), facts);
  } finally {
    await document.destroy();
  }
}

type PageItem = Segment | PdfTable | VerticalText | (PlacedPicture & Item);

function manuscriptOf(
  pages: SplitPage[],
  store: PictureStore,
  annotations: Span[],
  facts: PdfFacts,
): Manuscript {
  const texts = withoutMargins(pages);
  const glyphs = texts.flatMap(({ segments }) => segments.flatMap((segment) => segment.glyphs));
  const inked = glyphs.filter(({ text }) => text.trim() !== '');
  const body = mostFrequent(inked.map(({ size }) => Math.round(size * 2) / 2)) || 10;
  const isBodyBold = inked.filter(({ bold }) => bold).length > inked.length / 2;
  const columns = texts.flatMap(({ segments }, index): Column[] => {
    const { tables, vertical, pictures = [] } = pages[index] ?? { tables: [], vertical: [] };
    const items: PageItem[] = [
      ...segments,
      ...tables,
      ...vertical,
      ...pictures.map((picture) => ({ ...picture, solid: true as const })),
    ];
    const groups = columnsOf(items, body);
    facts.columns = Math.max(facts.columns, mostSideBySide(groups));
    return groups.map((group) => columnOf(group, index + 1));
  });
  const printed = paragraphsOf(columns, body);
  const levels = levelsOf(printed, body, isBodyBold);
  const blocks = blocksOf(printed, levels, store, body, facts);
  const margins = texts.flatMap(({ margins: found }, index) => [
    ...found.map(({ text, reason }): Span => ({ text: `${text}\n`, dropped: reason })),
    ...(pages[index]?.dropped ?? []),
  ]);
  const { characters, isHopeless } = unreadableIn(inked.map(({ text }) => text).join(''));
  if (isHopeless) throw unreadableError();
  facts.unreadable = characters;
  return {
    ...emptyManuscript('pdf'),
    blocks,
    pictures: store.pictures,
    nonBodyText: [...margins, ...annotations],
    warnings: pdfWarnings(facts),
  };
}

/** Most columns of text that stand beside each other. */
function mostSideBySide(groups: readonly PageItem[][]): number {
  const heights = groups
    .filter((group) => group.filter((item) => 'glyphs' in item).length >= MIN_COLUMN)
    .map((group) => ({
      top: Math.min(...group.map(({ top }) => top)),
      bottom: Math.max(...group.map(({ bottom }) => bottom)),
    }));
  return Math.max(
    1,
    ...heights.map(
      ({ top, bottom }) => heights.filter((each) => each.top < bottom && top < each.bottom).length,
    ),
  );
}

/** Vertical text begins at its top; what is beside it is read after it. */
function placeOf(entry: Box): number {
  return 'lines' in entry ? entry.top - heightOf(entry) / 20 : middleOf(entry);
}

function columnOf(items: readonly PageItem[], page: number): Column {
  const segments = items.filter((item): item is Segment => 'glyphs' in item);
  const solids = items.filter((item): item is Exclude<PageItem, Segment> => !('glyphs' in item));
  const entries = [...findRows(linesOf(segments)), ...solids].toSorted((a, b) => placeOf(a) - placeOf(b));
  return {
    page,
    entries: entries.map((entry) => {
      if ('id' in entry) return { type: 'picture', id: entry.id, page } satisfies PictureItem;
      if (!('lines' in entry)) return entry;
      return {
        type: 'text',
        lines: entry.lines,
        size: entry.size ?? 0,
        bold: false,
        centered: false,
        gap: true,
        vertical: true,
      };
    }),
  };
}

function blocksOf(
  printed: readonly PdfBlock[],
  levels: ReturnType<typeof levelsOf>,
  store: PictureStore,
  body: number,
  facts: PdfFacts,
): Block[] {
  let line = 0;
  const spans = (text: string): Span[] => {
    const found = spansFor(text);
    facts.replaced.push(...found.flatMap(({ was }) => was ?? []));
    return found;
  };
  return printed.flatMap((block, index): Block[] => {
    const at = line + 1;
    if (block.type === 'picture') {
      const name = store.nameOf(block);
      return name === undefined ? [] : [{ type: 'picture', line: at, name, alt: '' }];
    }
    if (block.type === 'table') {
      line += block.table.rows.length;
      facts[block.table.ruled ? 'ruledTables' : 'looseTables'] += 1;
      const rows = block.table.rows.map((row) =>
        row.map((cell) => (cell.length > 0 ? [spans(joinedText(cell))] : [])),
      );
      return [{ type: 'table', line: at, rows }];
    }
    line += block.lines.length;
    facts.joined += block.lines.length - 1;
    const level = levels.get(block);
    // Captions are set smaller, below their picture.
    const isCaption = printed[index - 1]?.type === 'picture' && block.size < body * 0.95;
    return [
      {
        type: 'paragraph',
        line: at,
        spans: spans(joinedText(block.lines)),
        size: block.size,
        ...(level !== undefined && { level }),
        ...(block.gap && { gap: 1 }),
        ...((block.centered || isCaption) && { centered: true as const }),
      },
    ];
  });
}
