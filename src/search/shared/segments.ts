/**
 * Articles of a period that are indexed together. A segment's files depend on its articles only, so a build
 * reindexes only the segments whose articles have changed.
 */
export interface Segment {
  /** Part of the names of the segment's files; a language to Pagefind. */
  name: string;
  /** Addresses of its articles, in input order. */
  urls: string[];
}

/** The language that Pagefind opens first in a worker, where no page has a language. */
export const LANGUAGE = 'unknown';
/** Prefix of the names of segments, which are languages to Pagefind: BCP 47's "undetermined". */
export const UNDETERMINED = 'und';
/** Months of the years 0 to 8191; repeated halving gives blocks of years, half-years, months. */
const ALL_MONTHS = 12 * 8192;

/**
 * Divides an archive into segments, the oldest first. Periods are halved until none has more than `maxArticles`,
 * so the division depends only on the articles: adding or removing one changes one segment, splits it or
 * merges two.
 * @param urls addresses of articles, `issues/2022-09/a/`
 * @param maxArticles maximum per segment; only a single month may exceed it
 */
export function segmentsOf(urls: string[], maxArticles: number): Segment[] {
  return blocksOf(urls, 0, ALL_MONTHS, maxArticles);
}

function blocksOf(urls: string[], from: number, months: number, maxArticles: number): Segment[] {
  const whole = months === ALL_MONTHS;
  if (urls.length === 0 && !whole) return [];
  if (urls.length <= maxArticles || months === 1)
    return [{ name: whole ? UNDETERMINED : nameOf(from), urls }];
  const half = Math.ceil(months / 2);
  const middle = from + half;
  return [
    ...blocksOf(
      urls.filter((url) => monthOf(url) < middle),
      from,
      half,
      maxArticles,
    ),
    ...blocksOf(
      urls.filter((url) => monthOf(url) >= middle),
      middle,
      months - half,
      maxArticles,
    ),
  ];
}

/** `und-202201`: the first month of a block as a variant of the language. */
function nameOf(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${UNDETERMINED}-${year}${String((month % 12) + 1).padStart(2, '0')}`;
}

/** The month of an article's issue, counted from the year 0. */
function monthOf(url: string): number {
  const [, year = '', month = ''] = /^issues\/(\d{4})-(\d{2})/u.exec(url) ?? [];
  return Number(year) * 12 + Number(month) - 1;
}
