/**
 * The articles of some years that are indexed together, in files that nothing outside them changes: a
 * build makes again only the segments whose articles have changed.
 */
export interface Segment {
  /** Tells the segment's files from those of the others; Pagefind takes it for a language. */
  name: string;
  /** Addresses of its articles, in the order they were given. */
  urls: string[];
}

/** What the browser asks Pagefind for first: the page's own language. */
export const LANGUAGE = 'zh-cn';
/** Begins the names of segments: to Pagefind they are languages, and this is BCP 47's "undetermined". */
export const UNDETERMINED = 'und';
/** Months of the years 0 to 8191, halved again and again into blocks of years, half-years, months. */
const ALL_MONTHS = 12 * 8192;

/**
 * Cuts an archive into segments, the oldest first. Time is halved until no block holds more than a
 * segment may, so where the cuts are depends on nothing but the articles; one more article, or one
 * fewer, changes one segment, parts it in two or joins two.
 * @param urls addresses of articles, `issues/2022-09/a/`
 * @param most articles of a segment; only a single month may hold more
 */
export function segmentsOf(urls: string[], most: number): Segment[] {
  return blocksOf(urls, 0, ALL_MONTHS, most);
}

function blocksOf(urls: string[], from: number, months: number, most: number): Segment[] {
  const whole = months === ALL_MONTHS;
  if (urls.length === 0 && !whole) return [];
  if (urls.length <= most || months === 1) return [{ name: whole ? UNDETERMINED : nameOf(from), urls }];
  const half = Math.ceil(months / 2);
  const middle = from + half;
  return [
    ...blocksOf(
      urls.filter((url) => monthOf(url) < middle),
      from,
      half,
      most,
    ),
    ...blocksOf(
      urls.filter((url) => monthOf(url) >= middle),
      middle,
      months - half,
      most,
    ),
  ];
}

/** `und-202201`: the first month of a block, as a variant of the language. */
function nameOf(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${UNDETERMINED}-${year}${String((month % 12) + 1).padStart(2, '0')}`;
}

/** Months since the year 0 until an article's issue. */
function monthOf(url: string): number {
  const [, year = '', month = ''] = /^issues\/(\d{4})-(\d{2})/u.exec(url) ?? [];
  return Number(year) * 12 + Number(month) - 1;
}
