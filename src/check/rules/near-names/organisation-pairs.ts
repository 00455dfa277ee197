import type { Passage, TextPosition } from '../../text-rule.ts';
import { isHanzi } from '../../text/segment.ts';
import { characterAt, isAlone, mayBeMistyped, ORGANISATION_ENDINGS } from './organisation-names.ts';

/** Fewest characters of a name before its ending, the one that differs included. */
const MIN_NAME_LENGTH = 4;
/** Most characters of a name before its ending. */
const MAX_NAME_LENGTH = 10;
/** Most names with the same ending that are compared with one another. */
const MAX_NAMES = 60;
const ALL_ENDINGS = new RegExp(ORGANISATION_ENDINGS.source, 'gu');

/** Pairs of positions where names of organisations with the same ending differ by one character. */
export function organisationPairs(passages: readonly Passage[]): [TextPosition, TextPosition][] {
  const byEnding = new Map<string, Map<string, TextPosition>>();
  for (const passage of passages) {
    for (const { 0: ending, index } of passage.text.matchAll(ALL_ENDINGS)) {
      let from = index;
      while (index - from < MAX_NAME_LENGTH && isHanzi(passage.text[from - 1])) from -= 1;
      const names = byEnding.get(ending) ?? new Map<string, TextPosition>();
      byEnding.set(ending, names);
      const name = passage.text.slice(from, index);
      if (names.size < MAX_NAMES && name.length >= MIN_NAME_LENGTH && !names.has(name))
        names.set(name, { passage, index });
    }
  }
  return [...byEnding.values()].flatMap((names) => {
    const positions = [...names.values()];
    return positions.flatMap((one, at) =>
      positions.slice(at + 1).flatMap((other) => differing(one, other) ?? []),
    );
  });
}

/** The positions at which two names, given by their ends, differ by exactly one character. */
function differing(one: TextPosition, other: TextPosition): [[TextPosition, TextPosition]] | undefined {
  const isSame = (distance: number) => {
    const [a, b] = [one.passage.text[one.index - distance], other.passage.text[other.index - distance]];
    return a === b && isHanzi(a);
  };
  let distance = 1;
  while (distance <= MAX_NAME_LENGTH && isSame(distance)) distance += 1;
  if (areInOneList(one, other)) return undefined;
  let before = 0;
  while (before < MAX_NAME_LENGTH && isSame(distance + 1 + before)) before += 1;
  if (before < 1) return undefined;
  const positions: [TextPosition, TextPosition] = [
    { passage: one.passage, index: one.index - distance },
    { passage: other.passage, index: other.index - distance },
  ];
  if (!positions.every((position) => isHanzi(characterAt(position)) && mayBeMistyped(characterAt(position))))
    return undefined;
  return before >= 4 || (before + distance >= MIN_NAME_LENGTH && positions.some(isAlone))
    ? [positions]
    : undefined;
}

/** Whether both, in the order of the text, are items of one list, so that they are different things. */
function areInOneList(one: TextPosition, other: TextPosition): boolean {
  if (one.passage !== other.passage) return false;
  const between = one.passage.text.slice(one.index, other.index);
  return between.includes('、') && !/[，。；：！？\n]/u.test(between);
}
