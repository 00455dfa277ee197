import { type Folded, foldWithOffsets } from '../shared/fold.ts';

/** A stretch of a printed text, in code units. */
export interface Range {
  start: number;
  end: number;
}

/** A regular expression for folded text; undefined if there is nothing to look for. */
export function anyOf(sources: string[]): RegExp | undefined {
  const longestFirst = sources.filter(Boolean).sort((a, b) => b.length - a.length);
  return longestFirst.length > 0 ? new RegExp(longestFirst.join('|'), 'gu') : undefined;
}

/** Where a pattern for folded text matches a printed text. Cuts no printed sign: I is not in Ⅱ. */
export function matchesIn(printed: string, pattern: RegExp | undefined): Range[] {
  if (!pattern) return [];
  const whole = folded(printed);
  return [...whole.text.matchAll(pattern)].flatMap(({ index, 0: match }) => {
    const start = whole.starts[index];
    const end = whole.ends[index + match.length - 1];
    if (start === undefined || end === undefined || end <= start) return [];
    return isCut(whole, index) || isCut(whole, index + match.length) ? [] : [{ start, end }];
  });
}

/** Whether a place in folded text is between two words of one printed sign. */
function isCut({ starts, ends }: Folded, place: number): boolean {
  return place > 0 && starts[place] === starts[place - 1] && ends[place] === ends[place - 1];
}

/** Whether a global pattern for folded text matches a printed text. */
export function matches(printed: string, pattern: RegExp): boolean {
  return positionOf(printed, pattern) >= 0;
}

/** Where in the folded text a global pattern matches first; -1 if nowhere. */
export function positionOf(printed: string, pattern: RegExp): number {
  const whole = folded(printed);
  for (const { index, 0: match } of whole.text.matchAll(pattern)) {
    if (!isCut(whole, index) && !isCut(whole, index + match.length)) return index;
  }
  return -1;
}

/** Cache of the last folded texts: a query examines the same texts several times. */
const recent = new Map<string, Folded>();
/** Maximum number of folded texts that are kept: a bound for the memory. */
const MAX_RECENT = 2000;

function folded(printed: string): Folded {
  let result = recent.get(printed);
  if (!result) {
    if (recent.size >= MAX_RECENT) recent.clear();
    result = foldWithOffsets(printed);
    recent.set(printed, result);
  }
  return result;
}
