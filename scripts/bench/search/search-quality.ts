import { isFigure } from '../../../src/search/shared/figures.ts';
import { fold } from '../../../src/search/shared/fold.ts';
import type { Browser, Page } from 'playwright-core';
import { randomNumbers } from '../lib/made-text.ts';
import type { PrintedArticle } from './search-page.ts';
import type { ServedFolder } from '../../lib/static-server.ts';

export interface Query {
  text: string;
  expected: Set<string>;
  inTitle: Set<string>;
}

const plain = (text: string) => text.replace(/\s/gu, '').toLowerCase();

/** Substrings of 2 to 12 characters from anywhere in the articles, with the articles that contain them. */
export function sampleQueries(articles: PrintedArticle[], count: number): Query[] {
  const random = randomNumbers(2022);
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T;
  const texts = articles.map(({ url, title, blocks }) => ({
    url,
    title: plain(title),
    blocks: blocks.map(plain),
  }));
  const queries = new Map<string, Query>();
  while (queries.size < count) {
    const block = pick(pick(articles).blocks);
    const at = Math.floor(random() * Math.max(1, block.length - 2));
    const text = block.slice(at, at + 2 + Math.floor(random() * 11)).trim();
    if (plain(text).length < 2 || !/[\p{L}\p{N}]/u.test(text)) continue;
    const holding = texts.filter(({ blocks }) => blocks.some((each) => holds(each, plain(text))));
    queries.set(text, {
      text,
      expected: new Set(holding.map(({ url }) => url)),
      inTitle: new Set(holding.filter(({ title }) => title.includes(plain(text))).map(({ url }) => url)),
    });
  }
  return [...queries.values()];
}

/** Whether a plain text contains a plain query. A figure with its sign is not contained in a longer one: 5% in 15%. */
export function holds(text: string, query: string): boolean {
  if (!isFigure(fold(query))) return text.includes(query);
  return new RegExp(String.raw`(?<!\d|\d\.|\d[,，](?=\d{3}))${query.replaceAll('.', '\\.')}`, 'u').test(text);
}

/** Phrases of two words from the articles that never occur next to each other. */
export function absentPhrases(articles: PrintedArticle[], count: number): string[] {
  const random = randomNumbers(1978);
  const loose = articles.map(({ blocks }) =>
    blocks.map((block) => block.replace(/[^\p{L}\p{N}]/gu, '')).join('\n'),
  );
  const words = articles.flatMap(({ blocks }) =>
    blocks.flatMap((block) => block.match(/\p{Script=Han}{2,3}/gu) ?? []),
  );
  const found = new Set<string>();
  while (found.size < count) {
    const phrase = [0, 1].map(() => words[Math.floor(random() * words.length)]).join('');
    if (!loose.some((text) => text.includes(phrase))) found.add(phrase);
  }
  return [...found];
}

/** A search engine: returns the addresses of a query's results in order. */
export type Search = (text: string) => Promise<{ urls: string[]; related: boolean }>;

export async function quality(queries: Query[], absent: string[], search: Search) {
  const sums = { recall: 0, precision: 0, zero: 0, titleFirst: 0, withTitle: 0, junk: 0 };
  for (const { text, expected, inTitle } of queries) {
    const { urls } = await search(text);
    const right = urls.filter((url) => expected.has(url)).length;
    sums.recall += right / expected.size;
    sums.precision += urls.length > 0 ? right / urls.length : 0;
    if (urls.length === 0) sums.zero += 1;
    if (inTitle.size === 0) continue;
    sums.withTitle += 1;
    if (urls.slice(0, inTitle.size).every((url) => inTitle.has(url))) sums.titleFirst += 1;
  }
  for (const phrase of absent) {
    const { urls, related } = await search(phrase);
    if (urls.length > 0 && !related) sums.junk += 1;
  }
  const share = (sum: number, of: number) => Number((of > 0 ? sum / of : 1).toFixed(3));
  return {
    queries: queries.length,
    recall: share(sums.recall, queries.length),
    precision: share(sums.precision, queries.length),
    zeroResults: share(sums.zero, queries.length),
    titleFirst: share(sums.titleFirst, sums.withTitle),
    absentWithJunk: `${sums.junk} of ${absent.length}`,
  };
}

/** What a query has loaded. */
interface Load {
  bytes: number;
  requests: number;
}

/**
 * Transferred bytes and requests for a new reader's first query and for the next, with ten results each, and wall
 * time of a repeated query.
 * @param served what the server has sent so far: the engine may load in a worker, unseen by the page
 */
export async function cost(
  browser: Browser,
  queries: Query[],
  served: Pick<ServedFolder, 'sent' | 'names'>,
  openPage: (page: Page) => Promise<(text: string) => Promise<unknown>>,
) {
  const first: Load[] = [];
  const next: Load[] = [];
  const repeated: number[] = [];
  for (let at = 0; at + 2 < queries.length; at += 3) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const ask = await openPage(page);
    const loaded = async (text: string) => {
      const before = { bytes: served.sent(), requests: served.names().length };
      await ask(text);
      await page.waitForTimeout(150);
      return { bytes: served.sent() - before.bytes, requests: served.names().length - before.requests };
    };
    first.push(await loaded(queries[at]?.text ?? ''));
    next.push(await loaded(queries[at + 1]?.text ?? ''), await loaded(queries[at + 2]?.text ?? ''));
    for (const query of queries.slice(at, at + 3)) {
      const started = performance.now();
      await ask(query.text);
      repeated.push(performance.now() - started);
    }
    await context.close();
  }
  return {
    firstQueryKb: Math.round(mean(first.map(({ bytes }) => bytes)) / 1000),
    firstQueryRequests: Number(mean(first.map(({ requests }) => requests)).toFixed(1)),
    nextQueryKb: Math.round(mean(next.map(({ bytes }) => bytes)) / 1000),
    repeatedQueryMs: percentiles(repeated),
  };
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function percentiles(values: number[]): { median: number; p95: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1));
  return { median: at(0.5), p95: at(0.95) };
}
