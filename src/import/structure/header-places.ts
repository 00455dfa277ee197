import { readBareNames, readBylineLine, readSignature } from '#core/byline/byline-line.ts';
import { tidy } from '#core/byline/byline-text.ts';
import { isMedia } from '#core/byline/orgs.ts';
import type { Block } from '../manuscript.ts';
import { readDateline } from '../patterns/dateline.ts';
import { isOfficeOnly } from '../patterns/official-lines.ts';
import { leadingLength, withSpaces } from '../patterns/ornaments.ts';
import { readTail } from '../patterns/signature-tail.ts';
import { readDateLine } from '../patterns/source-line.ts';
import { isParagraph, textOf } from '../spans.ts';
import { ITEM_NUMBER, looksLikeTitle } from './title-line.ts';
import { joinOf } from './two-line-title.ts';

/* What a line of a header is, judged by the lines around it. */

/** Length of the paragraph that follows a header. */
const MIN_TEXT_LENGTH = 30;
/** Length of a brief with names at its end. */
const MIN_SIGNED_LENGTH = 20;
/** Length of the text behind a dateline in the same paragraph. */
const MIN_TEXT_BEHIND_DATELINE = 10;
const ENCLOSED = /^[（(【].*[）)】]。?$/u;
/** The page of a paper above its items: `第3版：园区`. */
export const PAGE_OF_PAPER =
  /^第\s*(?:[A-D]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版(?:\s*[：:·]\s*\p{Script=Han}{2,6})?$|^[A-D]\d{1,2}版?[\s·：:]*\p{Script=Han}{2,4}$/u;
/** Where a quotation above a text is from. */
const EPIGRAPH_SOURCE = /^(?:—{1,2}|―{1,2}|─{1,2})\s*(?:题记|题辞|题词|引言|引子|.{0,12}《[^》]{1,20}》)$/u;

/** Whether a line is a numbered title above a text with a dateline or with names at its end: an item of a digest. */
export function isNumberedItem(blocks: Block[], at: number): boolean {
  const text = textOf(blocks[at]);
  const number = ITEM_NUMBER.exec(text)?.[0];
  if (number === undefined || !looksLikeTitle(text.slice(number.length))) return false;
  return isSignedBrief(textOf(blocks[at + 1])) || opensText(blocks, at + 1);
}

/** Whether a text has names at its end. */
function isSignedBrief(text: string): boolean {
  return text.length >= MIN_SIGNED_LENGTH && (readTail(text)?.people.length ?? 0) > 0;
}

/** Whether a block can only be body text: long, verse, or at the start of the file a sentence. */
export function isBody(block: Block | undefined, isFirst: boolean): boolean {
  if (!isParagraph(block)) return false;
  const text = textOf(block);
  return (
    block.verse === true ||
    text.length > MIN_TEXT_LENGTH ||
    isSignedBrief(text) ||
    (isFirst && /[，。].*[。！？”]$|[。！？]$/u.test(text))
  );
}

/** Whether a line is an office that signs the text below it. */
export function signsBody(blocks: Block[], at: number): boolean {
  const next = blocks.slice(at + 1, at + 4).find((block) => textOf(block) !== '');
  return readSignature(textOf(blocks[at])) !== undefined && textOf(next).length > MIN_TEXT_LENGTH;
}

/** Whether a line is part of a quotation between the title and the byline: a sentence, and `——题记` below it. */
export function isEpigraph(blocks: Block[], at: number): boolean {
  const lines = blocks.slice(at, at + 4).map(textOf);
  const source = lines.findIndex((line) => EPIGRAPH_SOURCE.test(line));
  if (source < 0 || source > 2) return false;
  const byline = lines[source + 1] ?? '';
  return readBylineLine(byline) !== undefined || readBareNames(byline) !== undefined;
}

/** Whether the line below an editor's note is a byline. */
export function isSignedBelow(blocks: Block[], at: number): boolean {
  const next = blocks.slice(at + 1, at + 4).find((block) => textOf(block) !== '');
  return isParagraph(next) && readBylineLine(textOf(next)) !== undefined;
}

/** Whether a line is the name of a paper above a date or the number of a page. */
export function isPaperAboveDate(blocks: Block[], at: number): boolean {
  const next = textOf(blocks.slice(at + 1, at + 4).find((block) => textOf(block) !== ''));
  const isPaper = /[报刊]》?$/u.test(textOf(blocks[at])) && isMedia(textOf(blocks[at]));
  return isPaper && (readDateLine(withSpaces(next)) !== undefined || PAGE_OF_PAPER.test(next));
}

/** Whether a line below a title is a name above a date with the time of day, as apps print an account's. */
export function isNameAboveTime(blocks: Block[], at: number): boolean {
  const next = tidy(textOf(blocks.slice(at + 1, at + 4).find((block) => textOf(block) !== '')));
  const isName = /^[\p{Script=Han}A-Za-z0-9·]{2,16}$/u.test(textOf(blocks[at]));
  return isName && /\d{1,2}：\d{2}$/u.test(next) && readDateLine(next) !== undefined;
}

/** Whether a line is the office of a page that prints its office and its date above the title. */
export function isOfficeAboveDate(blocks: Block[], at: number): boolean {
  if (readSignature(textOf(blocks[at])) === undefined) return false;
  const [date, title] = blocks.slice(at + 1, at + 6).filter((block) => textOf(block) !== '');
  return (
    isParagraph(date) &&
    readDateLine(withSpaces(textOf(date))) !== undefined &&
    isParagraph(title) &&
    looksLikeTitle(textOf(title))
  );
}

/** Whether a paragraph begins with a dateline that a text follows. */
export function opensText(blocks: Block[], at: number): boolean {
  const printed = textOf(blocks[at]);
  const text = printed.slice(leadingLength(printed));
  const dateline = readDateline(text);
  if (!dateline) return false;
  if (text.length - dateline.length >= MIN_TEXT_BEHIND_DATELINE) return true;
  if (ENCLOSED.test(text)) return false;
  const next = blocks.slice(at + 1, at + 4).find((block) => textOf(block) !== '');
  return textOf(next).length > MIN_TEXT_LENGTH;
}

/** Whether a line is the office above the subject of its document: both are the title. */
export function beginsTitle(blocks: Block[], at: number): boolean {
  const block = blocks[at];
  const below = blocks.slice(at + 1, at + 3).find((each) => textOf(each) !== '');
  if (!isParagraph(block) || !isParagraph(below)) return false;
  if (isOfficeOnly(textOf(block)) && isOfficeOnly(textOf(below)))
    return beginsTitle(blocks, blocks.indexOf(below, at));
  return joinOf(block, below) === 'certain' && looksLikeTitle(textOf(below));
}
