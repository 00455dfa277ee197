import type { Passage, TextPosition } from '../../text-rule.ts';

/** A run of characters that occurs a second time. */
export interface RepeatedRun {
  first: TextPosition;
  passage: Passage;
  index: number;
  length: number;
}

/** Base of the rolling hash. It is odd, so that no bit is lost when it multiplies a hash modulo 2^32. */
const HASH_BASE = 31_337;
/** Most positions that are compared; articles have fewer. */
const MAX_POSITIONS = 300_000;

/** Finds runs of at least `length` characters that occur twice, in linear time (Rabin-Karp). */
export function repeatedRuns(passages: readonly Passage[], length: number): RepeatedRun[] {
  const runs: RepeatedRun[] = [];
  const firsts = new Map<number, TextPosition>();
  const leading = power(length - 1);
  for (const passage of passages) {
    if (firsts.size > MAX_POSITIONS) break;
    const { text } = passage;
    let done = 0;
    let hash = 0;
    for (let end = 0; end < text.length && firsts.size <= MAX_POSITIONS; end++) {
      if (end >= length) hash = (hash - Math.imul(text.charCodeAt(end - length), leading)) | 0;
      hash = (Math.imul(hash, HASH_BASE) + text.charCodeAt(end)) | 0;
      const index = end - length + 1;
      if (index < 0) continue;
      const key = hash >>> 2;
      const first = firsts.get(key);
      if (!first) firsts.set(key, { passage, index });
      else if (index >= done) {
        const found = commonLength(first, passage, index);
        if (found < length) continue;
        runs.push({ first, passage, index, length: found });
        done = index + found;
      }
    }
  }
  return runs;
}

function power(exponent: number): number {
  let result = 1;
  for (let step = 0; step < exponent; step++) result = Math.imul(result, HASH_BASE);
  return result;
}

/** How many characters are the same at two positions; in one passage, at most up to the second. */
function commonLength(first: TextPosition, passage: Passage, index: number): number {
  const limit = first.passage === passage ? index - first.index : Number.POSITIVE_INFINITY;
  let length = 0;
  while (
    length < limit &&
    index + length < passage.text.length &&
    first.passage.text[first.index + length] === passage.text[index + length]
  )
    length += 1;
  return length;
}
