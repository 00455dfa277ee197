import { type Block, spansOf } from '../../manuscript.ts';
import { isInBody } from '../../spans.ts';

/** A cell of a Word table. */
export interface CellBlocks {
  blocks: Block[];
  isMerged: boolean;
}

/** Rows that stay a table, or the blocks of rows that only arrange text and pictures. */
export type LayoutPart = { rows: CellBlocks[][] } | Block[];

/** Characters and paragraphs of a cell that contains an article; a short one has more paragraphs. */
const MIN_ARTICLE = { length: 300, paragraphs: 2 };
const MIN_SHORT_ARTICLE = { length: 120, paragraphs: 4 };
/** A table with more rows than this is data, even if several of its rows have long cells. */
const MAX_LAYOUT_ROWS = 2;

/**
 * Decides which rows of a table are data, and which only arrange an article or pictures on the page: a
 * table of one column, a cell with an article, pictures above their captions.
 */
export function layoutParts(rows: CellBlocks[][]): LayoutPart[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns <= 1) return [rows.flat(1).flatMap(({ blocks }) => blocks)];
  const pictures = picturesWithCaptions(rows);
  if (pictures) return [pictures];
  const isArticleRow = rows.map((row) => row.some(({ blocks }) => isArticle(blocks)));
  const articles = isArticleRow.filter(Boolean).length;
  if (articles === 0 || (articles > 1 && rows.length > MAX_LAYOUT_ROWS)) return [{ rows }];
  const parts: LayoutPart[] = [];
  rows.forEach((row, index) => {
    const last = parts.at(-1);
    const isLine = row.filter(({ blocks }) => blocks.length > 0).length === 1;
    if (isArticleRow[index] || isLine) parts.push(row.flatMap(({ blocks }) => blocks));
    else if (last && !Array.isArray(last)) last.rows.push(row);
    else parts.push({ rows: [row] });
  });
  return parts;
}

function isArticle(blocks: Block[]): boolean {
  const paragraphs = blocks.map(bodyOf).filter((text) => text !== '');
  const length = paragraphs.join('').length;
  return [MIN_ARTICLE, MIN_SHORT_ARTICLE].some(
    (least) => length > least.length && paragraphs.length >= least.paragraphs,
  );
}

/** The body text of a block. */
export function bodyOf(block: Block): string {
  return spansOf(block)
    .filter(isInBody)
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** Pictures beside each other in a row, with their captions in the same cells or in the row below. */
function picturesWithCaptions(rows: CellBlocks[][]): Block[] | undefined {
  const hasPicture = ({ blocks }: CellBlocks) => blocks.some(({ type }) => type === 'picture');
  const hasText = ({ blocks }: CellBlocks) => blocks.some((block) => bodyOf(block) !== '');
  const out: Block[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const [row = [], below] = [rows[index], rows[index + 1]];
    if (!row.some(hasPicture)) return undefined;
    const isPlain = row.every((cell) => hasPicture(cell) || !hasText(cell));
    const isBeside = row.length === 2 && row.filter(hasPicture).length === 1;
    if (!isPlain && !isBeside) return undefined;
    const areCaptionsBelow =
      below && !below.some(hasPicture) && below.some(hasText) && row.every((cell) => !hasText(cell));
    row.forEach((cell, column) => {
      out.push(...cell.blocks);
      if (areCaptionsBelow) out.push(...(below[column]?.blocks ?? []));
    });
    if (areCaptionsBelow) {
      out.push(...below.slice(row.length).flatMap(({ blocks }) => blocks));
      index += 1;
    }
  }
  return out;
}
