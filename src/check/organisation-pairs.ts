import type { Passage } from './rule.ts';
import { isHanzi, wordsAround } from './segment.ts';
import { ENDINGS, isFree, type Spot, signAt } from './spot.ts';

/** Characters before the ending that may belong to the name. */
const REACH = 10;
/** Distinct names of one ending that are compared with one another. */
const MOST_NAMES = 60;
const ALL_ENDINGS = new RegExp(ENDINGS.source, 'gu');

/** Names of organisations with the same ending that differ by one character, whichever it is. */
export function organisationPairs(passages: readonly Passage[]): [Spot, Spot][] {
  const byEnding = new Map<string, Map<string, Spot>>();
  for (const passage of passages) {
    for (const { 0: ending, index } of passage.text.matchAll(ALL_ENDINGS)) {
      let from = index;
      while (from > 0 && index - from < REACH && isHanzi(passage.text[from - 1])) from -= 1;
      const names = byEnding.get(ending) ?? new Map<string, Spot>();
      byEnding.set(ending, names);
      const name = passage.text.slice(from, index);
      if (names.size < MOST_NAMES && name.length >= 3 && !names.has(name))
        names.set(name, { passage, index });
    }
  }
  return [...byEnding.values()].flatMap((names) => {
    const spots = [...names.values()];
    return spots.flatMap((one, at) => spots.slice(at + 1).flatMap((other) => differing(one, other) ?? []));
  });
}

/** The spots at which two names that end at the given places differ, where it is one character only. */
function differing(one: Spot, other: Spot): [[Spot, Spot]] | undefined {
  const isSame = (distance: number) => {
    const [a, b] = [one.passage.text[one.index - distance], other.passage.text[other.index - distance]];
    return a === b && isHanzi(a);
  };
  let distance = 1;
  while (distance <= REACH && isSame(distance)) distance += 1;
  if (areListed(one, other)) return undefined;
  let before = 0;
  while (before < REACH && isSame(distance + 1 + before)) before += 1;
  if (before < 1) return undefined;
  const spots: [Spot, Spot] = [
    { passage: one.passage, index: one.index - distance },
    { passage: other.passage, index: other.index - distance },
  ];
  if (!spots.every((spot) => isHanzi(signAt(spot)) && isFree(signAt(spot)))) return undefined;
  return before >= 4 || (before + distance >= 4 && spots.some(isAlone)) ? [spots] : undefined;
}

/** Whether both are items of one list, which does not name one thing twice. */
function areListed(one: Spot, other: Spot): boolean {
  if (one.passage !== other.passage) return false;
  const [from, to] = [one.index, other.index].toSorted((a, b) => a - b);
  const between = one.passage.text.slice(from, to);
  return between.includes('、') && !/[，。；：！？\n]/u.test(between);
}

function isAlone({ passage, index }: Spot): boolean {
  return wordsAround(passage.text, index).some((word) => word.index === index && word.text.length === 1);
}
