import { MIN_HEADLINE_SIZE } from './headline-size.ts';
import { boxAround, type Box, heightOf, median, middleOf, widthOf } from './page-content.ts';

/** An item to sort: text, picture or table. `size` is the size of its characters; pictures have none. */
export interface Item extends Box {
  size?: number;
  /** A picture or a table: it fills its whole area. */
  solid?: true;
}

/** Minimum white space between columns, in characters of the body. */
const MIN_GUTTER = 0.6;
/** Minimum number of lines on each side of a gutter. */
const MIN_LINES_BESIDE_GUTTER = 2;
/** Step in points at which gutters are looked for. */
const GUTTER_STEP_POINTS = 1.5;
/** Minimum length of most lines of a column, in characters: no newspaper has narrower columns. */
const MIN_LINE_LENGTH = 6.5;
/** Minimum share of a column's width that most of its lines fill; cells of a table fill less. */
const MIN_LINE_FILL = 0.55;
/** Maximum number of rows of a headline with its kicker, subtitle and byline. */
const MAX_HEADLINE_ROWS = 7;
/** Minimum white space above a headline that starts another story, in characters of the body. */
const MIN_STORY_GAP = 1;

/**
 * Puts the items of a page in reading order: stories from top to bottom, in each the columns from left to right. A recursive
 * cut along white space (XY-cut), where headlines and pictures over several columns separate the items above from
 * those below.
 * @param body size of the body's characters
 * @returns groups of items, each from one column; inside a group the order is as given
 */
export function columnsOf<T extends Item>(items: T[], body: number): T[][] {
  if (items.length <= 1) return items.length === 0 ? [] : [items];
  const stories = splitAtStories(items, body);
  if (stories.length > 1) return stories.flatMap((story) => columnsOf(story, body));
  const head = headOf(items, body);
  if (head.length > 0 && head.length < items.length)
    return [
      head,
      ...columnsOf(
        items.filter((item) => !head.includes(item)),
        body,
      ),
    ];
  const gutter = findGutter(items, body);
  if (gutter === undefined) return [items];
  return bandsAt(items, gutter).flatMap(({ crossing, items: band }) => {
    if (crossing) return band.length === items.length ? [band] : columnsOf(band, body);
    const left = band.filter((item) => item.x1 <= gutter);
    const right = band.filter((item) => item.x0 >= gutter);
    return [...columnsOf(left, body), ...columnsOf(right, body)];
  });
}

