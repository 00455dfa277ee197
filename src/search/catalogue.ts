import { isSymbol, tokensOf } from './fold.ts';
import { FILTER_NAMES, type FilterName } from './query.ts';

/**
 * What the search must know of all articles before it asks for one: a file beside the index. Pagefind's
 * own filters and sorting would say the same in twice the bytes.
 */
export interface Catalogue extends Characters {
  /** Beginnings of the articles' hashes, newest article first, each of `idLength`. */
  ids: string;
  idLength: number;
  /** Of each filter the sets of values that articles have, and each article's set. */
  filters: Record<FilterName, { sets: string[][]; of: number[] }>;
}

export interface Characters {
  /** Every symbol that occurs, for Pagefind's `includeCharacters`: of others it would find nothing. */
  symbols: string;
  /** The most frequent characters, the most frequent first: their parts of the index are the largest. */
  common: string;
}

/** What the catalogue says of one article. */
export interface CataloguedArticle {
  /** Pagefind's hash of it. */
  hash: string;
  /** Date and time of publication, `2022-09-30T08:00:00+08:00`. */
  date: string;
  filters: [name: string, value: string][];
}

const MOST_COMMON = 400;

/** Makes the catalogue of all indexed articles; those of one date stand as they are given. */
export function catalogueOf(articles: CataloguedArticle[], characters: Characters): Catalogue {
  const newestFirst = articles.toSorted((a, b) => compare(b.date, a.date));
  const hashes = newestFirst.map(({ hash }) => hash);
  const idLength = shortestApart(hashes);
  const filters = FILTER_NAMES.map((name) => {
    const sets = new Map<string, number>();
    const of = newestFirst.map((article) => {
      const values = new Set(article.filters.flatMap(([each, value]) => (each === name ? [value] : [])));
      const key = JSON.stringify([...values].toSorted());
      if (!sets.has(key)) sets.set(key, sets.size);
      return sets.get(key) ?? 0;
    });
    return [name, { sets: [...sets.keys()].map((key) => JSON.parse(key) as string[]), of }] as const;
  });
  return {
    ...characters,
    ids: hashes.map((hash) => hash.slice(0, idLength)).join(''),
    idLength,
    filters: Object.fromEntries(filters) as Catalogue['filters'],
  };
}

/**
 * The row of an article in the catalogue, the newest in row 0.
 * @returns a function from Pagefind's id, `zh-cn_1f00baa`
 */
export function rowsOf({ ids, idLength }: Catalogue): (id: string) => number {
  const rows = new Map<string, number>();
  for (let at = 0; at < ids.length; at += idLength) rows.set(ids.slice(at, at + idLength), at / idLength);
  return (id) => rows.get(id.slice(id.lastIndexOf('_') + 1).slice(0, idLength)) ?? rows.size;
}

/** The symbols and the most frequent characters of all texts. */
export function charactersOf(texts: string[]): Characters {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const token of tokensOf(text.toLowerCase())) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  const byCount = [...counts].toSorted(([a, of], [b, ofOther]) => ofOther - of || compare(a, b));
  return {
    symbols: [...counts.keys()].filter(isSymbol).toSorted().join(''),
    common: byCount
      .slice(0, MOST_COMMON)
      .map(([character]) => character)
      .join(''),
  };
}

/** How many characters tell all hashes apart. */
function shortestApart(hashes: string[]): number {
  const longest = Math.max(1, ...hashes.map((hash) => hash.length));
  for (let length = 1; length < longest; length += 1) {
    if (new Set(hashes.map((hash) => hash.slice(0, length))).size === hashes.length) return length;
  }
  return longest;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
