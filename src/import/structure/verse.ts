import { isOrg } from '#core/byline/orgs.ts';
import { readBareNames, readBylineLine, readEditorLine, readSignature } from '#core/byline/byline-line.ts';
import type { Block, Paragraph } from '../manuscript.ts';
import { readCredit } from '../patterns/credit.ts';
import { isFormLine } from '../patterns/form-lines.ts';
import { itemKind } from '../patterns/numbering.ts';
import { readDateLine, readSourceLine } from '../patterns/source-line.ts';
import { isTableLine } from '../patterns/table-lines.ts';
import { isParagraph, textOf } from '../spans.ts';

/** How letters end. */
const LETTER_END = /^(?:此致|敬礼|致礼|此致敬礼)[！!。]?$/u;
/** Length of a line of verse. */
const MAX_LENGTH = 22;
/** Lines of a poem. Fewer short lines in a row may be the head of an article. */
const MIN_LINES = 4;
/** Lines at the start of a text before an article's first paragraph may be its head. */
const MAX_HEAD_LINES = 5;
/** Prose in short paragraphs ends most of them with a full stop; verse of equal lines may do so too. */
const MAX_CLOSED_SHARE = 0.6;

/** Joins the lines of each stanza to one paragraph with line breaks. */
export function joinVerse(blocks: Block[]): Block[] {
  const out: Block[] = [];
  for (let at = 0; at < blocks.length;) {
    const run = runAt(blocks, at);
    const lines = run.length > 0 ? versesOf(run, out, blocks[at + run.length]) : [];
    const head = run.length - lines.flat().length;
    out.push(...run.slice(0, head), ...lines.map(stanzaOf));
    at += run.length;
    const block = blocks[at];
    if (run.length === 0 && block) {
      out.push(block);
      at += 1;
    }
  }
  return out;
}

/** The short lines in a row from a block on. */
function runAt(blocks: Block[], start: number): Paragraph[] {
  const end = blocks.findIndex((block, index) => index >= start && !couldBeVerse(block));
  return blocks.slice(start, end < 0 ? undefined : end) as Paragraph[];
}

function couldBeVerse(block: Block): block is Paragraph {
  if (!isParagraph(block) || block.level !== undefined || block.item || block.quoted) return false;
  const text = textOf(block);
  if (text.length < 2 || [...text].length > MAX_LENGTH || text.includes('\n')) return false;
  if (!/\p{Script=Han}/u.test(text) || /[\t：:；;@／/|｜]$|[\t：:@｜|]|^[（(【[].*[）)】\]]$/u.test(text))
    return false;
  if (itemKind(text) !== undefined || isFormLine(text) || isTableLine(text)) return false;
  return !isCreditLine(text) && !LETTER_END.test(text) && !isOrg(text);
}

function isCreditLine(text: string): boolean {
  return (
    readBylineLine(text) !== undefined ||
    readEditorLine(text) !== undefined ||
    readSignature(text) !== undefined ||
    readSourceLine(text) !== undefined ||
    readDateLine(text) !== undefined ||
    readCredit(text) !== undefined
  );
}

/**
 * The stanzas at the end of a run of short lines; its first lines may be the title and the author.
 * @param before the blocks before the run
 * @param after the block behind it
 */
function versesOf(run: Paragraph[], before: Block[], after: Block | undefined): Paragraph[][] {
  const isStart = before.every((block) => textOf(block) === '');
  const head = headLength(run, isStart);
  const lines = run.slice(head);
  if (lines.length < MIN_LINES || isProse(lines)) return [];
  if (isStart && after !== undefined && run.length <= MAX_HEAD_LINES) return [];
  const gapOf = (index: number) => lines[index]?.gap ?? 0;
  const smallest = Math.min(...lines.slice(1).map((_, index) => gapOf(index + 1)));
  const starts = lines.flatMap((_, index) => (index === 0 || gapOf(index) > smallest ? [index] : []));
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}

/** Number of lines before the verse: a title and a name at the start, or lines that are set apart from the rest. */
function headLength(run: Paragraph[], isStart: boolean): number {
  const gaps = run.map(({ gap = 0 }) => gap);
  const base = Math.min(...gaps.slice(1));
  let head = 0;
  // A single line between two larger gaps is a title, not a stanza.
  while (head + 1 < run.length && (gaps[head + 1] ?? 0) > base) head += 1;
  if (isStart && head === 0) head = 1;
  if (isStart && head === 1 && readBareNames(textOf(run[1]))) head = 2;
  return head;
}

/** Whether lines are prose: most end with a full stop, and their lengths differ. */
function isProse(lines: Paragraph[]): boolean {
  const texts = lines.map(textOf);
  const closed = texts.filter((text) => /[。！？”…!?]$/u.test(text)).length;
  const areEqual = new Set(texts.map(({ length }) => length)).size === 1;
  return !areEqual && closed > texts.length * MAX_CLOSED_SHARE;
}

function stanzaOf(lines: Paragraph[]): Paragraph {
  const [first, ...rest] = lines as [Paragraph, ...Paragraph[]];
  const spans = rest.flatMap((line) => [{ text: '\n', added: '诗行' }, ...line.spans]);
  return { ...first, spans: [...first.spans, ...spans], verse: true };
}
