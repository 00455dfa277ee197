import type { Element } from 'hast';
import type { Paragraph, Span, Table } from '../../manuscript.ts';
import { addBlock, closeParagraph, createFlow } from '../paragraph-flow.ts';
import { NOT_TEXT } from './not-text.ts';
import { allText, childrenOf, type HtmlContext, lineOf, type PageReading } from './page-reading.ts';
import { isHidden } from './element-style.ts';

/** Characters. A table with a longer cell is used for layout. */
const MAX_CELL_LENGTH = 400;
const MAX_COLUMNS = 100;
/** Total number of cells that merged cells may cover. */
const MAX_COVERED_CELLS = 20_000;
const INDEX =
  /^(?:索引号|信息索引号|索引)[：:]?.{0,400}(?:发[布文][机单][构关位]|成文日期|发[布文]日期|主题分类)/u;
const FIRST_AND_ROWS = ['thead', 'tbody', 'tfoot'];

type WalkInto = (nodes: Element, context: HtmlContext, reading: PageReading) => void;

/** Whether a table contains data and is not used for layout. */
export function isDataTable(table: Element, { layoutTables }: PageReading): boolean {
  if (layoutTables.has(table)) return false;
  const parts = childrenOf(table).filter(({ tagName }) => !NOT_TEXT.has(tagName));
  if (parts.findLastIndex(({ tagName }) => tagName === 'caption') > 0) return false;
  const rows = rowsOf(table).map(({ cells }) => cells);
  const columns = Math.max(0, ...rows.slice(0, MAX_COVERED_CELLS).map((cells) => cells.length));
  return rows.length >= 2 && columns >= 2 && rows.flat().every(isCell);
}

/** Whether a table is the index that government sites print above a document. */
export function isIndexTable(table: Element): boolean {
  return INDEX.test(allText(table).replace(/\s/gu, ''));
}

function isCell(cell: Element): boolean {
  return allText(cell).trim().length <= MAX_CELL_LENGTH && !containsPictureOrHeading(cell);
}

function containsPictureOrHeading(element: Element): boolean {
  return childrenOf(element).some(
    (child) => /^(?:img|h[1-6])$/u.test(child.tagName) || containsPictureOrHeading(child),
  );
}

/** Reads a data table. The text of a merged cell goes into its first position. */
export function readTable(
  table: Element,
  context: HtmlContext,
  reading: PageReading,
  walkInto: WalkInto,
): void {
  const { flow } = reading;
  for (const caption of childrenOf(table, 'caption')) {
    walkInto(caption, context, reading);
    closeParagraph(flow, { ...context.paragraph, centered: true });
  }
  const covered: number[] = [];
  let remainingCells = MAX_COVERED_CELLS;
  const rows = rowsOf(table).map(({ cells, dropped }) => {
    const row: Span[][][] = [];
    const cover = () => {
      while ((covered[row.length] ?? 0) > 0 && row.length < MAX_COLUMNS) {
        covered[row.length] = (covered[row.length] ?? 0) - 1;
        row.push([]);
        remainingCells -= 1;
      }
    };
    for (const cell of cells) {
      cover();
      const width = spanOf(cell.properties.colSpan, remainingCells);
      const height = spanOf(cell.properties.rowSpan, remainingCells);
      for (let column = 0; column < width; column += 1) covered[row.length + column] = height - 1;
      row.push(
        readCell(cell, dropped ? { ...context, formatting: { ...context.formatting, dropped } } : context),
      );
      for (let column = 1; column < width; column += 1) row.push([]);
      remainingCells -= width;
    }
    cover();
    return row;
  });
  const block: Table = { type: 'table', line: lineOf(table, reading), rows };
  addBlock(flow, block, context.paragraph);

  function readCell(cell: Element, { formatting }: HtmlContext): Span[][] {
    const cellFlow = createFlow();
    const hidden = isHidden(cell) ? { ...formatting, dropped: HIDDEN } : formatting;
    walkInto(cell, { formatting: hidden, paragraph: {} }, { ...reading, flow: cellFlow });
    closeParagraph(cellFlow, {});
    return cellFlow.blocks
      .filter((each): each is Paragraph => each.type === 'paragraph')
      .map(({ spans }) => spans);
  }
}

export const HIDDEN = '网页上看不见的文字';

function rowsOf(table: Element): { cells: Element[]; dropped?: string }[] {
  return [table, ...childrenOf(table, ...FIRST_AND_ROWS)].flatMap((part) =>
    childrenOf(part, 'tr').map((row) => ({
      cells: childrenOf(row, 'td', 'th'),
      ...((isHidden(row) || (part !== table && isHidden(part))) && { dropped: HIDDEN }),
    })),
  );
}

function spanOf(value: unknown, remainingCells: number): number {
  const number = Math.trunc(Number(value ?? 1));
  return number >= 1 && remainingCells > 0 ? Math.min(number, MAX_COLUMNS) : 1;
}
