import type { Passage, TextPosition } from '../../text-rule.ts';
import { isHanzi, wordsAround } from '../../text/segment.ts';
import { characterAt, mayBeMistyped, ORGANISATION_ENDINGS } from './organisation-names.ts';

/** Characters before the ending that may belong to the name. */
const MAX_NAME_LENGTH = 10;
/** Distinct names of one ending that are compared with one another. */
const MAX_NAMES = 60;
const ALL_ENDINGS = new RegExp(ORGANISATION_ENDINGS.source, 'gu');

/** Names of organisations with the same ending that differ by one character, whichever it is. */
export function organisationPairs(passages: readonly Passage[]): [TextPosition, TextPosition][] {
  const byEnding = new Map<string, Map<string, TextPosition>>();
  for (const passage of passages) {
    for (const { 0: ending, index } of passage.text.matchAll(ALL_ENDINGS)) {
      let from = index;
      while (from > 0 && index - from < MAX_NAME_LENGTH && isHanzi(passage.text[from - 1])) from -= 1;
      const names = byEnding.get(ending) ?? new Map<string, TextPosition>();
      byEnding.set(ending, names);
      const name = passage.text.slice(from, index);
      if (names.size < MAX_NAMES && name.length >= 3 && !names.has(name)) names.set(name, { passage, index });
    }
  }
  return [...byEnding.values()].flatMap((names) => {
    const spots = [...names.values()];
    return spots.flatMap((one, at) => spots.slice(at + 1).flatMap((other) => differing(one, other) ?? []));
  });
}

/** The spots at which two names that end at the given places differ, where it is one character only. */
function differing(one: TextPosition, other: TextPosition): [[TextPosition, TextPosition]] | undefined {
  const isSame = (distance: number) => {
    const [a, b] = [one.passage.text[one.index - distance], other.passage.text[other.index - distance]];
    return a === b && isHanzi(a);
  };
  let distance = 1;
  while (distance <= MAX_NAME_LENGTH && isSame(distance)) distance += 1;
  if (areListed(one, other)) return undefined;
  let before = 0;
  while (before < MAX_NAME_LENGTH && isSame(distance + 1 + before)) before += 1;
  if (before < 1) return undefined;
  const spots: [TextPosition, TextPosition] = [
    { passage: one.passage, index: one.index - distance },
    { passage: other.passage, index: other.index - distance },
  ];
  if (!spots.every((spot) => isHanzi(characterAt(spot)) && mayBeMistyped(characterAt(spot))))
    return undefined;
  return before >= 4 || (before + distance >= 4 && spots.some(isAlone)) ? [spots] : undefined;
}

/** Whether both are items of one list, which does not name one thing twice. */
function areListed(one: TextPosition, other: TextPosition): boolean {
  if (one.passage !== other.passage) return false;
  const [from, to] = [one.index, other.index].toSorted((a, b) => a - b);
  const between = one.passage.text.slice(from, to);
  return between.includes('、') && !/[，。；：！？\n]/u.test(between);
}

function isAlone({ passage, index }: TextPosition): boolean {
  return wordsAround(passage.text, index).some((word) => word.index === index && word.text.length === 1);
}
