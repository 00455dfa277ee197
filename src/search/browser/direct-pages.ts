import type { NamedPage } from '#core/named-page.ts';
import { fold } from '../shared/fold.ts';
import { kindVariants, nameForms } from './name-forms.ts';
import { BEGINNING, matchMixed, matchPinyin, typedPinyin, WHOLE } from './pinyin-match.ts';

/** A suggestion while the reader types. */
export interface Suggestion {
  page: NamedPage;
  /** Whether the text is the beginning of the name or all of it, not only some part. */
  isBegun: boolean;
}

/** The pages that a query names by their name, an alias, another spelling of either, or their whole pinyin. */
export function directPages(text: string, pages: NamedPage[]): NamedPage[] {
  const forms = new Set(nameForms(text));
  const letters = typedPinyin(text);
  return pages.filter(
    (page) =>
      namesOf(page).some((each) => forms.has(each)) ||
      (letters !== undefined && page.readings.some((each) => matchPinyin(letters, each) === WHOLE)),
  );
}

/**
 * Suggestions while the reader types: names equal to the text, then names that begin with it (in hanzi, or by
 * their pinyin or its first letters), then names that contain it.
 * @param maxCount how many are returned at most
 */
export function suggestions(text: string, pages: NamedPage[], maxCount: number): Suggestion[] {
  const forms = nameForms(text);
  const letters = typedPinyin(text);
  return pages
    .map((page) => ({ page, rank: rankOf(page, forms, letters) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((a, b) => a.rank - b.rank || a.page.name.length - b.page.name.length)
    .slice(0, maxCount)
    .map(({ page, rank }) => ({ page, isBegun: rank < CONTAINED }));
}

/** Ranks of a name, the best is 0: from this one on it only contains what is typed, or does not match at all. */
const CONTAINED = 4;
const NOT_FOUND = 9;

/** @param forms see `nameForms` */
function rankOf(page: NamedPage, forms: string[], letters: string | undefined): number {
  const [typed = ''] = forms;
  const names = namesOf(page);
  if (forms.some((form) => names.includes(form))) return 0;
  if (forms.some((form) => names.some((each) => each.startsWith(form)))) return 1;
  const match =
    letters === undefined
      ? matchMixed(typed, names, page.readings)
      : Math.max(0, ...page.readings.map((each) => matchPinyin(letters, each)));
  if (match > 0) return match === WHOLE ? 2 : match === BEGINNING ? 3 : CONTAINED;
  return forms.some((form) => form.length >= 2 && names.some((each) => each.includes(form)))
    ? CONTAINED
    : NOT_FOUND;
}

/** The query with a name in it replaced by each of that page's other names. */
export function otherNames(text: string, pages: NamedPage[]): string[] {
  const query = fold(text);
  const others = new Set(kindVariants(query));
  for (const { name, aliases } of pages) {
    const names = [name, ...aliases];
    const matched = names
      .filter((each) => each.length > 1 && query.includes(fold(each)))
      .sort((a, b) => b.length - a.length)[0];
    if (matched === undefined) continue;
    for (const other of names) if (other !== matched) others.add(query.replace(fold(matched), other));
  }
  others.delete(query);
  return [...others];
}

const foldedNames = new WeakMap<NamedPage, string[]>();

/** The names of a page as they are compared; folded once, since every key stroke compares all. */
export function namesOf(page: NamedPage): string[] {
  const known = foldedNames.get(page);
  if (known) return known;
  const names = [page.name, ...page.aliases].map(fold);
  foldedNames.set(page, names);
  return names;
}
