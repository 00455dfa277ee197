import { candidates, PATTERNS, type Pattern } from './same-surroundings.ts';
import { organisationPairs } from './organisation-pairs.ts';
import type { Passage, TextPosition } from '../../text-rule.ts';
import { isHanzi, wordsAround } from '../../text/segment.ts';
import { beginsOrganisation, endsOrganisation, isAlone, mayBeMistyped } from './organisation-names.ts';

/** Pairs of positions where the same name seems to be written with two different characters. */
export function nearPairs(passages: readonly Passage[]): [TextPosition, TextPosition][] {
  return [...alikePairs(passages), ...organisationPairs(passages)];
}

/** Limits that no article reaches, against hostile input: characters, and pairs of positions. */
const MAX_TEXT_LENGTH = 200_000;
const MAX_CANDIDATES = 400;

/** Titles before a person's name. */
const TITLE_BEFORE_NAME =
  /(?:[县市区镇乡厂院校处科局行会部]长|书记|主任|记者|通讯员|经理|负责人|工程师|教授|博士|董事长|总裁|师傅)$/u;

/** Verbs after a person's name that is repeated. */
const SPEECH_AFTER_NAME = /^(?:说|表示|介绍|指出|强调|告诉|认为|要求)/u;

/** Pairs of positions with the same surroundings and similar characters, outside words of the dictionary. */
function alikePairs(passages: readonly Passage[]): [TextPosition, TextPosition][] {
  const text = passages
    .map((passage) => passage.text)
    .join('\n')
    .slice(0, MAX_TEXT_LENGTH);
  const spotAt = positionFinder(passages);
  return PATTERNS.flatMap((pattern) =>
    candidates(text, pattern)
      .slice(0, MAX_CANDIDATES)
      .map(([other, at]): [TextPosition, TextPosition] => [spotAt(other), spotAt(at)])
      .filter((pair) => isTypo(pair, pattern)),
  );
}

/** Converts indices of all texts joined by line breaks into positions. */
function positionFinder(passages: readonly Passage[]): (at: number) => TextPosition {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of passages) {
    starts.push(length);
    length += text.length + 1;
  }
  return (at) => {
    const index = starts.findLastIndex((start) => start <= at);
    const passage = passages[index];
    if (!passage) throw new RangeError(`No passage at ${at}`);
    return { passage, index: at - (starts[index] ?? 0) };
  };
}

function isTypo(pair: readonly TextPosition[], { person, beginning, ending }: Pattern): boolean {
  if (beginning && !pair.every(beginsOrganisation)) return false;
  if (ending && !(pair.some(endsOrganisation) && pair.some(isAlone))) return false;
  if (person === undefined) return pair.some(isInName);
  if (!pair.every(({ passage, index }) => endsName(passage.text, index - person + 3))) return false;
  const isTitled = ({ passage, index }: TextPosition) =>
    TITLE_BEFORE_NAME.test(passage.text.slice(Math.max(0, index - person - 4), index - person));
  if (pair.every(isTitled)) return true;
  if (
    pair.some(isTitled) &&
    pair.some(({ passage, index }) => SPEECH_AFTER_NAME.test(passage.text.slice(index - person + 3)))
  )
    return true;
  const counts = pair.map((position) => singlesFrom(position, position.index - person));
  return Math.min(...counts) > 0 && Math.max(...counts) >= 3;
}

/** Whether the character may be part of a name: it, or the one before it, is not part of a longer word. */
function isInName({ passage, index }: TextPosition): boolean {
  const words = wordsAround(passage.text, index);
  const at = words.findIndex((word) => word.index <= index && index < word.index + word.text.length);
  const [before, own] = [words[at - 1], words[at]];
  return (
    own !== undefined && [own, before].some((word) => word?.text.length === 1 && mayBeMistyped(word.text))
  );
}

/** Whether a person's name may end before an index: a verb or a punctuation mark follows. */
function endsName(text: string, index: number): boolean {
  const char = text[index];
  return (
    !isHanzi(char) || '说表介坦告指强认感在是和的与等又也就便还从把对向带率主作今现'.includes(char ?? '')
  );
}

/** How many characters from `start` on are not part of longer words, as in most persons' names. */
function singlesFrom({ passage, index }: TextPosition, start: number): number {
  const words = wordsAround(passage.text, index);
  let length = 0;
  while (words.some((word) => word.index === start + length && word.text.length === 1)) length += 1;
  return length;
}
