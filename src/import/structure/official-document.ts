import type { Block, ImportWarning, Manuscript, Paragraph } from '../manuscript.ts';
import {
  isOfficeOnly,
  isOfficialTitle,
  isRedHead,
  officialPart,
  type OfficialPart,
} from '../patterns/official-lines.ts';
import { isParagraph, textOf } from '../spans.ts';
import { moveToField } from './move-to-field.ts';

/** Lines at the start of the text in which a document's head may stand. */
const MAX_HEAD_LINES = 12;
/** Lines at the end in which its colophon may stand. */
const MAX_COLOPHON_LINES = 12;
const IN_HEAD = new Set<OfficialPart>(['份号', '密级', '紧急程度', '发文字号', '签发人']);
const IN_COLOPHON = new Set<OfficialPart>(['附注', '抄送', '印发']);
const CLASSIFIED = /绝密|机密|秘密|内部|不予公开/u;

/**
 * Sets the head and the colophon of an official document apart. Its title, addressee, text, list of enclosures,
 * signature and date remain.
 */
export function readOfficialDocument({
  blocks,
  meta,
  warnings,
}: Pick<Manuscript, 'blocks' | 'meta' | 'warnings'>): void {
  const lines = blocks.filter(isParagraph).filter((block) => textOf(block) !== '');
  const head = headOf(lines);
  if (head.length === 0 && !isColophon(lines)) return;
  const issuer = issuerOf(head, lines);
  if (issuer) meta.issuer ??= issuer;
  for (const block of head) {
    const classified = officialPart(textOf(block)) === '密级' && CLASSIFIED.test(textOf(block));
    if (classified) warnings.push(classifiedWarning(block));
    moveToField(block, 'printed');
  }
  for (const block of lines.slice(-MAX_COLOPHON_LINES)) {
    const part = officialPart(textOf(block));
    if (part !== undefined && IN_COLOPHON.has(part)) moveToField(block, 'printed');
  }
}

/** The lines of the head: those above the title, if one of them is a document number. */
function headOf(lines: Paragraph[]): Paragraph[] {
  const first = lines.slice(0, MAX_HEAD_LINES);
  const parts = first.map((block) => officialPart(textOf(block)));
  const number = parts.indexOf('发文字号');
  if (number < 0 || !isNearTitle(first, number)) return [];
  const isAbove = first.slice(0, number).every((block, index) => isHeadLine(block, parts[index]));
  // Below the title only the number itself belongs to the head: 标题（某政发〔2023〕3号）.
  if (!isAbove) return number <= 2 ? first.slice(number, number + 1) : [];
  let end = number + 1;
  while (parts[end] !== undefined && IN_HEAD.has(parts[end] as OfficialPart)) end += 1;
  return first.slice(0, end);
}

/** The office of the head, if the title begins with it too. */
function issuerOf(head: Paragraph[], lines: Paragraph[]): Manuscript['meta']['issuer'] {
  const title = textOf(lines.slice(head.length).find((block) => textOf(block) !== '')).replace(/\s/gu, '');
  for (const { line, ...block } of head) {
    const office = textOf({ line, ...block })
      .replace(/\s/gu, '')
      .replace(/文件$/u, '');
    if (office.length >= 4 && isOfficeOnly(office) && title.startsWith(office)) return { office, line };
  }
  return undefined;
}

function isHeadLine(block: Block, part: OfficialPart | undefined): boolean {
  const text = textOf(block);
  return (part !== undefined && IN_HEAD.has(part)) || isRedHead(text) || isOfficeOnly(text);
}

/** Whether a title stands near the document number: an article may also quote one. */
function isNearTitle(lines: Paragraph[], number: number): boolean {
  const near = [...lines.slice(Math.max(0, number - 2), number), ...lines.slice(number + 1, number + 5)];
  return near.some((block) => isOfficialTitle(textOf(block)));
}

/** Whether the last lines are a colophon: `抄送：…` and `…印发`. */
function isColophon(lines: Paragraph[]): boolean {
  const parts = lines.slice(-MAX_COLOPHON_LINES).map((block) => officialPart(textOf(block)));
  return parts.includes('印发');
}

function classifiedWarning({ line, spans }: Paragraph): ImportWarning {
  return {
    code: 'classified',
    message: '文件印着密级或“内部”：没有解密、没有批准公开的，不能刊出，请先问清楚',
    quote: spans
      .map(({ text }) => text)
      .join('')
      .trim(),
    line,
  };
}
