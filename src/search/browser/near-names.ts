import type { NamedPage } from '#core/named-page.ts';
import { nameForms } from './name-forms.ts';
import { namesOf } from './direct-pages.ts';
import { type Sounds, syllablesByCharacter } from './homophones.ts';

/** Characters; shorter names differ in too few of them to be told apart when one is wrong. */
const MIN_NEAR_LENGTH = 4;
/** A shortened name has at least this many of its characters. */
const MIN_SHORT_LENGTH = 3;

/**
 * Pages whose name is nearly a text of hanzi, the nearest first: the text has the name in it (唐山高新区管委会), leaves
 * out characters (绿色化工园), or has one that is wrong (园区新闻).
 */
export function nearNames(text: string, pages: NamedPage[]): NamedPage[] {
  const forms = nameForms(text).filter((form) => /\p{Script=Han}/u.test(form));
  const near = pages.map((page) => {
    const names = namesOf(page);
    const ranks = forms.flatMap((form) => names.map((name) => nearness(form, name)));
    return { page, rank: Math.max(0, ...ranks) };
  });
  return near
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.page.name.length - b.page.name.length)
    .map(({ page }) => page);
}

/** 0 for names that are not near; above 3 for a name in the text, the more the longer the name. */
function nearness(form: string, name: string): number {
  if (name.length >= MIN_NEAR_LENGTH && form.includes(name)) return 3 + name.length;
  if (form.length >= MIN_SHORT_LENGTH && form[0] === name[0] && isShortened(form, name)) return 2;
  return form.length >= MIN_NEAR_LENGTH && differences(form, name) === 1 ? 1 : 0;
}

/** Whether a form is a name without some of its characters. */
function isShortened(form: string, name: string): boolean {
  let at = 0;
  for (const character of form) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function differences(form: string, name: string): number {
  if (form.length !== name.length) return Number.POSITIVE_INFINITY;
  return [...form].filter((character, at) => character !== name[at]).length;
}

/**
 * Pages whose name letters may mean: by any reading of its characters, and with what speakers of dialects do not
 * distinguish (zh and z, ng and n, ü and u).
 * @param letters see `typedPinyin`
 */
export function soundingNames(letters: string, pages: NamedPage[], sounds: Sounds): NamedPage[] {
  const plain = plainSound(letters);
  const syllablesOf = syllablesByCharacter(sounds, plainSound);
  return pages.filter((page) =>
    namesOf(page).some((name) => isSpelled(plain, [...name], (each) => syllablesOf.get(each))),
  );
}

/** Whether letters are whole syllables of the first characters of a name, of two at least. */
function isSpelled(
  letters: string,
  [first = '', ...others]: string[],
  syllablesOf: (character: string) => Set<string> | undefined,
  read = 0,
): boolean {
  if (letters === '') return read > 1;
  return [...(syllablesOf(first) ?? [])].some(
    (syllable) =>
      letters.startsWith(syllable) &&
      isSpelled(letters.slice(syllable.length), others, syllablesOf, read + 1),
  );
}

function plainSound(letters: string): string {
  return letters
    .replace(/ng/gu, 'n')
    .replace(/([zcs])h/gu, '$1')
    .replace(/v/gu, 'u');
}
