import type { Block, Paragraph } from '../manuscript.ts';
import { withoutOrnaments } from '../patterns/ornaments.ts';
import { isParagraph, markAll, textOf } from '../spans.ts';

/** Heads of a list of the articles on a page or in an issue. */
const HEAD_OF_ARTICLES =
  /^(?:(?:标题|版面)导航|(?:本版|本期|今日|内容|新闻|要闻)?(?:导读|要目|看点|篇目|题录)|(?:本期|本版|文章)(?:目录|内容|标题))$/u;
/** Heads of a list of articles or of chapters. */
const HEAD = /^(?:目录|内容提要|内容目录)$/u;
/** Entries of a table of contents: a single one is a heading; the maximum bounds the time. */
const MIN_ENTRIES = 2;
const MAX_ENTRIES = 150;
/** What lists print before and behind a title: bullets, numbers, dots and the page. */
const BEFORE = /^(?:[·•●○▪–—-]+\s*|\d{1,2}[、．.)）]\s*|[①-⑳]\s*|第?\d{1,2}版[：:]?\s*)+/u;
const BEHIND = /[\s.…·⋯_—-]*(?:[（(/]\s*)?(?:第?\s*[A-D]?\d{1,3}\s*[版页]?)?\s*[)）]?$/u;
const REASON = '目录（和下面的标题相同）';

/** Drops lists of contents whose entries stand as titles further down, and returns those that are titles of articles. */
export function readContentsLists(blocks: Block[]): Set<Block> {
  const articles = new Set<Block>();
  const lines = blocks.filter(isParagraph).filter((block) => textOf(block) !== '');
  lines.forEach((block, at) => {
    const head = withoutOrnaments(textOf(block)).replace(/[\s\u3000：:]/gu, '');
    const isOfArticles = HEAD_OF_ARTICLES.test(head);
    if (!isOfArticles && !HEAD.test(head)) return;
    const { entries, titles } = entriesBelow(lines, at + 1);
    if (titles.length < MIN_ENTRIES) return;
    for (const line of [block, ...entries]) line.spans = markAll(line.spans, { dropped: REASON });
    if (isOfArticles) for (const title of titles) articles.add(title);
  });
  return articles;
}

/** The lines of a list, each with the line further down that it names. */
function entriesBelow(lines: Paragraph[], start: number): { entries: Paragraph[]; titles: Paragraph[] } {
  const positions = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const key = keyOf(textOf(line));
    positions.set(key, [...(positions.get(key) ?? []), index]);
  });
  const entries: Paragraph[] = [];
  const titles: Paragraph[] = [];
  for (let at = start; at < Math.min(lines.length, start + MAX_ENTRIES); at += 1) {
    const line = lines[at] as Paragraph;
    const key = keyOf(textOf(line));
    const below = key === '' ? undefined : positions.get(key)?.find((index) => index > at);
    if (below === undefined) break;
    entries.push(line);
    titles.push(lines[below] as Paragraph);
  }
  // Entries that name each other are no list.
  return titles.some((title) => entries.includes(title)) ? { entries: [], titles: [] } : { entries, titles };
}

function keyOf(text: string): string {
  return withoutOrnaments(text).replace(BEFORE, '').replace(BEHIND, '').replace(/\s/gu, '');
}
