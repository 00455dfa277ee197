import type { Block, ImportWarning, Paragraph, Span, Table } from '../manuscript.ts';
import { isParagraph, bodyText, splitAt, textOf } from '../spans.ts';

/** What stands between the cells of a row, and how many rows it takes to be sure. */
const SEPARATORS: { sign: RegExp; minRows: number; needsFigures: boolean }[] = [
  { sign: /[ \u3000]*\t[\s\u3000]*/gu, minRows: 2, needsFigures: false },
  { sign: /[ \u3000\u00A0]{2,}|\u3000/gu, minRows: 3, needsFigures: true },
];
/** Maximum length of a cell, in code units: longer ones are text after a tab. */
const MAX_CELL_LENGTH = 40;
/** A figure with its unit: `12000`, `-3%`, `3.5亿元`. */
const FIGURE =
  /^[-+—－]?[\d０-９][\d０-９,，.．]*[\s\u3000]*(?:[%％‰]|\p{Script=Han}{1,4}|[A-Za-z]{1,3})?$|^[-—－/]$/u;
/** Labels: the row is a contact line or the like. */
const LABEL = /[：:]$/u;

/** The blocks with rows that were set with tabs or spaces as tables, and a warning for each table. */
export function findTabbedRows(blocks: Block[]): { blocks: Block[]; warnings: ImportWarning[] } {
  const out: Block[] = [];
  const warnings: ImportWarning[] = [];
  for (let at = 0; at < blocks.length;) {
    const table = tableAt(blocks, at);
    const block = blocks[at] as Block;
    out.push(table?.table ?? withoutTabs(block));
    at += table?.count ?? 1;
    if (!table) continue;
    warnings.push({
      code: 'table-from-tabs',
      message: `这里用制表符或空格排成${table.table.rows.length}行，已改成表格，请对照原件`,
      quote: textOf(block)
        .replace(/[\s\u3000]+/gu, ' ')
        .slice(0, MAX_CELL_LENGTH),
      line: block.line,
    });
  }
  return { blocks: out, warnings };
}

/** The table that begins at a block, with the number of blocks that it replaces. */
function tableAt(blocks: Block[], start: number): { table: Table; count: number } | undefined {
  for (const { sign, minRows, needsFigures } of SEPARATORS) {
    const rows: Span[][][] = [];
    let at = start;
    for (; at < blocks.length; at += 1) {
      const block = blocks[at];
      const cells = isRow(block) ? cellsOf(block, sign) : [];
      if (cells.length < 2 || cells.length !== (rows[0] ?? cells).length) break;
      rows.push(cells);
    }
    if (rows.length < minRows || (needsFigures && !haveFigures(rows))) continue;
    const [first] = blocks.slice(start);
    const cells = rows.map((row) => row.map((spans) => [spans]));
    return { table: { type: 'table', line: first?.line ?? 1, rows: cells }, count: at - start };
  }
  return undefined;
}

function isRow(block: Block | undefined): block is Paragraph {
  return isParagraph(block) && block.level === undefined && !block.item && !block.quoted;
}

/** The cells of a row; empty if a part of it is no cell. */
function cellsOf({ spans }: Paragraph, sign: RegExp): Span[][] {
  const text = bodyText(spans);
  const lead = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const gaps = [...text.matchAll(sign)].filter(
    ({ index, 0: gap }) => index > lead && index + gap.length < end,
  );
  const cells: Span[][] = [];
  let rest = spans;
  let from = 0;
  for (const { index, 0: gap } of gaps) {
    const [cell, behind] = splitAt(rest, index - from);
    cells.push(cell);
    rest = splitAt(behind, gap.length)[1];
    from = index + gap.length;
  }
  cells.push(rest);
  const texts = cells.map((cell) => bodyText(cell).trim());
  const areCells = texts.every(
    (each) => each !== '' && each.length <= MAX_CELL_LENGTH && !/[。；]$/u.test(each),
  );
  return areCells && !LABEL.test(texts[0] ?? '') ? cells : [];
}

/** A tab inside other text is a space. */
function withoutTabs(block: Block): Block {
  if (!isParagraph(block) || !block.spans.some(({ text }) => text.includes('\t'))) return block;
  return { ...block, spans: block.spans.map((span) => ({ ...span, text: span.text.replaceAll('\t', ' ') })) };
}

/** Whether at least half of the cells below the first row and right of the first column hold figures. */
function haveFigures(rows: Span[][][]): boolean {
  const cells = rows.slice(1).flatMap((row) => row.slice(1).map((cell) => bodyText(cell).trim()));
  return cells.filter((cell) => FIGURE.test(cell)).length * 2 >= cells.length;
}
