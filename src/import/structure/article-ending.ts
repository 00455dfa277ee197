import type { Draft } from '../draft.ts';
import {
  type EndLine,
  readEndLine,
  readNamesAtEnd,
  readOfficeAboveDate,
  readRoundup,
} from '../patterns/end-line.ts';
import { isEditorsNote } from '../patterns/editors-note.ts';
import { looksLikeByline } from '../patterns/like-byline.ts';
import { tidy } from '#core/byline/byline-text.ts';
import { withoutOrnaments } from '../patterns/ornaments.ts';
import { readTail, type Tail } from '../patterns/signature-tail.ts';
import type { ImportWarning, Paragraph } from '../manuscript.ts';
import { isParagraph, bodyText, mark, textOf } from '../spans.ts';
import { captionOf } from './captions.ts';
import { moveToField, moveByline, moveSource } from './move-to-field.ts';

/** Maximum number of lines below the body: source, date, editors, signatures, addresses. */
const MAX_LINES = 16;
/** Heads of boxes below an article, and the length of a box. */
const BOX =
  /^(?:(?:相关|新闻|知识|资料|背景|延伸|政策|数据)?(?:链接|背景|阅读|资料)|名词解释|新闻助读|小贴士|小知识|短评|点评|编后语?)[：:]?$/u;
/** Maximum number of paragraphs of a box below an article: with more it is a part of the text. */
const MAX_BOX_LINES = 10;
/** Characters at the end of a paragraph in which a signature in brackets is looked for. */
const MAX_TAIL_LENGTH = 100;
const SENTENCE_END = /[。！？…”’）]$/u;

interface ReadLine {
  block: Paragraph;
  line: EndLine;
}

/** Reads the lines below the body, in any order, and the names at the end of the last paragraph. */
export function readEnding(draft: Draft, captionOnly: boolean): void {
  const paragraphs = draft.blocks.filter(isParagraph).filter((block) => textOf(block) !== '');
  const { lines, last } = endLines(draft, paragraphs);
  if (last) readTailOf(draft, last);
  const box = boxAt(paragraphs);
  if (box > 0) {
    const above = endLines(draft, paragraphs.slice(0, box));
    const isSure = ({ line }: ReadLine) => line.kind !== 'unread' && line.kind !== 'contact';
    lines.unshift(
      ...above.lines.filter((each) => isSure(each) && !lines.some(({ block }) => block === each.block)),
    );
  }
  for (const { block, line } of lines) moveLine(draft, block, line, captionOnly);
  for (const { block, line } of lines) if (line.kind === 'org') moveOrg(draft, block, line);
}

/** The last paragraph that begins a note of the editors or a box of facts below an article; -1 if there is none. */
function boxAt(paragraphs: Paragraph[]): number {
  const at = paragraphs.findLastIndex((block) => {
    const text = withoutOrnaments(textOf(block));
    return BOX.test(text) || isEditorsNote(text);
  });
  return at > 1 && paragraphs.length - at <= MAX_BOX_LINES ? at : -1;
}

/**
 * The lines below the body in printed order, and the last paragraph of the body. The first paragraph is always
 * body. Captions below pictures are passed over.
 */
function endLines(draft: Draft, paragraphs: Paragraph[]): { lines: ReadLine[]; last?: Paragraph } {
  const lines: ReadLine[] = [];
  for (let at = paragraphs.length - 1; at >= 0; at -= 1) {
    const block = paragraphs[at] as Paragraph;
    if (at === 0 || lines.length >= MAX_LINES) return { lines, last: block };
    const text = textOf(block);
    if (isBelowPicture(draft, block) && isCaption(text, block)) continue;
    const isNamed = lines.some(({ line }) => line.kind === 'people');
    const mayBeNames = !isNamed && draft.byline.length === 0 && SENTENCE_END.test(textOf(paragraphs[at - 1]));
    const line =
      readEndLine(text) ??
      (mayBeNames ? readNamesAtEnd(text) : undefined) ??
      (isAboveDate(lines) ? readOfficeAboveDate(text) : undefined) ??
      unreadLine(text);
    if (!line || isOfMinutes(text, paragraphs[at - 1])) return { lines, last: block };
    lines.unshift({ block, line });
  }
  return { lines };
}

/** `记录：甲某` below those who were present: a line of the minutes, not of the byline. */
function isOfMinutes(text: string, before: Paragraph | undefined): boolean {
  return (
    /^记\s*录\s*人?\s*[：:]/u.test(text) &&
    /^(?:出\s*席|列\s*席|主\s*持|参加|缺席|请假)/u.test(textOf(before))
  );
}

/** Whether the line below is only a date: what stands above it signs the text. */
function isAboveDate([below]: ReadLine[]): boolean {
  return (
    below?.line.kind === 'source' && Object.keys(below.line).every((key) => key === 'kind' || key === 'date')
  );
}

