import { candidates, PATTERNS, type Pattern } from './same-surroundings.ts';
import { organisationPairs } from './organisation-pairs.ts';
import type { Passage, TextPosition } from '../../text-rule.ts';
import { isHanzi, wordsAround } from '../../text/segment.ts';
import { beginsOrganisation, endsOrganisation, mayBeMistyped } from './organisation-names.ts';

/** Pairs of spots where a name seems to be written with one other character. */
export function nearPairs(passages: readonly Passage[]): [TextPosition, TextPosition][] {
  return [...alikePairs(passages), ...organisationPairs(passages)];
}

/** No article is longer, or has more places that look alike. */
const MAX_TEXT_LENGTH = 200_000;
const MAX_CANDIDATES = 400;

/** What a person is called before the name. */
const TITLE_BEFORE_NAME =
  /(?:[县市区镇乡厂院校处科局行会部]长|书记|主任|记者|通讯员|经理|负责人|工程师|教授|博士|董事长|总裁|师傅)$/u;

/** What a person does behind the name when it is given again. */
const SPEECH_AFTER_NAME = /^(?:说|表示|介绍|指出|强调|告诉|认为|要求)/u;

/** Places whose surroundings are the same and whose character sounds or looks alike, in what is no dictionary word. */
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
      .filter((pair) => isSlip(pair, pattern)),
  );
}

/** Finds the passage of an index of all passages' texts, joined by line breaks. */
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

function isSlip(pair: readonly TextPosition[], { person, beginning, ending }: Pattern): boolean {
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
  const counts = pair.map((spot) => singlesFrom(spot, spot.index - person));
  return Math.min(...counts) > 0 && Math.max(...counts) >= 3;
}

/** Whether no dictionary word holds the character. */
function isAlone({ passage, index }: TextPosition): boolean {
  return wordsAround(passage.text, index).some((word) => word.index === index && word.text.length === 1);
}

/** Whether no dictionary word explains the character: it or the word before it is a hanzi alone. */
function isInName({ passage, index }: TextPosition): boolean {
  const words = wordsAround(passage.text, index);
  const at = words.findIndex((word) => word.index <= index && index < word.index + word.text.length);
  const [before, own] = [words[at - 1], words[at]];
  return (
    own !== undefined && [own, before].some((word) => word?.text.length === 1 && mayBeMistyped(word.text))
  );
}

/** Whether a person's name may end before an index: behind it stands what people do, or a mark. */
function endsName(text: string, index: number): boolean {
  const sign = text[index];
  return (
    !isHanzi(sign) || '说表介坦告指强认感在是和的与等又也就便还从把对向带率主作今现'.includes(sign ?? '')
  );
}

/** How many hanzi from a place on are in no dictionary word, as those of most persons' names. */
function singlesFrom({ passage, index }: TextPosition, start: number): number {
  const words = wordsAround(passage.text, index);
  let length = 0;
  while (words.some((word) => word.index === start + length && word.text.length === 1)) length += 1;
  return length;
}
