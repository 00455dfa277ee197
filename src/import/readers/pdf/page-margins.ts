import { plainText } from './characters.ts';
import { median, type PageContent } from './page-content.ts';
import type { Segment } from './segments.ts';

/** A page's segments, and those that are not part of its text, with the reason. */
export interface PageText {
  page: PageContent;
  segments: Segment[];
  margins: { text: string; reason: string }[];
}

/** Shares of a page's height, from its top and from its foot, in which running heads and page numbers stand. */
const TOP_SHARE = 0.13;
const FOOT_SHARE = 0.1;
/** Maximum number of rows of running heads at the top, and at the foot. */
const MAX_ROWS = 2;
const MAX_LENGTH = 80;
/** Maximum size of a running head that occurs on one page only, relative to the page's text. */
const MAX_SINGLE_HEAD_SIZE = 0.8;
const MAX_SINGLE_HEAD_LENGTH = 30;
/** Maximum difference of a running head's position between pages, in points. */
const MAX_SHIFT_POINTS = 6;

const PAGE_NUMBER =
  /^[-—–―·•~～|/\s]*(?:第\s*)?(?:\d{1,4}|[〇○零一二三四五六七八九十]{1,4}(?=\s*[页版])|[ivxlc]{1,6})\s*[页版]?\s*(?:[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–―·•~～|\s]*$/iu;
/** The head of a newspaper page: 2022年9月15日　星期四　第3版　责任编辑… */
const NEWSPAPER_HEAD =
  /(?:第?\s*[A-Z]?\d{1,3}\s*版|第[一二三四五六七八九十]{1,3}版|星期[一二三四五六日天]|(?:责任?|主|本版)\s*编辑?[：:\s]|\d{4}年\s*第\s*\d+\s*期|总第\s*\d+\s*期|责编|美编|校对[：:\s])/u;
/** Addresses that browsers print at the foot. */
const ADDRESS = /^(?:https?|file):\/\/\S+(?:\s+\d+\/\d+)?$/iu;

/** Removes running heads, running feet and page numbers from the pages. */
export function withoutMargins(pages: { page: PageContent; segments: Segment[] }[]): PageText[] {
  const edges = pages.map(({ page, segments }) => edgesOf(page, segments));
  return pages.map(({ page, segments }, index) => {
    const margins: PageText['margins'] = [];
    const removed = new Set<Segment>();
    for (const row of edges[index] ?? []) {
      const reason = reasonFor(row, edges, index);
      if (reason === undefined) continue;
      margins.push({ text: row.text, reason });
      for (const segment of row.segments) removed.add(segment);
    }
    return { page, segments: segments.filter((segment) => !removed.has(segment)), margins };
  });
}

interface Row {
  text: string;
  segments: Segment[];
  base: number;
  atTop: boolean;
  /** Whether there are only such rows between it and the edge of the page. */
  outermost: boolean;
  /** Whether it is much smaller than the next row, and set apart from it. */
  isApart: boolean;
}

function edgesOf({ height }: PageContent, segments: Segment[]): Row[] {
  const rows = (inside: Segment[], atTop: boolean): Row[] => {
    const out: Row[] = [];
    for (const segment of inside.toSorted((a, b) => (atTop ? a.base - b.base : b.base - a.base))) {
      const last = out.at(-1);
      if (last && Math.abs(last.base - segment.base) < segment.size / 2) last.segments.push(segment);
      else
        out.push({
          text: '',
          segments: [segment],
          base: segment.base,
          atTop,
          outermost: out.length === 0,
          isApart: false,
        });
    }
    return out.slice(0, MAX_ROWS).map((row) => ({
      ...row,
      isApart: isApart(row, segments),
      text: row.segments
        .toSorted((a, b) => a.x0 - b.x0)
        .map((segment) => segment.glyphs.map(({ text }) => text).join(''))
        .join(' '),
    }));
  };
  return [
    ...rows(
      segments.filter(({ bottom }) => bottom < height * TOP_SHARE),
      true,
    ),
    ...rows(
      segments.filter(({ top }) => top > height * (1 - FOOT_SHARE)),
      false,
    ),
  ];
}

function isApart({ segments, base }: Row, all: Segment[]): boolean {
  const size = Math.max(...segments.map((segment) => segment.size));
  const usual = median(all.map((segment) => segment.size));
  const below = Math.min(...all.filter((segment) => segment.base > base + 1).map(({ top }) => top));
  return size < usual * MAX_SINGLE_HEAD_SIZE && below - base > usual * 2;
}

function reasonFor(row: Row, edges: Row[][], index: number): string | undefined {
  const text = plainText(row.text);
  if (text.trim() === '' || text.length > MAX_LENGTH) return undefined;
  if (PAGE_NUMBER.test(text) && row.outermost) return '页码';
  if (ADDRESS.test(text) && !row.atTop) return '打印的网址';
  if (row.atTop && row.outermost && NEWSPAPER_HEAD.test(text)) return '报眉';
  const isSame = (other: Row) =>
    other.atTop === row.atTop &&
    Math.abs(other.base - row.base) <= MAX_SHIFT_POINTS &&
    comparable(other.text) === comparable(text);
  if (
    row.atTop &&
    row.outermost &&
    row.isApart &&
    text.length <= MAX_SINGLE_HEAD_LENGTH &&
    !text.includes('：')
  )
    return '页眉页脚';
  return edges.some((rows, page) => page !== index && rows.some(isSame)) ? '页眉页脚' : undefined;
}

/** The text without white space and with every number replaced by the same sign, for comparing pages. */
function comparable(text: string): string {
  return text.replace(/\s+/gu, '').replace(/\d+/gu, '#');
}
