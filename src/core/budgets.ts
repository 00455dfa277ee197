import type { PageKind } from './page-kind.ts';
import { KIND_LABELS, pageKind } from './page-kind.ts';

/**
 * All limits of bytes in one place: the size of a page, of the search index, and of what a browser loads. The
 * build enforces file sizes, `bench:pages` what a browser loads. Budgets of build times are in
 * `scripts/bench/budgets.ts`.
 */

/**
 * Bytes of one HTML file on disk, by kind of page. The limits are at least ten times the size of the pages of
 * 5,000 generated articles: an issue of 400 articles, a year of 2,000 and an article of 300,000 characters
 * pass; a page that grows with the archive fails. So an exceeded budget always has a cause that can be fixed.
 */
export const PAGE_BYTES: Record<PageKind, number> = {
  front: 250_000,
  search: 60_000,
  archive: 150_000,
  year: 500_000,
  issue: 250_000,
  // All articles of an issue.
  print: 10_000_000,
  article: 1_000_000,
  index: 300_000,
  list: 100_000,
  other: 500_000,
};

/**
 * Bytes of all styles together and of all scripts together, compressed with gzip. A third of the scripts is
 * loaded on demand by few readers: the table of traditional characters, what unzips for older browsers, near names.
 */
export const ASSET_BYTES = { css: 12_000, js: 54_000 };

/**
 * Bytes of the search files: those that every first query loads (they list each article, so they may grow by
 * `perArticle`), and the largest chunk that a single character of a query loads.
 */
export const INDEX_BYTES = { first: 130_000, perArticle: 25, piece: 500_000 };

/**
 * Bytes that a browser loads for a page of each kind, with gzip: the page, its styles, scripts and fonts. Not
 * counted are pictures, which editors choose, and chunks of the index, see INDEX_BYTES.
 */
export const LOAD_BYTES: Record<PageKind, number> = {
  front: 30_000,
  search: 40_000,
  archive: 30_000,
  year: 40_000,
  issue: 30_000,
  print: 300_000,
  article: 60_000,
  index: 30_000,
  list: 30_000,
  other: 30_000,
};

/** Compressed bytes by which a page of any kind may grow from 100 to 5,000 articles. */
export const GROWTH_BYTES = 1000;

/** A file of the built site. */
export interface BuiltFile {
  /** Path below the site root: `issues/2022-09/a/index.html`. */
  name: string;
  bytes: number;
}

/** A budget that a built site exceeds. */
export interface ExceededBudget {
  what: string;
  bytes: number;
  limit: number;
  fix: string;
}

const NOT_EDITORIAL = '这不是稿件的错：请把这几行交给维护网站的人';
const FIXES: Partial<Record<PageKind, string>> = {
  article: '把这篇稿件分成几篇（上、下），或删减其中的长表格',
  other: '把这一页分成几页，或删减其中的长表格',
};

/**
 * Returns the budgets that a built site exceeds.
 * @param files every file; for styles, scripts and search files the compressed size
 */
export function exceededBudgets(files: BuiltFile[]): ExceededBudget[] {
  const pages = files.flatMap(({ name, bytes }) => {
    if (!name.endsWith('.html')) return [];
    const address = name.replace(/index\.html$/u, '');
    const kind = pageKind(address);
    const limit = PAGE_BYTES[kind];
    const what = `${KIND_LABELS[kind]} /${address}`;
    return bytes > limit ? [{ what, bytes, limit, fix: FIXES[kind] ?? NOT_EDITORIAL }] : [];
  });
  const sum = (pattern: RegExp) =>
    files.filter(({ name }) => pattern.test(name)).reduce((total, { bytes }) => total + bytes, 0);
  const articles = files.filter(
    ({ name }) => pageKind(name.replace(/index\.html$/u, '')) === 'article',
  ).length;
  const chunks = files.filter(({ name }) => /^pagefind\/.*\//u.test(name)).map(({ bytes }) => bytes);
  const others = [
    { what: '样式表', bytes: sum(/^_astro\/.*\.css$/u), limit: ASSET_BYTES.css, fix: NOT_EDITORIAL },
    { what: '脚本', bytes: sum(/^_astro\/.*\.js$/u), limit: ASSET_BYTES.js, fix: NOT_EDITORIAL },
    {
      what: '检索（第一次查询）',
      bytes: sum(/^pagefind\/[^/]*$/u),
      limit: INDEX_BYTES.first + INDEX_BYTES.perArticle * articles,
      fix: NOT_EDITORIAL,
    },
    {
      what: '检索（最大的一块）',
      bytes: Math.max(0, ...chunks),
      limit: INDEX_BYTES.piece,
      fix: NOT_EDITORIAL,
    },
  ];
  return [...pages, ...others.filter(({ bytes, limit }) => bytes > limit)];
}

/** `稿件页 /issues/2022-09/a/ 太大：1013 kB，上限 1000 kB` and, on the next line, the fix. */
export function formatExceededBudget({ what, bytes, limit, fix }: ExceededBudget): string {
  const kilobytes = (number: number) => `${Math.ceil(number / 1000)} kB`;
  return `${what} 太大：${kilobytes(bytes)}，上限 ${kilobytes(limit)}\n  改法：${fix}`;
}
