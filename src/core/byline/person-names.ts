import { NOT_NAMES, TRANSLITERATION, NEVER_IN_NAMES } from './not-names.ts';
import {
  COMMON_SURNAMES,
  COMPOUND_SURNAMES,
  RARE_SURNAMES,
  RARE_WORDY_SURNAMES,
  WORDY_SURNAMES,
} from './surnames.ts';

/** Whether a word counts as a name. Which test applies depends on the context of the word. */
export type NameTest = (text: string) => boolean;

const COMMON = new Set(COMMON_SURNAMES);
const WORDY = new Set(WORDY_SURNAMES);
const RARE = new Set(RARE_SURNAMES);
const RARE_WORDY = new Set(RARE_WORDY_SURNAMES);
const STEMS = new Set('甲乙丙丁戊己庚辛壬癸');

/** 张某, 甲某某, 张某君, 某某, 张×× */
const MASKED =
  /^(?:(?!某)(?<surname>\p{Script=Han})(?:某{1,2}(?<last>\p{Script=Han})?|[×*Xx]{1,2})|某{2,3})$/u;
const FOREIGN = /^\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8}){1,4}$/u;
const PEN_NAME = /^\p{Script=Han}{2,4}$/u;
/** Villages and towns that are named after a family: 李家庄, 张家口. */
const FAMILY_VILLAGE = /^\p{Script=Han}家[庄屯沟营寨堡岭湾坪口坡洼峪台湖]/u;

/** Without context: a known surname and a given name, and not an ordinary word. */
export function isPlausibleName(text: string): boolean {
  return isMasked(text) || isForeign(text) || isHan(text, false);
}

/** Beside a printed role: rare and double surnames count too. */
export function isNameByRole(text: string): boolean {
  return isPlausibleName(text) || isHan(text, true) || isTransliterated(text);
}

/** After a label such as 作者： pen names count too. */
export function isNameByLabel(text: string): boolean {
  return isNameByRole(text) || (PEN_NAME.test(text) && !NOT_NAMES.has(text) && isGiven([...text]));
}

function isMasked(text: string): boolean {
  const groups = MASKED.exec(text)?.groups;
  if (!groups) return false;
  const { surname, last } = groups;
  const isKnown = [COMMON, WORDY, RARE, RARE_WORDY, STEMS].some((known) => known.has(surname ?? ''));
  return (surname === undefined || isKnown) && (last === undefined || !NEVER_IN_NAMES.has(last));
}

function isHan(text: string, byRole: boolean): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(text) || NOT_NAMES.has(text) || FAMILY_VILLAGE.test(text)) return false;
  const [first = '', second = '', ...rest] = text;
  if (rest.length > 0 && COMPOUND_SURNAMES.has(first + second)) return isGiven(rest);
  if (COMPOUND_SURNAMES.has(text) || !isGiven([second, ...rest])) return false;
  if (rest.length === 2) return byRole && COMMON.has(first) && COMMON.has(second);
  const isLong = rest.length === 1;
  if (COMMON.has(first) || (WORDY.has(first) && (isLong || byRole))) return true;
  return byRole && (RARE.has(first) || (RARE_WORDY.has(first) && isLong));
}

function isGiven(characters: string[]): boolean {
  return !characters.some((each) => NEVER_IN_NAMES.has(each));
}

/** Foreign and minority names with ·: at least 70% of the characters are used for transliteration. */
function isForeign(text: string): boolean {
  if (!FOREIGN.test(text)) return false;
  const characters = [...text.replaceAll('·', '')];
  return (
    characters.length >= 4 &&
    characters.filter((each) => TRANSLITERATION.has(each)).length >= characters.length * 0.7
  );
}

function isTransliterated(text: string): boolean {
  return (
    /^\p{Script=Han}{3,7}$/u.test(text) &&
    !NOT_NAMES.has(text) &&
    [...text].every((each) => TRANSLITERATION.has(each))
  );
}
