import type { PageKind } from './page-kind.ts';
import { KIND_LABELS, pageKind } from './page-kind.ts';

/**
 * All limits of bytes in one place: what a page and the search may weigh. The build holds the bytes of files,
 * `bench:pages` what a browser loads. Budgets of build times are in `scripts/bench/budgets.ts`.
 */

/**
 * Bytes of one HTML file as it lies on the disk, by kind. Ten times and more what the pages of 5,000 made
 * articles weigh: an issue of 400 articles, a year of 2,000 and an article of 300,000 characters pass; what
 * grows with the archive does not. So whoever is stopped has something to mend.
 */
export const PAGE_BYTES: Record<PageKind, number> = {
  front: 250_000,
  search: 60_000,
  archive: 150_000,
  year: 500_000,
  issue: 250_000,
  article: 1_000_000,
  index: 300_000,
  list: 100_000,
  other: 500_000,
};

/** Of all styles and of all scripts together, compressed with gzip. */
export const ASSET_BYTES = { css: 12_000, js: 40_000 };

/**
 * Of the search's files: those that every first query loads (they name each article, so they may grow by
 * `perArticle`), and the largest piece that a single character of a query loads.
 */
export const INDEX_BYTES = { first: 130_000, perArticle: 25, piece: 500_000 };

/**
 * What a browser loads for a page of each kind, with gzip: the page, its styles, scripts and fonts. Pictures
 * are the editors' choice, and the pieces that a query loads are held by INDEX_BYTES.
 */
export const LOAD_BYTES: Record<PageKind, number> = {
  front: 30_000,
  search: 40_000,
  archive: 30_000,
  year: 40_000,
  issue: 30_000,
  article: 60_000,
  index: 30_000,
  list: 30_000,
  other: 30_000,
};

/** Bytes, compressed, that a page of any kind may gain from 100 to 5,000 articles. */
export const GROWTH_BYTES = 1000;

/** A file of the built site. */
export interface BuiltFile {
  /** Below the site: `issues/2022-09/a/index.html`. */
  name: string;
  bytes: number;
}

/** Something of a built site that weighs too much. */
export interface Overweight {
  what: string;
  bytes: number;
  limit: number;
  fix: string;
}

const OURS = '这不是稿件的错：请把这几行交给维护网站的人';
const FIXES: Partial<Record<PageKind, string>> = {
  article: '把这篇稿件分成几篇（上、下），或删减其中的长表格',
  other: '把这一页分成几页，或删减其中的长表格',
};

/**
 * What of a built site is over its budget.
 * @param files every file of it; styles, scripts and the search's files are given as they are sent, compressed
 */
export function overweight(files: BuiltFile[]): Overweight[] {
  const pages = files.flatMap(({ name, bytes }) => {
    if (!name.endsWith('.html')) return [];
    const address = name.replace(/index\.html$/u, '');
    const kind = pageKind(address);
    const limit = PAGE_BYTES[kind];
    const what = `${KIND_LABELS[kind]} /${address}`;
    return bytes > limit ? [{ what, bytes, limit, fix: FIXES[kind] ?? OURS }] : [];
  });
  const sum = (pattern: RegExp) =>
    files.filter(({ name }) => pattern.test(name)).reduce((total, { bytes }) => total + bytes, 0);
  const articles = files.filter(
    ({ name }) => pageKind(name.replace(/index\.html$/u, '')) === 'article',
  ).length;
  const pieces = files.filter(({ name }) => /^pagefind\/.*\//u.test(name)).map(({ bytes }) => bytes);
  const others = [
    { what: '样式表', bytes: sum(/^_astro\/.*\.css$/u), limit: ASSET_BYTES.css, fix: OURS },
    { what: '脚本', bytes: sum(/^_astro\/.*\.js$/u), limit: ASSET_BYTES.js, fix: OURS },
    {
      what: '检索（第一次查询）',
      bytes: sum(/^pagefind\/[^/]*$/u),
      limit: INDEX_BYTES.first + INDEX_BYTES.perArticle * articles,
      fix: OURS,
    },
    { what: '检索（最大的一块）', bytes: Math.max(0, ...pieces), limit: INDEX_BYTES.piece, fix: OURS },
  ];
  return [...pages, ...others.filter(({ bytes, limit }) => bytes > limit)];
}

/** `稿件页 /issues/2022-09/a/ 太大：1013 kB，上限 1000 kB` and, on the next line, the cure. */
export function formatOverweight({ what, bytes, limit, fix }: Overweight): string {
  const kilobytes = (number: number) => `${Math.ceil(number / 1000)} kB`;
  return `${what} 太大：${kilobytes(bytes)}，上限 ${kilobytes(limit)}\n  改法：${fix}`;
}
