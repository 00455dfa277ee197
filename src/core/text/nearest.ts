/**
 * The valid names most similar to a typed one, for “你是不是想写…”.
 * @param minSimilarity minimum similarity, from 0 (nothing in common) to 1 (equal)
 * @returns at most `limit` names, most similar first
 */
export function nearestNames(
  typed: string,
  names: Iterable<string>,
  limit = 3,
  minSimilarity = 0.4,
): string[] {
  const scored: { name: string; score: number }[] = [];
  for (const name of new Set(names)) {
    const score = similarity(typed, name);
    if (score >= minSimilarity) scored.push({ name, score });
  }
  scored.sort((a, b) => b.score - a.score || a.name.length - b.name.length);
  return scored.slice(0, limit).map(({ name }) => name);
}

/** From 0 (nothing in common) to 1 (equal): by edit distance, higher if one is a subsequence of the other. */
function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  const byEdits = 1 - editDistance(a, b) / longer;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const contained = short.length >= 2 && isSubsequence(short, long) ? 0.6 : 0;
  return Math.max(byEdits, contained + byEdits * 0.4);
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}

/** Damerau-Levenshtein distance (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