/** Whether a line below a picture is its caption: a credit, or a date without a label. */
function isCaption(text: string, { centered }: Paragraph): boolean {
  const line = readEndLine(text);
  if (line?.kind === 'source') return /^[▲△▼▽(（\s]*\d{4}/u.test(text) && line.source === undefined;
  return line?.kind === 'credit' || (line === undefined && captionOf(text, centered === true) !== undefined);
}

function moveLine(draft: Draft, block: Paragraph, line: EndLine, captionOnly: boolean): void {
  const text = textOf(block);
  switch (line.kind) {
    case 'source':
      moveSource(draft, block, line);
      break;
    case 'editor':
      draft.editor ??= line.editor;
      draft.printed.push(text);
      moveToField(block, 'printed');
      break;
    case 'people':
      if (line.isUncertain) draft.warnings.push(uncertainNames(block));
      draft.date ??= line.date;
      moveByline(draft, block, line.people);
      break;
    case 'credit':
      moveByline(draft, block, line.people);
      if (captionOnly) draft.genre = '图片新闻';
      draft.warnings.push(missingPicture(text, block.line));
      break;
    case 'note':
      draft.printed.push(text);
      moveToField(block, 'printed');
      break;
    case 'unread':
      draft.warnings.push(unreadByline(text, block.line));
      break;
    case 'dateline':
      moveDateline(draft, block, line);
  }
}

/** A dateline below the text is kept as printed: the field is shown before the first paragraph. */
function moveDateline(draft: Draft, block: Paragraph, line: Extract<EndLine, { kind: 'dateline' }>): void {
  draft.printed.push(textOf(block));
  if (line.source) draft.source ??= line.source;
  draft.byline.push(...line.people);
  moveToField(block, 'printed');
}

/** The office belongs to the only author, or to the author that the line names. */
function moveOrg(draft: Draft, block: Paragraph, { org, name }: Extract<EndLine, { kind: 'org' }>): void {
  const all = draft.byline.filter((person) => name === undefined || person.name === name);
  const writers = all.filter(({ role }) => role !== '摄影');
  const authors = all.length > 1 && writers.length === 1 ? writers : all;
  const [author] = authors;
  if (author && authors.length === 1) author.org = org;
  else if (name !== undefined && draft.byline.length === 0) draft.byline.push({ name, role: '作者', org });
  draft.printed.push(textOf(block));
  moveToField(block, 'printed');
}

function unreadLine(text: string): EndLine | undefined {
  return looksLikeByline(text) ? { kind: 'unread' } : undefined;
}

/** The warning for a line that looks like a byline and could not be read. */
export function unreadByline(quote: string, line: number): ImportWarning {
  return {
    code: 'byline-unread',
    message: '这里像是署名、来源或编辑，没有读懂，文字没有动：请核对，要记作署名的写进 byline',
    quote,
    line,
  };
}

function missingPicture(quote: string, line: number): ImportWarning {
  return {
    code: 'picture-missing',
    message: '有摄影者署名，没有找到图片：请补图片，或删去署名',
    quote,
    line,
  };
}

function uncertainNames(block: Paragraph): ImportWarning {
  return {
    code: 'byline-by-position',
    message: '文末单独一行像是人名或单位名，没有印身份，已记作署名，请核对',
    quote: textOf(block),
    line: block.line,
  };
}

function isBelowPicture({ blocks }: Draft, block: Paragraph): boolean {
  return blocks[blocks.indexOf(block) - 1]?.type === 'picture';
}

/** `（综合某社、某报报道）` at the end of the last paragraph. */
function readRoundupTail(text: string): Tail | undefined {
  const found = /\s*（([^（）]{3,80})）\s*$/u.exec(text.slice(-MAX_TAIL_LENGTH));
  const read = found?.[1] ? readRoundup(tidy(found[1])) : undefined;
  if (!found || !read) return undefined;
  const start = Math.max(0, text.length - MAX_TAIL_LENGTH) + found.index;
  return {
    start,
    people: read.kind === 'people' ? read.people : [],
    ...(read.kind === 'source' && read.source && { source: read.source }),
  };
}

function readTailOf(draft: Draft, block: Paragraph): void {
  const text = bodyText(block.spans);
  const tail = readRoundupTail(text) ?? readTail(text);
  if (!tail) {
    const inner = /（([^（）]{3,40})）\s*$/u.exec(text.slice(-60))?.[1];
    if (inner !== undefined && looksLikeByline(inner)) draft.warnings.push(unreadByline(inner, block.line));
    return;
  }
  block.spans = mark(block.spans, [[tail.start, text.length]], { movedTo: 'byline' });
  draft.byline.push(...tail.people);
  const isPhoto = tail.people.length > 0 && tail.people.every(({ role }) => role === '摄影');
  if (isPhoto) draft.warnings.push(missingPicture(text.slice(tail.start).trim(), block.line));
  if (tail.source) draft.source ??= tail.source;
  draft.printed.push(`署名：${text.slice(tail.start).trim()}`);
}
