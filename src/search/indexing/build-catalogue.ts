import { FILTER_NAMES } from '#core/filter-name.ts';
import { compareText } from '#core/text/compare-text.ts';
import type { Catalogue, Characters } from '../shared/catalogue.ts';
import { isSymbol } from '../shared/fold.ts';

/** One article's data in the catalogue. */
export interface CataloguedArticle {
  /** Date and time of publication, `2022-09-30T08:00:00+08:00`. */
  date: string;
  filters: [name: string, value: string][];
}

/** Number of characters in the list of the most frequent ones, which the browser loads with every search. */
const MAX_COMMON_CHARACTERS = 400;

/**
 * Builds the part of the catalogue that depends on the articles.
 * @param articles all articles, in the order of the index
 */
export function catalogueOf(
  articles: CataloguedArticle[],
  characters: Characters,
): Omit<Catalogue, 'release' | 'version' | 'segments'> {
  const distinct = [...new Set(articles.map(({ date }) => date))].toSorted(compareText);
  const rank = new Map(distinct.map((date, index) => [date, index]));
  const ranks = articles.map(({ date }) => rank.get(date) ?? 0);
  const newestFirst = articles.toSorted((a, b) => compareText(b.date, a.date));
  const filters = FILTER_NAMES.map((name) => {
    const sets = new Map<string, number>();
    const of = articles.map((article) => {
      const values = new Set(article.filters.flatMap(([each, value]) => (each === name ? [value] : [])));
      const key = JSON.stringify([...values].toSorted());
      if (!sets.has(key)) sets.set(key, sets.size);
      return sets.get(key) ?? 0;
    });
    return [name, { sets: [...sets.keys()].map((key) => JSON.parse(key) as string[]), of }] as const;
  });
  return {
    ...characters,
    dates: ranks.map((each, index) => each - (ranks[index - 1] ?? 0)),
    months: [...Map.groupBy(newestFirst, ({ date }) => date.slice(0, 'yyyy-mm'.length))].map(
      ([month, { length }]): [string, number] => [month, length],
    ),
    filters: Object.fromEntries(filters) as Catalogue['filters'],
  };
}

/** How often each character occurs. */
export type CharacterCounts = ReadonlyMap<string, number>;

/** The symbols and the most frequent characters of all texts. */
export function charactersOf(counts: CharacterCounts): Characters {
  const byCount = [...counts].toSorted(([a, of], [b, ofOther]) => ofOther - of || compareText(a, b));
  return {
    symbols: symbolsOf(counts),
    common: byCount
      .slice(0, MAX_COMMON_CHARACTERS)
      .map(([character]) => character)
      .join(''),
  };
}

/** Every symbol that occurs. */
export function symbolsOf(counts: CharacterCounts): string {
  return [...counts.keys()].filter(isSymbol).toSorted().join('');
}

export function sumCounts(all: CharacterCounts[]): CharacterCounts {
  const sum = new Map<string, number>();
  for (const counts of all) {
    for (const [character, count] of counts) sum.set(character, (sum.get(character) ?? 0) + count);
  }
  return sum;
}
