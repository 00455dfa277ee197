import type { Person } from '#core/byline.ts';
import type { KnownNames } from '../draft.ts';
import { readBareNames, readBylineLine, readEditorLine, readSignature } from '#core/byline/byline-line.ts';
import { isMedia } from '#core/byline/orgs.ts';
import { tidy } from '#core/byline/byline-text.ts';
import { looksLikeByline } from '../patterns/like-byline.ts';
import { readEndLine } from '../patterns/end-line.ts';
import { beginsWithTime, readDateWithWord, readMasthead } from '../patterns/dated-name.ts';
import { readDateline } from '../patterns/dateline.ts';
import { readCredit } from '../patterns/credit.ts';
import { isIndexLine } from '../patterns/source-fields.ts';
import { readDateLine, readSourceLine, type SourceLine } from '../patterns/source-line.ts';
import { isEditorsNote } from '../patterns/editors-note.ts';
import { isFormLine, titleLabel } from '../patterns/form-lines.ts';
import { isOfficeOnly } from '../patterns/official-lines.ts';
import { hasItemNumber } from '../patterns/numbering.ts';
import { isTableLine } from '../patterns/table-lines.ts';
import { leadingLength, withoutOrnaments, withSpaces } from '../patterns/ornaments.ts';
import type { Block, Paragraph } from '../manuscript.ts';
import { isParagraph, textOf } from '../spans.ts';
import { joinOf, type TitleJoin } from './two-line-title.ts';
import { columnInTitle, isColumn, isFramedColumn } from './column-heads.ts';

/** A line of an article's header, with its meaning. */
export type HeadLine =
  /** `joins`: the line continues the title above it. */
  | { kind: 'title' | 'kicker' | 'subtitle' | 'category'; block: Paragraph; joins?: TitleJoin }
  | { kind: 'byline'; block: Paragraph; people: Person[] }
  | ({ kind: 'source'; block: Paragraph } & SourceLine)
  | { kind: 'editor'; block: Paragraph; editor?: string }
  /** Like a byline, but not readable as one: stays in the text. */
  | { kind: 'unread'; block: Paragraph };

export interface Header {
  lines: HeadLine[];
  /** Index of the first block of the body. */
  end: number;
  /** Score: how likely an article begins here. Compare with MIN_EVIDENCE. */
  evidence: number;
}

const MAX_TITLE_LENGTH = 60;
/** Lines of a header, without pictures. */
const MAX_LINES = 9;
const MAX_TITLES = 3;
/** Length of the paragraph that follows a header. */
const MIN_TEXT_LENGTH = 30;
/** Length of the text behind a dateline in the same paragraph. */
const MIN_TEXT_BEHIND_DATELINE = 10;
const ENCLOSED = /^[（(【].*[）)】]。?$/u;

