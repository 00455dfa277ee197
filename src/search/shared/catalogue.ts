import type { FilterName } from '#core/filter-name.ts';
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

/** The articles of a catalogue, as a search needs them. */
export interface Rows {
  count: number;
  /** The row of an article, the newest in row 0, by Pagefind's id; `count` if there is no such article. */
  rowOf(id: string): number;
  /** The article's values for a filter. */
  valuesOf(row: number, filter: FilterName): string[];
}

/** Sorts the articles of a catalogue by date; those of the same date stay in the order of the index. */
export function rowsOf({
  segments,
  dates,
  filters,
}: Pick<Catalogue, 'dates' | 'filters'> & { segments: Pick<ListedSegment, 'name' | 'count'>[] }): Rows {
  let rank = 0;
  const ranks = dates.map((step) => (rank += step));
  const articleAt = ranks.map((_, index) => index).sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0));
  const rows = new Array<number>(dates.length);
  for (const [row, article] of articleAt.entries()) rows[article] = row;
  let before = 0;
  const places = new Map(
    [...segments].reverse().map(({ name, count }) => {
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
