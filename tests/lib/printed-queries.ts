import { randomNumbers } from '../../scripts/bench/lib/made-text.ts';
import { holds } from '../../scripts/bench/search/search-quality.ts';
import type { PrintedArticle } from '../../scripts/bench/search/search-page.ts';

/* Queries from the printed text of a site, with the articles that each must find: exactly those that contain it. */

export const plain = (text: string) => text.replace(/\s/gu, '').toLowerCase();

/** Addresses of the articles that contain a text, sorted. */
export function holding(articles: readonly PrintedArticle[], query: string): string[] {
  return articles
    .filter(({ blocks }) => blocks.some((block) => holds(plain(block), plain(query))))
    .map(({ url }) => url)
    .toSorted();
}

/** Substrings of 2 to 12 characters from anywhere in the articles: half words, numbers with units, punctuation. */
export function sampledQueries(articles: readonly PrintedArticle[], count: number): string[] {
  const random = randomNumbers(20221009);
  const below = (most: number) => Math.floor(random() * most);
  const queries = new Set<string>();
  while (queries.size < count) {
    const { blocks } = articles[below(articles.length)] as PrintedArticle;
    const block = blocks[below(blocks.length)] ?? '';
    const at = below(Math.max(1, block.length - 2));
    const query = block.slice(at, at + 2 + below(11)).trim();
    // A figure inside a longer one does not count: 7.9% in 17.9%.
    const isQuery = plain(query).length >= 2 && /[\p{L}\p{N}]/u.test(query);
    if (isQuery && holding(articles, query).length > 0) queries.add(query);
  }
  return [...queries];
}

/** Queries that are printed in another form, each with the mode that finds it. */
export const OTHER_FORMS: readonly (readonly [query: string, mode: string])[] = [
  ['３９６．５４亿元', 'phrase'],
  ['396.54亿元', 'phrase'],
  ['４１３个', 'phrase'],
  ['1-8月', 'phrase'],
  ['1~8月', 'phrase'],
  ['xx县', 'phrase'],
  ['"园中园"', 'phrase'],
  ['「园中园」', 'phrase'],
  ['标准地承诺制', 'punct'],
  ['標準地+承諾制', 't2s'],
  ['碳中和试验', 'punct'],
  ['唐山高新区 279家', 'terms'],
];
