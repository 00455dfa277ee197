import type { NamedPage } from '#core/named-page.ts';
import { fold } from '../shared/fold.ts';
import { BEGINNING, matchPinyin, typedPinyin, WHOLE } from './pinyin-match.ts';

/** Kinds of parks, each with the spellings that are in use. */
const KINDS_OF_PARK = [
  ['经开区', '经济技术开发区', '经济开发区'],
  ['高新区', '高新技术产业开发区', '高新技术开发区'],
  ['综保区', '综合保税区'],
  ['自贸区', '自由贸易试验区', '自贸试验区'],
];

/** A suggestion while the reader types. */
export interface Suggestion {
  page: NamedPage;
  /** Whether the text is the beginning of the name or all of it, not only some part. */
  isBegun: boolean;
}

/** The pages that a query names by their name, an alias, another spelling of either, or their whole pinyin. */
export function directPages(text: string, pages: NamedPage[]): NamedPage[] {
  const query = fold(text);
  const spellings = new Set([query, ...kindVariants(query)]);
  const letters = typedPinyin(text);
  return pages.filter(
    (page) =>
      namesOf(page).some((each) => spellings.has(each)) ||
      (letters !== undefined && page.readings.some((each) => matchPinyin(letters, each) === WHOLE)),
  );
}

/**
 * Suggestions while the reader types: names equal to the text, then names that begin with it (in hanzi, or by
 * their pinyin or its first letters), then names that contain it.
 * @param maxCount how many are returned at most
 */
export function suggestions(text: string, pages: NamedPage[], maxCount: number): Suggestion[] {
  const query = fold(text);
  if (query === '') return [];
  const letters = typedPinyin(text);
  return pages
    .map((page) => ({ page, rank: rankOf(page, query, letters) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((a, b) => a.rank - b.rank || a.page.name.length - b.page.name.length)
    .slice(0, maxCount)
    .map(({ page, rank }) => ({ page, isBegun: rank < CONTAINED }));
}

const CONTAINED = 4;
const NOT_FOUND = 9;

function rankOf(page: NamedPage, query: string, letters: string | undefined): number {
  const names = namesOf(page);
  if (names.includes(query)) return 0;
  if (names.some((each) => each.startsWith(query))) return 1;
  if (letters !== undefined) {
    const match = Math.max(0, ...page.readings.map((each) => matchPinyin(letters, each)));
    if (match > 0) return match === WHOLE ? 2 : match === BEGINNING ? 3 : CONTAINED;
  }
  return query.length >= 2 && names.some((each) => each.includes(query)) ? CONTAINED : NOT_FOUND;
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
function namesOf(page: NamedPage): string[] {
  const known = foldedNames.get(page);
  if (known) return known;
  const names = [page.name, ...page.aliases].map(fold);
  foldedNames.set(page, names);
  return names;
}

/** The text with a kind of park in it written in its other spellings. */
export function kindVariants(text: string): string[] {
  return KINDS_OF_PARK.flatMap((spellings) => {
    const matched = [...spellings].sort((a, b) => b.length - a.length).find((each) => text.includes(each));
    return matched
      ? spellings.filter((each) => each !== matched).map((each) => text.replace(matched, each))
      : [];
  });
}
