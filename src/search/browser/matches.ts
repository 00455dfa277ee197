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

/** Where a pattern for folded text matches a printed text. */
export function matchesIn(printed: string, pattern: RegExp | undefined): Range[] {
  if (!pattern) return [];
  const { text, starts, ends } = folded(printed);
  return [...text.matchAll(pattern)].flatMap(({ index, 0: match }) => {
    const start = starts[index];
    const end = ends[index + match.length - 1];
    return start === undefined || end === undefined || end <= start ? [] : [{ start, end }];
  });
}

/** Whether a pattern for folded text matches a printed text. */
export function matches(printed: string, pattern: RegExp): boolean {
  return positionOf(printed, pattern) >= 0;
}

/** Where in the folded text a pattern matches first; -1 if nowhere. */
export function positionOf(printed: string, pattern: RegExp): number {
  return folded(printed).text.search(pattern);
}

/** Cache of the last folded texts: a query examines the same texts several times. */
const recent = new Map<string, Folded>();
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