/** Numbered headings; these are never titles. */
export const NUMBERED =
  /^(?:第[一二三四五六七八九十百]+[章节部分编]|[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|[（(]?\d{1,2}(?:[）)、]|[．.](?!\d)))/u;
/** Number of an item in front of its title. */
export const ITEM_NUMBER = /^(?:\d{1,3}[、．.](?!\d)|[（(]\d{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、)\s*/u;
/** A question or an answer of an interview. */
const SPEAKER = /^(?:本[报刊]记者|记者|问(?:题[一二三四五六七八九十\d]{0,2})?|答|主持人|受访[人者]|[A-Z])[：:]/u;
const SENTENCE_END = /[。；;，,、：:…]$/u;
/** The page of a paper above its items: `第3版：园区`. */
const PAGE_OF_PAPER =
  /^第\s*(?:[A-D]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版(?:\s*[：:·]\s*\p{Script=Han}{2,6})?$/u;
/** Where a quotation above a text is from. */
/** Who publishes a paper, and its numbers, above an article. */
const IMPRINT =
  /^.{2,30}(?:主管|主办|承办|协办|主管主办|出版)$|^(?:国内统一(?:连续出版物|刊)号|国内刊号|邮发代号|准印证号|内部准印证|CN) ?[：:]? ?[\p{Script=Han}\dA-Z].{2,40}$|^(?:今日|本期)[\d一二三四五六七八九十]{1,3}版$|^\p{Script=Han}{2,10} \d{4}年第?\d{1,3}期(?:（?总第?\d{1,4}期）?)?$/u;
const EPIGRAPH_SOURCE = /^(?:—{1,2}|―{1,2}|─{1,2})\s*(?:题记|题辞|题词|引言|引子|.{0,12}《[^》]{1,20}》)$/u;
const SUBTITLE = /^(?:—{1,2}|--|――|──)\s*\S/u;

/** Whether a line could be a title: short, without final punctuation, not numbered, and not a credit, signature, byline or contact line. */
export function looksLikeTitle(printed: string): boolean {
  if (/^[-•·*]\s/u.test(printed)) return false;
  const text = withoutOrnaments(printed);
  if (text.length < 2 || [...text].length > MAX_TITLE_LENGTH) return false;
  if (beginsWithTime(tidy(text))) return false;
  if (SPEAKER.test(text) || SENTENCE_END.test(text) || /。(?!”)/u.test(text)) return false;
  if (NUMBERED.test(text) || hasItemNumber(text) || isFormLine(text) || isTableLine(text)) return false;
  if (/(?:邮箱|热线|电话|传真|邮编|地址|网址|Q{2}|微信)[：:]/u.test(text) || /@|https?:/u.test(text))
    return false;
  return /[\p{Script=Han}A-Za-z]/u.test(text) && !looksLikeByline(text) && readEndLine(text) === undefined;
}

/**
 * Reads the lines that could be the head of an article from a block on.
 * @param isFirst whether this is the start of the file, where a line needs no further evidence to be a title
 */
export function readHeader(blocks: Block[], start: number, names: KnownNames, isFirst: boolean): Header {
  const lines: HeadLine[] = [];
  const heads: Paragraph[] = [];
  let at = start;
  for (; at < blocks.length && lines.length + heads.length < MAX_LINES; at += 1) {
    const block = blocks[at];
    if (!isParagraph(block) || block.item || block.quoted || block.verse) break;
    const text = textOf(block);
    if (text === '') continue;
    // Below an editor's note the byline of the article may follow; the note itself stays in the text.
    if (heads.length > 0 && isEditorsNote(text) && isSignedBelow(blocks, at)) continue;
    if (heads.length > 0 && isEpigraph(blocks, at)) continue;
    if (isFirst && heads.length === 0 && isEditorsNote(text) && looksLikeTitle(textOf(blocks[at + 1]))) continue;
    const begins = beginsTitle(blocks, at);
    const line = begins ? undefined : formOf(text, block, names, heads.length + lines.length > 0);
    // A styled heading below a styled title is the heading of the first section.
    const depth = block.level;
    const isSectionHeading =
      depth !== undefined && heads.some(({ level }) => level !== undefined && level <= depth);
    if (line) lines.push(line);
    else if (isFirst && heads.length + lines.length === 0 && isOfficeAboveDate(blocks, at))
      lines.push({ kind: 'byline', block, people: readSignature(text) ?? [] });
    else if (heads.length === 1 && isNameAboveTime(blocks, at))
      lines.push({ kind: 'source', block, source: text, isUncertain: true });
    else if (isFirst && heads.length === 0 && isPaperAboveDate(blocks, at))
      lines.push({ kind: 'source', block, source: text.replace(/[《》]/gu, ''), isUncertain: true });
    else if ((begins || titleLabel(text)?.kind === 'title' || isNumberedItem(blocks, at)) && heads.length < MAX_TITLES)
      heads.push(block);
    else if (heads.length > 0 && signsBody(blocks, at)) {
      lines.push({ kind: 'byline', block, people: readSignature(text) ?? [] });
    } else if (heads.length > 0 && (looksLikeByline(text) || isShortAfterTime(text)))
      lines.push({ kind: 'unread', block });
    else if (isSectionHeading || isBelowByline(heads, lines)) break;
    else if (looksLikeTitle(text) && heads.length < MAX_TITLES) heads.push(block);
    else break;
  }
  const [first] = heads;
  if (
    first &&
    heads.length > 1 &&
    isFramedColumn(textOf(first)) &&
    lines.every(({ kind }) => kind !== 'category')
  )
    lines.push({ kind: 'category', block: heads.shift() as Paragraph });
  const below = blocks.slice(at).filter((block) => block.type !== 'picture' && textOf(block) !== '');
  // The salutation of a letter or a notice.
  const next = /^.{2,30}[：:]$/u.test(textOf(below[0])) ? below[1] : below[0];
  const hasDateline = next !== undefined && opensText(blocks, blocks.indexOf(next, at));
  // A short line before another heading or at the end of the file is a heading or a caption, not a title.
  const following = isFirst ? blocks.slice(at, at + 3) : [next];
  const bodyFollows =
    hasDateline ||
    following.some((block) => isBody(block, isFirst)) ||
    (isFirst && lines.some(({ kind }) => kind === 'byline' || kind === 'subtitle'));
  const titleLines = titlesOf(heads);
  const hasTitleStyle = isFirst && heads.some(({ level }) => level === 1);
  if (heads.length > 0 && !bodyFollows && !hasTitleStyle) return { lines: [], end: start, evidence: 0 };
  const evidence =
    (hasDateline ? 3 : 0) +
    lines.reduce(
      (sum, { kind }) =>
        sum +
        (kind === 'byline' || kind === 'subtitle' || kind === 'category' ? 2 : kind === 'source' ? 1 : 0),
      0,
    ) +
    (((blocks[start] as Paragraph | undefined)?.gap ?? 0) >= 2 ? 1 : 0) +
    (heads.some((head) => columnInTitle(textOf(head), names)) ? 2 : 0) +
    (isFirst ? 2 : 0);
  const order = new Map(blocks.slice(start, at).map((block, index) => [block, index]));
  return {
    lines: [...lines, ...titleLines].toSorted(
      (a, b) => (order.get(a.block) ?? 0) - (order.get(b.block) ?? 0),
    ),
    end: at,
    evidence,
  };
}

/** Whether a line is a numbered title above a text with a dateline: an item of a digest. */
function isNumberedItem(blocks: Block[], at: number): boolean {
  const text = textOf(blocks[at]);
  const number = ITEM_NUMBER.exec(text)?.[0];
  return number !== undefined && looksLikeTitle(text.slice(number.length)) && opensText(blocks, at + 1);
}

/** Whether a block can only be body text: long, verse, or at the start of the file a sentence. */
function isBody(block: Block | undefined, isFirst: boolean): boolean {
  if (!isParagraph(block)) return false;
  const text = textOf(block);
  return (
    block.verse === true ||
    text.length > MIN_TEXT_LENGTH ||
    (isFirst && /[，。].*[。！？”]$|[。！？]$/u.test(text))
  );
}

/** Whether a line is an office that signs the text below it. */
function signsBody(blocks: Block[], at: number): boolean {
  const next = blocks.slice(at + 1, at + 4).find((block) => textOf(block) !== '');
  return readSignature(textOf(blocks[at])) !== undefined && textOf(next).length > MIN_TEXT_LENGTH;
}

/** Whether a line is part of a quotation between the title and the byline: a sentence, and `——题记` below it. */
function isEpigraph(blocks: Block[], at: number): boolean {
  const lines = blocks.slice(at, at + 4).map(textOf);
  const source = lines.findIndex((line) => EPIGRAPH_SOURCE.test(line));
  if (source < 0 || source > 2) return false;
  const byline = lines[source + 1] ?? '';
  return readBylineLine(byline) !== undefined || readBareNames(byline) !== undefined;
}

/** Whether the line below an editor's note is a byline. */
function isSignedBelow(blocks: Block[], at: number): boolean {
  const next = blocks.slice(at + 1, at + 4).find((block) => textOf(block) !== '');
  return isParagraph(next) && readBylineLine(textOf(next)) !== undefined;
}

/** Whether a title and its byline stand above: a short line that follows is the heading of the first section. */
function isBelowByline(heads: Paragraph[], lines: HeadLine[]): boolean {
  return heads.length > 0 && lines.some(({ kind }) => kind === 'byline');
}

/** A line below a title that begins with a time and could not be read. */
function isShortAfterTime(text: string): boolean {
  return text.length <= MAX_TITLE_LENGTH && beginsWithTime(tidy(text));
}

/** Whether a line is the name of a paper above a date or the number of a page. */
function isPaperAboveDate(blocks: Block[], at: number): boolean {
  const next = textOf(blocks.slice(at + 1, at + 4).find((block) => textOf(block) !== ''));
  const isPaper = /[报刊]》?$/u.test(textOf(blocks[at])) && isMedia(textOf(blocks[at]));
  return isPaper && (readDateLine(withSpaces(next)) !== undefined || PAGE_OF_PAPER.test(next));
}

/** Whether a line below a title is a name above a date with the time of day, as apps print an account's. */
function isNameAboveTime(blocks: Block[], at: number): boolean {
  const next = tidy(textOf(blocks.slice(at + 1, at + 4).find((block) => textOf(block) !== '')));
  const isName = /^[\p{Script=Han}A-Za-z0-9·]{2,16}$/u.test(textOf(blocks[at]));
  return isName && /\d{1,2}：\d{2}$/u.test(next) && readDateLine(next) !== undefined;
}

/** Whether a line is the office of a page that prints its office and its date above the title. */
function isOfficeAboveDate(blocks: Block[], at: number): boolean {
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
function beginsTitle(blocks: Block[], at: number): boolean {
  const block = blocks[at];
  const below = blocks.slice(at + 1, at + 3).find((each) => textOf(each) !== '');
  if (!isParagraph(block) || !isParagraph(below)) return false;
  if (isOfficeOnly(textOf(block)) && isOfficeOnly(textOf(below)))
    return beginsTitle(blocks, blocks.indexOf(below, at));
  return joinOf(block, below) === 'certain' && looksLikeTitle(textOf(below));
}

/** The lines of a title that was set in several lines, with the kicker above it and the subtitle below. */
function joinedTitle(heads: Paragraph[]): HeadLine[] | undefined {
  const first = heads.findIndex((head, index) => joinOf(head, heads[index + 1]) !== undefined);
  if (first < 0) return undefined;
  let isTitle = true;
  return heads.map((block, index): HeadLine => {
    if (index < first) return { kind: 'kicker', block };
    const joins = index > first ? joinOf(heads[index - 1] as Paragraph, block) : undefined;
    if (index > first && joins === undefined) isTitle = false;
    if (!isTitle) return { kind: 'subtitle', block };
    return { kind: 'title', block, ...(joins && { joins }) };
  });
}

/** Decides which of the unclassified lines is the title: the largest one, else the second. */
function titlesOf(heads: Paragraph[]): HeadLine[] {
  const line = (kind: 'title' | 'kicker' | 'subtitle', block: Paragraph | undefined): HeadLine[] =>
    block ? [{ kind: kind, block }] : [];
  if (heads.length <= 1) return line('title', heads[0]);
  const joined = joinedTitle(heads);
  if (joined) return joined;
  const size = ({ size: points = 0, level = 9 }: Paragraph) => points * 10 - level;
  const largest = heads.toSorted((a, b) => size(b) - size(a))[0];
  const distinct = heads.filter((head) => largest && size(head) === size(largest)).length === 1;
  const title = distinct && largest ? heads.indexOf(largest) : 1;
  return [
    ...heads.slice(0, title).flatMap((block) => line('kicker', block)),
    ...line('title', heads[title]),
    ...heads.slice(title + 1).flatMap((block) => line('subtitle', block)),
  ];
}

function formOf(
  text: string,
  block: Paragraph,
  names: KnownNames,
  afterOthers: boolean,
): HeadLine | undefined {
  if (isColumn(text, names)) return { kind: 'category', block };
  const labelled = titleLabel(text);
  if (labelled && labelled.kind !== 'title') return { kind: labelled.kind, block };
  const bare = withoutOrnaments(text);
  const credit = readCredit(text);
  if (credit?.caption === '') {
    // A photographer below a title; a line such as 甲某 摄 belongs to a picture.
    const isLabelled =
      afterOthers && credit.people.length > 0 && /^(?:摄影|图|图片|供图)[\s：:/／｜|]/u.test(bare);
    return isLabelled ? { kind: 'byline', block, people: credit.people } : undefined;
  }
  const people = readBylineLine(text) ?? (afterOthers ? readBareNames(text) : undefined);
  if (people) return { kind: 'byline', block, people };
  if (SUBTITLE.test(bare) && [...bare].length <= MAX_TITLE_LENGTH) return { kind: 'subtitle', block };
  const spaced = withSpaces(text);
  const editor = readEditorLine(spaced);
  if (editor) return { kind: 'editor', block, ...editor };
  const source = readSourceLine(spaced);
  if (source) return { kind: 'source', block, ...source };
  const dated = afterOthers ? readDateWithWord(tidy(spaced)) : undefined;
  if (dated) return { kind: 'source', block, ...dated };
  const masthead = readMasthead(tidy(text));
  if (masthead) return { kind: 'source', block, ...masthead };
  const date = readDateLine(spaced);
  if (date) return { kind: 'source', block, date };
  return PAGE_OF_PAPER.test(text) || IMPRINT.test(tidy(text)) || isIndexLine(text) ? { kind: 'editor', block } : undefined;
}
