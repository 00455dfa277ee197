import type { Block, Paragraph, Span, Table } from '../manuscript.ts';
import { isFormLine } from '../patterns/form-lines.ts';
import { isOfficeOnly, officialPart } from '../patterns/official-lines.ts';
import { bodyText, isParagraph, markAll, textOf } from '../spans.ts';

/** Tables above the text that hold its head matter: the index of a government page, a form of submission. */
const MAX_BLOCKS_ABOVE = 8;
const MAX_ROWS = 20;
const MAX_VALUE_LENGTH = 120;
/** Titles of forms of submission. */
const FORM_TITLE =
  /^.{0,20}(?:(?:报送|送审|审批|审核|呈批|发稿|投稿|来稿|供稿|登记|签发|审签|报审)[单表笺]|(?:稿件|信息)(?:报送|送审|审批|登记|信息)?[单表])$/u;
/** Fields that an article has; the lines with them are read like other lines above a text. */
const READ = /^(?:作者|撰稿人?|投稿人|供稿人?|来源|信息来源|发布机构|发布日期|发布时间|成文日期)$/u;

/** Replaces tables of head matter by lines: `作者：甲某`. Fields that an article does not have are moved to `printed`. */
export function readFormTables(blocks: Block[]): Block[] {
  return blocks.flatMap((block, at): Block[] => {
    if (block.type === 'table' && at < MAX_BLOCKS_ABOVE) return linesOf(block) ?? [block];
    const below = blocks.slice(at + 1, at + 3).find((each) => each.type === 'table' || textOf(each) !== '');
    const isTitle = isParagraph(block) && FORM_TITLE.test(textOf(block).replace(/\s/gu, ''));
    if (!isTitle || at >= MAX_BLOCKS_ABOVE || below?.type !== 'table' || !pairsOf(below)) return [block];
    return [{ ...block, spans: markAll(block.spans, { movedTo: 'printed' }) }];
  });
}

function linesOf(table: Table): Paragraph[] | undefined {
  const cells = table.rows.flat().filter((cell) => textOfCell(cell) !== '');
  // The number of an official document and its signer side by side.
  const areParts = cells.every((cell) => isHeadCell(textOfCell(cell)));
  if (cells.length > 0 && areParts && cells.some((cell) => officialPart(textOfCell(cell)) !== undefined))
    return cells.map((cell) => ({ type: 'paragraph', line: table.line, spans: cell.flat() }));
  return pairsOf(table)?.map(({ label, value }) => {
    const printed = textOfCell(label);
    const sign: Span = { text: /[：:]$/u.test(printed) ? ' ' : '：', added: '表格里标签和内容之间' };
    const isRead = READ.test(printed.replace(/[\s：:]/gu, ''));
    const spans = isRead
      ? [...label.flat(), sign, ...value.flat()]
      : markAll([...label.flat(), sign, ...value.flat()], { movedTo: 'printed' });
    return { type: 'paragraph', line: table.line, spans };
  });
}

function isHeadCell(text: string): boolean {
  return officialPart(text) !== undefined || isOfficeOnly(text);
}

/** The labels and values of a form; undefined if the table is not one. */
function pairsOf({ rows }: Table): { label: Span[][]; value: Span[][] }[] | undefined {
  if (rows.length > MAX_ROWS) return undefined;
  const pairs: { label: Span[][]; value: Span[][] }[] = [];
  for (const row of rows) {
    const cells = row.filter((cell, index) => index % 2 === 0 || textOfCell(cell) !== '' || index === 1);
    for (let at = 0; at < cells.length; at += 2) {
      const [label = [], value = []] = [cells[at], cells[at + 1]];
      const text = textOfCell(label);
      if (text === '' && textOfCell(value) === '') continue;
      const isLabel = isFormLine(/[：:]$/u.test(text) ? text : `${text}：`);
      if (!isLabel || textOfCell(value).length > MAX_VALUE_LENGTH) return undefined;
      pairs.push({ label, value });
    }
  }
  return pairs.length >= 2 ? pairs : undefined;
}

function textOfCell(cell: Span[][]): string {
  return cell.map(bodyText).join(' ').trim();
}
