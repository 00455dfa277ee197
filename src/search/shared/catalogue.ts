import { BOUNDARY, isSymbol } from './fold.ts';
import { FILTER_NAMES, type FilterName } from '#core/filter-name.ts';
import { compareText } from '#core/text/compare-text.ts';
import { DIGEST_LENGTH, type ListedSegment } from './pagefind-files.ts';

/**
 * Data about all articles that the search loads first, in a file beside the index. Pagefind's own filters and
 * sort orders would need twice the bytes. Lists of articles are in the order of the index: the oldest segment
 * first, in each the order of its pages, whose ids are numbers (see `fileId`).
 */
export interface Catalogue extends Characters {
  /** Digest of the index. */
  release: string;
  /** Version of Pagefind's program. */
  version: string;
  /** The index's segments, the newest first. */
  segments: ListedSegment[];
  /** For each article: the rank of its date among all dates, as the difference from the article before. */
  dates: number[];
  /** Months of publication and the number of their articles, the newest first. */
  months: [month: string, count: number][];
  /** For each filter: the distinct sets of values, and the index of each article's set. */
  filters: Record<FilterName, { sets: string[][]; of: number[] }>;
}

export interface Characters {
  /** Every symbol that occurs; Pagefind needs the list, see `isSymbol`. */
  symbols: string;
  /** The most frequent characters in descending order: their index chunks are the largest. */
  common: string;
}

/** One article's data in the catalogue. */
export interface CataloguedArticle {
  /** Date and time of publication, `2022-09-30T08:00:00+08:00`. */
  date: string;
  filters: [name: string, value: string][];
}

/** The articles of a catalogue, as a search needs them. */
export interface Rows {
  count: number;
  /** The row of an article, the newest in row 0, by Pagefind's id; `count` if there is no such article. */
  rowOf(id: string): number;
  /** The article's values for a filter. */
  valuesOf(row: number, filter: FilterName): string[];
}

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

/** Sorts the articles of a catalogue by date; those of the same date stay in the order of the index. */
export function rowsOf({
  segments,
  dates,
  filters,
}: Pick<Catalogue, 'dates' | 'filters'> & { segments: Pick<ListedSegment, 'name' | 'count'>[] }): Rows {
  let rank = 0;
  const ranks = dates.map((step) => (rank += step));
  const articleAt = ranks.map((_, index) => index).toSorted((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0));
  const rows = new Array<number>(dates.length);
  for (const [row, article] of articleAt.entries()) rows[article] = row;
  let before = 0;
  const places = new Map(
    segments.toReversed().map(({ name, count }) => {
      const place = { first: before, count };
      before += count;
      return [name, place] as const;
    }),
  );
  return {
    count: dates.length,
    rowOf(id) {
      const name = id.slice(0, id.lastIndexOf('_'));
      const page = Number.parseInt(id.slice(name.length + 1 + DIGEST_LENGTH), 36);
      const place = places.get(name);
      return place && page >= 0 && page < place.count
        ? (rows[place.first + page] ?? dates.length)
        : dates.length;
    },
    valuesOf(row, filter) {
      const { sets, of } = filters[filter];
      return sets[of[articleAt[row] ?? -1] ?? -1] ?? [];
    },
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

/** Counts the words of texts; boundaries are none. */
export function countCharacters(texts: Iterable<string[]>): CharacterCounts {
  const counts = new Map<string, number>();
  for (const words of texts) {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  counts.delete(BOUNDARY);
  return counts;
}

export function sumCounts(all: CharacterCounts[]): CharacterCounts {
  const sum = new Map<string, number>();
  for (const counts of all) {
    for (const [character, count] of counts) sum.set(character, (sum.get(character) ?? 0) + count);
  }
  return sum;
}
