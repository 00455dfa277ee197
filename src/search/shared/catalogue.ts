import { BOUNDARY, isSymbol } from './fold.ts';
import { FILTER_NAMES, type FilterName } from '#core/filter-name.ts';

/**
 * Data about all articles that the search loads first, in a file beside the index. Pagefind's own filters and
 * sort orders would need twice the bytes.
 */
export interface Catalogue extends Characters {
  /** Digest of the index, which `pagefind-entry.json` carries too: files of two releases are noticed. */
  release: string;
  /** Version of Pagefind's program. */
  version: string;
  /** Names of the index's segments, the newest first. */
  segments: string[];
  /** Each article's segment, newest article first. */
  segmentOf: number[];
  /** Prefixes of the articles' hashes, each `idLength` long, newest article first. */
  ids: string;
  idLength: number;
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
  /** Name of its segment, and its digest, which together are Pagefind's id. */
  segment: string;
  hash: string;
  /** Date and time of publication, `2022-09-30T08:00:00+08:00`. */
  date: string;
  filters: [name: string, value: string][];
}

const MAX_COMMON_CHARACTERS = 400;

/**
 * Builds the catalogue of all indexed articles. Articles of the same date keep their input order.
 * @param segments their names, the newest first
 */
export function catalogueOf(
  articles: CataloguedArticle[],
  segments: string[],
  characters: Characters,
): Omit<Catalogue, 'release' | 'version'> {
  const newestFirst = articles.toSorted((a, b) => compare(b.date, a.date));
  const idLength = uniquePrefixLength(newestFirst);
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
    segments,
    segmentOf: newestFirst.map(({ segment }) => segments.indexOf(segment)),
    ids: newestFirst.map(({ hash }) => hash.slice(0, idLength)).join(''),
    idLength,
    months: [...Map.groupBy(newestFirst, ({ date }) => date.slice(0, 'yyyy-mm'.length))].map(
      ([month, { length }]): [string, number] => [month, length],
    ),
    filters: Object.fromEntries(filters) as Catalogue['filters'],
  };
}

/**
 * The row of an article in the catalogue, the newest in row 0.
 * @returns a function from Pagefind's id, `und_1f00baa`
 */
export function rowsOf({ segments, segmentOf, ids, idLength }: Catalogue): (id: string) => number {
  const rows = new Map(
    segmentOf.map((segment, row) => {
      const hash = ids.slice(row * idLength, (row + 1) * idLength);
      return [`${segments[segment]}_${hash}`, row];
    }),
  );
  return (id) => rows.get(id.slice(0, id.lastIndexOf('_') + 1 + idLength)) ?? rows.size;
}

/** How often each character occurs. */
export type CharacterCounts = ReadonlyMap<string, number>;

/** The symbols and the most frequent characters of all texts. */
export function charactersOf(counts: CharacterCounts): Characters {
  const byCount = [...counts].toSorted(([a, of], [b, ofOther]) => ofOther - of || compare(a, b));
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

/** The shortest prefix length at which all hashes of a segment differ, in every segment. */
function uniquePrefixLength(articles: CataloguedArticle[]): number {
  const longest = Math.max(1, ...articles.map(({ hash }) => hash.length));
  for (let length = 1; length < longest; length += 1) {
    const ids = articles.map(({ segment, hash }) => `${segment}_${hash.slice(0, length)}`);
    if (new Set(ids).size === ids.length) return length;
  }
  return longest;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
