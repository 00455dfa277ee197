import { readSignature } from '#core/byline/byline-line.ts';
import { leadingSign, isFramed } from '../patterns/ornaments.ts';
import { readDateLine } from '../patterns/source-line.ts';
import { readTail } from '../patterns/signature-tail.ts';
import { readEndLine, readNamesAtEnd } from '../patterns/end-line.ts';
import type { Block, Paragraph } from '../manuscript.ts';
import { isParagraph, textOf } from '../spans.ts';
import type { Header } from './article-header.ts';
import { isNumberedItem } from './header-places.ts';
import { looksLikeTitle } from './title-line.ts';

/** Blocks at which articles begin that have neither dateline nor byline above their text. */
export interface ParallelTitles {
  /** They begin articles. */
  certain: Set<number>;
  /** They may be headings of one article as well. */
  possible: Set<number>;
}

/** Length of a paragraph below a title. */
const MIN_TEXT_LENGTH = 25;
/** Titles of one form that make a page of briefs, with the first. */
const MIN_TITLES = 3;
/** Words with which news begins, and sections of an article seldom do. */
const NEWS_OPENING =
  /^(?:近日|日前|近期|连日来|截至|本报讯|昨[日天]|今[日天]|\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月)/u;

/**
 * Finds the titles of a page of briefs: lines of the form of the first title, each above a text. With a sign before
 * each (■), or below a column head, they begin articles; so does a title below a signed text. Lines that only look
 * alike may be the headings of one article: these are possible.
 * @param opening the header with which the file begins
 */
export function parallelTitles(blocks: Block[], opening: Header): ParallelTitles {
  const certain = new Set<number>();
  const possible = new Set<number>();
  const first = opening.lines.find(({ kind }) => kind === 'title')?.block;
  const start = first ? blocks.indexOf(first) : -1;
  if (!first || start < 0) return { certain, possible };
  const titles = titlesBelow(blocks, opening.end);
  for (const at of titles) if (isSigned(blocks, at)) certain.add(at);
  const form = formOf(first);
  const alike = titles.filter((at) => formOf(blocks[at] as Paragraph) === form);
  const hasColumn = opening.lines.some(
    ({ kind, block }) => kind === 'category' && blocks.indexOf(block) < start,
  );
  const isBare = opening.lines.every(({ kind }) => kind === 'title' || kind === 'category');
  const count = alike.length + 1;
  const isMarked = leadingSign(textOf(first)) !== undefined || isFramed(textOf(first));
  const isList = hasColumn && isBare && count >= MIN_TITLES;
  const isNews = alike.filter((at) => NEWS_OPENING.test(textOf(blocks[at + 1]))).length * 2 >= alike.length;
  const isLevel = first.level === 1;
  if (isMarked || isList || (isLevel && isNews)) for (const at of alike) certain.add(at);
  else if (isLevel || (count >= MIN_TITLES && isBare && isNews)) for (const at of alike) possible.add(at);
  return { certain, possible };
}

/** The lines that look like titles and stand above a text. */
function titlesBelow(blocks: Block[], from: number): number[] {
  return blocks.flatMap((block, at) => {
    if (at < from || !isParagraph(block) || block.item || block.quoted || block.verse) return [];
    const below = blocks[at + 1];
    // The salutation of a letter or a notice.
    const next = /^.{2,30}[：:]$/u.test(textOf(below)) ? blocks[at + 2] : below;
    const isAboveText =
      isParagraph(next) && textOf(next).length >= MIN_TEXT_LENGTH && /[。！？…”）】]$/u.test(textOf(next));
    return isAboveText && (looksLikeTitle(textOf(block)) || isNumberedItem(blocks, at)) ? [at] : [];
  });
}

/** What titles of one page have in common: the sign before them, brackets, style. */
function formOf(block: Paragraph): string {
  const text = textOf(block);
  return [leadingSign(text), isFramed(text), block.level, block.size, block.centered].join('|');
}

/** Whether the text above a title ends with its author. */
function isSigned(blocks: Block[], at: number): boolean {
  const above = blocks[at - 1];
  if (!isParagraph(above)) return false;
  // A date below a signature.
  const isDated =
    readDateLine(textOf(above)) !== undefined && readSignature(textOf(blocks[at - 2])) !== undefined;
  if (isDated) return true;
  const text = textOf(above);
  if ((readTail(text)?.people.length ?? 0) > 0) return true;
  const line = readEndLine(text) ?? readNamesAtEnd(text);
  return (
    line?.kind === 'people' &&
    !line.isUncertain &&
    blocks.slice(0, at - 1).some((block) => textOf(block).length >= MIN_TEXT_LENGTH)
  );
}
