import { type Block, withoutWhitespace, type Span, type Table, UnreadableError } from '../../manuscript.ts';
import { isInBody } from '../../spans.ts';
import type { ReadBlocks } from './docx-blocks.ts';
import { DROPPED, type DocxReading, warn } from './docx-reading.ts';
import { bodyOf, type CellBlocks, layoutParts } from './layout-table.ts';
import { childOf, childrenOf, localName, numberOf, type XmlElement } from './xml.ts';

type Cell = Span[][];

/** Word's limit. */
const MAX_COLUMNS = 63;
/** Cells of all rows together, with those covered by merged cells. */
const MAX_CELLS = 300_000;

/**
 * Reads a table, followed by the pictures in it. A table without text becomes only its pictures; a table
 * that only arranges text becomes paragraphs.
 */
export function readTable(
  element: XmlElement,
  readBlocks: ReadBlocks,
  reading: DocxReading,
  dropped: string | undefined,
): Block[] {
  const line = reading.line + 1;
  const rows = [...descendRows(element, 'tr')].map((row) => cellsOf(row, readBlocks, dropped));
  const parts = layoutParts(rows);
  if (parts.some((part) => Array.isArray(part) && part.some((block) => bodyOf(block) !== ''))) {
    warn(reading, 'table-layout', '这个表格是排版用的，已经拆成段落，请核对', line);
  }
  return parts.flatMap((part) => (Array.isArray(part) ? part : tableOf(part.rows, line, reading)));
}

function tableOf(rows: CellBlocks[][], line: number, reading: DocxReading): Block[] {
  const blocks = rows.flat().flatMap((cell) => cell.blocks);
  const pictures = blocks.filter((block) => block.type === 'picture');
  const cells = rows.map((row) => row.map((cell) => paragraphsOf(cell.blocks)));
  const spans = cells.flat(3);
  if (spans.every(({ text, note }) => note === undefined && withoutWhitespace(text) === '')) return pictures;
  if (!spans.some(isInBody)) {
    return [...cells.flat(2).map((each) => ({ type: 'paragraph' as const, line, spans: each })), ...pictures];
  }
  if (rows.flat().some(({ isMerged }) => isMerged)) {
    warn(reading, 'table-merged', '表格里有合并的单元格，文字放在第一格，其余留空，请核对', line);
  }
  if (blocks.some(({ type }) => type === 'table')) {
    warn(reading, 'table-nested', '表格里还有表格，里层的文字依次放进了外层的格子，请核对', line);
  }
  if (pictures.length > 0) {
    warn(reading, 'table-picture', '表格里有图片，放到了表格后面，请核对', line);
  }
  return [{ type: 'table', line, rows: padded(cells) }, ...pictures];
}

/** Rows of a table or cells of a row, also inside content controls and tracked changes. */
function* descendRows(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of childrenOf(element)) {
    if (localName(child) === name) yield child;
    else if (!localName(child).endsWith('Pr')) yield* descendRows(child, name);
  }
}

function cellsOf(row: XmlElement, readBlocks: ReadBlocks, around: string | undefined): CellBlocks[] {
  const rowProperties = childOf(row, 'trPr');
  const dropped = around ?? (childOf(rowProperties, 'del') ? DROPPED.deleted : undefined);
  const out: CellBlocks[] = emptyCells(numberOf(rowProperties, 'gridBefore'));
  for (const cell of descendRows(row, 'tc')) {
    const properties = childOf(cell, 'tcPr');
    const isDeleted = childOf(properties, 'cellDel') !== undefined;
    const blocks = readBlocks(childrenOf(cell), dropped ?? (isDeleted ? DROPPED.deleted : undefined));
    const columns = Math.min(numberOf(properties, 'gridSpan') ?? 1, MAX_COLUMNS);
    const isMerged =
      columns > 1 || ['vMerge', 'hMerge'].some((name) => childOf(properties, name) !== undefined);
    out.push({ blocks, isMerged }, ...emptyCells(columns - 1));
  }
  out.push(...emptyCells(numberOf(rowProperties, 'gridAfter')));
  return out;
}

function emptyCells(count = 0): CellBlocks[] {
  return Array.from({ length: Math.min(Math.max(count, 0), MAX_COLUMNS) }, () => ({
    blocks: [],
    isMerged: false,
  }));
}

/** Pads all rows to the same length. */
function padded(rows: Cell[][]): Table['rows'] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns * rows.length > MAX_CELLS) {
    throw new UnreadableError(
      `有一个 ${rows.length} 行、${columns} 列的表格，太大了`,
      '把这个表格从稿件里删去（需要的话截成图片），再导入',
    );
  }
  return rows
    .filter((row) => row.length > 0)
    .map((row) => [...row, ...Array.from({ length: columns - row.length }, () => [])]);
}

/** The paragraphs of blocks in cells and notes, which cannot contain tables or pictures. */
export function paragraphsOf(blocks: Block[]): Span[][] {
  return blocks.flatMap((block) => {
    if (block.type === 'table') return block.rows.flat(2);
    return block.type === 'paragraph' ? [block.spans] : [];
  });
}
