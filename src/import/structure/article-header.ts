import type { Person } from '#core/byline.ts';
import type { KnownNames } from '../draft.ts';
import { readBareNames, readBylineLine, readEditorLine, readSignature } from '#core/byline/byline-line.ts';
import { tidy } from '#core/byline/byline-text.ts';
import type { Block, Paragraph } from '../manuscript.ts';
import { looksLikeByline } from '../patterns/like-byline.ts';
import { readCredit } from '../patterns/credit.ts';
import { beginsWithTime, readDateWithWord, readMasthead } from '../patterns/dated-name.ts';
import { isEditorsNote } from '../patterns/editors-note.ts';
import { titleLabel } from '../patterns/form-lines.ts';
import { withoutOrnaments, withSpaces } from '../patterns/ornaments.ts';
import { isIndexLine } from '../patterns/source-fields.ts';
import { readDateLine, readSourceLine, type SourceLine } from '../patterns/source-line.ts';
import { isParagraph, textOf } from '../spans.ts';
import { columnInTitle, isColumn, isFramedColumn } from './column-heads.ts';
import {
  beginsTitle,
  isBody,
  isEpigraph,
  isNameAboveTime,
  isNumberedItem,
  isOfficeAboveDate,
  isPaperAboveDate,
  isSignedBelow,
  opensText,
  PAGE_OF_PAPER,
  signsBody,
} from './header-places.ts';
import { isLabelledDate, looksLikeTitle, MAX_TITLE_LENGTH } from './title-line.ts';
import { type TitleLine, titlesOf } from './title-lines.ts';

/** A line of an article's header, with its meaning. */
export type HeadLine =
  | TitleLine
  | { kind: 'category'; block: Paragraph }
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

/** Lines of a header, without pictures. */
const MAX_LINES = 9;
const MAX_TITLES = 3;

/** Who publishes a paper, and its numbers, above an article. */
const IMPRINT =
  /^.{2,30}(?:主管|主办|承办|协办|主管主办|出版)$|^(?:国内统一(?:连续出版物|刊)号|国内刊号|邮发代号|准印证号|内部准印证|CN) ?[：:]? ?[\p{Script=Han}\dA-Z].{2,40}$|^(?:今日|本期)[\d一二三四五六七八九十]{1,3}版$|^\d{4}年(?:第?\d{1,3}期)(?:（?总第?\d{1,4}期）?)?$|^\p{Script=Han}{2,10} \d{4}年第?\d{1,3}期(?:（?总第?\d{1,4}期）?)?$/u;
const SUBTITLE = /^(?:—{1,2}|--|――|──)\s*\S/u;

/**
 * Reads the lines that could be the head of an article from a block on.
 * @param isFirst whether this is the start of the file, where a line needs no further evidence to be a title
 */
export function readHeader(blocks: Block[], start: number, names: KnownNames, isFirst: boolean): Header {
  const { lines, heads, end: at } = readHeadLines(blocks, start, names, isFirst);
  const [first] = heads;
  if (
    first &&
    heads.length > 1 &&
    isFramedColumn(textOf(first)) &&
    lines.every(({ kind }) => kind !== 'category')
  )
    lines.push({ kind: 'category', block: heads.shift() as Paragraph });
  const next = textBelow(blocks, at);
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
  const order = new Map(blocks.slice(start, at).map((block, index) => [block, index]));
  return {
    lines: [...lines, ...titleLines].toSorted(
      (a, b) => (order.get(a.block) ?? 0) - (order.get(b.block) ?? 0),
    ),
    end: at,
    evidence:
      evidenceOf(lines) +
      (hasDateline ? 3 : 0) +
      (((blocks[start] as Paragraph | undefined)?.gap ?? 0) >= 2 ? 1 : 0) +
      (heads.some((head) => columnInTitle(textOf(head), names)) ? 2 : 0) +
      (isFirst ? 2 : 0),
  };
}

/** Reads lines as long as they can be part of a header: those whose form says what they are, and titles. */
function readHeadLines(
  blocks: Block[],
  start: number,
  names: KnownNames,
  isFirst: boolean,
): { lines: HeadLine[]; heads: Paragraph[]; end: number } {
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
    if (isFirst && heads.length === 0 && isEditorsNote(text) && looksLikeTitle(textOf(blocks[at + 1])))
      continue;
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
    else if (
      (begins || titleLabel(text)?.kind === 'title' || isNumberedItem(blocks, at)) &&
      heads.length < MAX_TITLES
    )
      heads.push(block);
    else if (heads.length > 0 && signsBody(blocks, at)) {
      lines.push({ kind: 'byline', block, people: readSignature(text) ?? [] });
    } else if (heads.length > 0 && (looksLikeByline(text) || isShortAfterTime(text)))
      lines.push({ kind: 'unread', block });
    else if (isSectionHeading || isBelowByline(heads, lines)) break;
    else if (looksLikeTitle(text) && heads.length < MAX_TITLES) heads.push(block);
    else break;
  }
  return { lines, heads, end: at };
}

/** How much the lines of a header say that an article begins. */
function evidenceOf(lines: HeadLine[]): number {
  const strong = lines.filter(({ kind }) => kind === 'byline' || kind === 'subtitle' || kind === 'category');
  return strong.length * 2 + lines.filter(({ kind }) => kind === 'source').length;
}

/** The first text below a header, behind the salutation of a letter or a notice. */
function textBelow(blocks: Block[], at: number): Block | undefined {
  const isText = (block: Block) => block.type !== 'picture' && textOf(block) !== '';
  const first = blocks.findIndex((block, index) => index >= at && isText(block));
  if (first < 0 || !/^.{2,30}[：:]$/u.test(textOf(blocks[first]))) return blocks[first];
  return blocks.find((block, index) => index > first && isText(block));
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
  return PAGE_OF_PAPER.test(text) || IMPRINT.test(tidy(text)) || isIndexLine(text)
    ? { kind: 'editor', block }
    : undefined;
}

/** Whether a title and its byline stand above: a short line that follows is the heading of the first section. */
function isBelowByline(heads: Paragraph[], lines: HeadLine[]): boolean {
  return heads.length > 0 && lines.some(({ kind }) => kind === 'byline');
}

/** A line below a title that begins with a time, or has a label and a date, and could not be read. */
function isShortAfterTime(text: string): boolean {
  return isLabelledDate(text) || (text.length <= MAX_TITLE_LENGTH && beginsWithTime(tidy(text)));
}
