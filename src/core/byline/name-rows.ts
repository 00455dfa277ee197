import { isPlausibleName, type NameTest } from './person-names.ts';
import { COMMON_SURNAMES, COMPOUND_SURNAMES } from './surnames.ts';
import { isTooLong, tidy } from './byline-text.ts';

/** Surnames so frequent that a row of names without separators may be split before them. */
const FREQUENT = new Set(COMMON_SURNAMES.slice(0, 150));
/** Maximum length of a name, in characters: a compound surname and a given name of two. */
const MAX_NAME_LENGTH = 4;
/** Characters; the number of possible splits grows exponentially. */
const MAX_SINGLES = 16;
const BEFORE = '(?<=^|[ 、，；&/｜：（【）])';
const BEHIND = '(?=$|[ 、，；&/｜：（）])';
const HAN = '\\p{Script=Han}';
const DOT = new RegExp(`(?<=${HAN}) ?· ?(?=${HAN})`, 'gu');
const SINGLES = new RegExp(`${BEFORE}${HAN}(?: ${HAN})+${BEHIND}`, 'gu');
const ONE_AND_TWO = new RegExp(`${BEFORE}(${HAN}) (${HAN}{2})${BEHIND}`, 'gu');
const COMPOUND_AND_MORE = new RegExp(
  `${BEFORE}(${[...COMPOUND_SURNAMES].join('|')}) (${HAN}{1,2})${BEHIND}`,
  'gu',
);

/** Parses names separated by spaces or 、; returns undefined if any word is not plausibly a name. */
export function readNames(text: string): string[] | undefined {
  if (isTooLong(text)) return undefined;
  const words = joinSpacedNames(tidy(text), isPlausibleName)
    .split(/[ 、，；&/]+/u)
    .filter(Boolean);
  return words.length > 0 && words.every(isPlausibleName) ? words : undefined;
}

/** Joins names that are printed with spaces inside: `王 伟 李 小 娜` → `王伟 李小娜`. */
export function joinSpacedNames(line: string, isName: NameTest): string {
  const join = (both: string, surname: string, given: string) =>
    isName(surname + given) && !isName(given) ? surname + given : both;
  return (
    line
      .replace(DOT, '·')
      // Before single characters: the given name of 欧阳 明 李 娜 does not begin the next name.
      .replace(COMPOUND_AND_MORE, join)
      .replace(SINGLES, (run) => splitSingles(run.split(' '), isName)?.join(' ') ?? run)
      .replace(ONE_AND_TWO, join)
  );
}

/** Groups single characters into names and the kinds of work 文, 图, 摄. */
function splitSingles(singles: string[], isName: NameTest): string[] | undefined {
  if (singles.length > MAX_SINGLES) return undefined;
  if (singles.length === 0) return [];
  for (const length of [2, 1, 3, MAX_NAME_LENGTH]) {
    const word = singles.slice(0, length).join('');
    if (singles.length < length || !(length === 1 ? /[文图摄]/u.test(word) : isName(word))) continue;
    const rest = splitSingles(singles.slice(length), isName);
    if (rest) return [word, ...rest];
  }
  return undefined;
}

/**
 * Splits names that are printed without separators.
 * @returns the names, or undefined if there is no possible split or no single best one
 */
export function splitGlued(text: string, isName: NameTest): string[] | undefined {
  if (text.length > MAX_SINGLES) return undefined;
  if (text.length <= 3) return isName(text) ? [text] : undefined;
  const splits = possibleSplits(text, isName);
  const several = splits.filter((names) => names.length > 1);
  if (several.length === 0) return splits[0];
  if (several.length === 1) return several[0];
  const good = several.filter((names) => names.every((name) => FREQUENT.has(name[0] ?? '')));
  return good.length === 1 ? good[0] : undefined;
}

function possibleSplits(text: string, isName: NameTest): string[][] {
  if (text === '') return [[]];
  const splits: string[][] = [];
  for (let length = 2; length <= Math.min(MAX_NAME_LENGTH, text.length); length += 1) {
    const name = text.slice(0, length);
    if (isName(name))
      splits.push(...possibleSplits(text.slice(length), isName).map((rest) => [name, ...rest]));
  }
  return splits;
}