/** Cuts at white space of full width that is followed by a headline. */
function splitAtStories<T extends Item>(items: T[], body: number): T[][] {
  const sorted = items.toSorted((a, b) => a.top - b.top);
  const out: T[][] = [[]];
  let bottom = Number.NEGATIVE_INFINITY;
  let hasText = false;
  sorted.forEach((item, index) => {
    const gap = item.top - bottom;
    const row = sorted.slice(index).filter((each) => each.top < item.bottom);
    const startsStory =
      hasText && gap > body * MIN_STORY_GAP && row.some(({ size = 0 }) => size >= body * MIN_HEADLINE_SIZE);
    if (startsStory) {
      out.push([]);
      hasText = false;
    }
    out.at(-1)?.push(item);
    bottom = Math.max(bottom, item.bottom);
    if (item.size !== undefined && item.size < body * MIN_HEADLINE_SIZE) hasText = true;
  });
  const order = new Map(items.map((item, index) => [item, index]));
  return out.map((story) => story.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
}

/**
 * The rows at the top that belong to a headline: kicker, headline, subtitle, byline. Nothing stands beside them. They need not
 * reach over all columns below.
 */
function headOf<T extends Item>(items: T[], body: number): T[] {
  const headlines = items
    .filter(({ size = 0 }) => size >= body * MIN_HEADLINE_SIZE)
    .toSorted((a, b) => a.top - b.top);
  // A vertical headline stands beside its text.
  if (headlines.length > 0 && headlines.every(({ solid }) => solid)) return headlines;
  // A kicker and a byline are set in the middle of the columns, or of the headline.
  const middles = [boxAround(items), ...headlines.slice(0, 1)].map(({ x0, x1 }) => (x0 + x1) / 2);
  const sorted = items.toSorted((a, b) => a.top - b.top);
  const head: T[] = [];
  for (const [index, item] of sorted.entries()) {
    const next = sorted[index + 1];
    const isAlone = !next || next.top >= item.bottom - body / 4;
    const isCentral = middles.some((middle) => Math.abs((item.x0 + item.x1) / 2 - middle) < body * 2);
    const belongs = isCentral || (item.size ?? 0) >= body * MIN_HEADLINE_SIZE;
    if (!isAlone || !belongs || item.solid || head.length === MAX_HEADLINE_ROWS) break;
    head.push(item);
  }
  return head.some(({ size = 0 }) => size >= body * MIN_HEADLINE_SIZE) ? head : [];
}

/** The horizontal position of the best gutter: crossed by the fewest items, then with most lines on both sides. */
function findGutter(items: readonly Item[], body: number): number | undefined {
  const { x0, x1 } = boxAround(items);
  const half = (body * MIN_GUTTER) / 2;
  const byCrossing = new Map<number, number[]>();
  for (let x = x0 + body * 2; x < x1 - body * 2; x += GUTTER_STEP_POINTS) {
    const crossing = items.filter((item) => crosses(item, x, half));
    const height = Math.round(crossing.reduce((sum, item) => sum + heightOf(item), 0) / body);
    byCrossing.set(height, [...(byCrossing.get(height) ?? []), x]);
  }
  for (const [height, positions] of [...byCrossing].toSorted(([a], [b]) => a - b)) {
    const ranked = positions
      .map((x) => ({ x, balance: balanceAt(items, x, half, body) }))
      .toSorted((a, b) => b.balance - a.balance);
    const [best] = ranked;
    // The middle of a run of equally good positions.
    const equal = ranked.filter(({ balance }) => balance === best?.balance);
    if (best && best.balance > 0 && height <= best.balance) return equal[Math.floor(equal.length / 2)]?.x;
  }
  return undefined;
}

function crosses(item: Item, x: number, half: number): boolean {
  return item.x0 < x + half && item.x1 > x - half;
}

/** Lines on the side with fewer of them, over all bands in which the position is a gutter; 0 if it is none. */
function balanceAt(items: readonly Item[], x: number, half: number, body: number): number {
  let total = 0;
  for (const { crossing, items: band } of bandsAt(items, x, half)) {
    if (crossing) continue;
    const left = band.filter((item) => item.x1 <= x);
    const right = band.filter((item) => item.x0 >= x);
    const lines = Math.min(linesIn(left, body), linesIn(right, body));
    if (lines >= MIN_LINES_BESIDE_GUTTER && isColumn(left, body) && isColumn(right, body)) total += lines;
  }
  return total;
}

function linesIn(items: readonly Item[], body: number): number {
  return items.reduce((sum, item) => sum + (item.solid ? heightOf(item) / (body * 1.6) : 1), 0);
}

/** Whether most lines are long and fill the width. The cells of a table do not. */
function isColumn(items: readonly Item[], body: number): boolean {
  const widths = items.filter(({ solid }) => !solid).map(widthOf);
  if (widths.length === 0) return true;
  const usual = median(widths);
  return usual >= body * MIN_LINE_LENGTH && usual >= Math.max(...widths) * MIN_LINE_FILL;
}

interface Band<T> {
  crossing: boolean;
  items: T[];
}

/**
 * Cuts items into bands from top to bottom: an item that crosses a vertical line forms a band with the items beside
 * it; the items between such bands form the other bands.
 */
function bandsAt<T extends Item>(items: readonly T[], x: number, half = 0): Band<T>[] {
  const spans: { top: number; bottom: number }[] = [];
  for (const { top, bottom } of items
    .filter((item) => crosses(item, x, half))
    .toSorted((a, b) => a.top - b.top)) {
    const last = spans.at(-1);
    const isNext = last && !items.some((item) => middleOf(item) > last.bottom && middleOf(item) < top);
    if (last && (top <= last.bottom || isNext)) last.bottom = Math.max(last.bottom, bottom);
    else spans.push({ top, bottom });
  }
  const bands: Band<T>[] = Array.from({ length: spans.length * 2 + 1 }, (_, index) => ({
    crossing: index % 2 === 1,
    items: [],
  }));
  for (const item of items) {
    const middle = middleOf(item);
    const inside = spans.findIndex(({ top, bottom }) => middle >= top && middle <= bottom);
    const above = spans.filter(({ bottom }) => bottom < middle).length;
    const own = crosses(item, x, half)
      ? spans.findIndex(({ top, bottom }) => item.top >= top && item.bottom <= bottom)
      : inside;
    bands[own >= 0 ? own * 2 + 1 : above * 2]?.items.push(item);
  }
  return bands.filter((band) => band.items.length > 0);
}
