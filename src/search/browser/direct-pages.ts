import type { NamedPage } from '#core/named-page.ts';
import { fold } from '../shared/fold.ts';

/** Kinds of parks, each with the spellings that are in use. */
const KINDS_OF_PARK = [
  ['经开区', '经济技术开发区', '经济开发区'],
  ['高新区', '高新技术产业开发区', '高新技术开发区'],
  ['综保区', '综合保税区'],
  ['自贸区', '自由贸易试验区', '自贸试验区'],
];

/** The pages that a query names by their name, an alias, or another spelling of either. */
export function directPages(text: string, pages: NamedPage[]): NamedPage[] {
  const query = fold(text);
  const spellings = new Set([query, ...kindVariants(query)]);
  return pages.filter(({ name, aliases }) => [name, ...aliases].some((each) => spellings.has(fold(each))));
}

/**
 * Suggestions while the reader types: names equal to the text, then names that begin with it (in hanzi or
 * by their pinyin initials), then names that contain it.
 * @param maxCount how many are returned at most
 */
export function suggestions(text: string, pages: NamedPage[], maxCount = 8): NamedPage[] {
  const query = fold(text);
  if (query === '') return [];
  const rank = ({ name, aliases, initials }: NamedPage): number => {
    const names = [name, ...aliases].map(fold);
    if (names.includes(query)) return 0;
    if (names.some((each) => each.startsWith(query))) return 1;
    if (initials.includes(query)) return 2;
    if (/^[a-z]{2,}$/u.test(query) && initials.some((each) => each.startsWith(query))) return 3;
    return query.length >= 2 && names.some((each) => each.includes(query)) ? 4 : 9;
  };
  return pages
    .map((page) => ({ page, rank: rank(page) }))
    .filter((each) => each.rank < 9)
    .toSorted((a, b) => a.rank - b.rank || a.page.name.length - b.page.name.length)
    .slice(0, maxCount)
    .map(({ page }) => page);
}

/** The query with a name in it replaced by each of that page's other names. */
export function otherNames(text: string, pages: NamedPage[]): string[] {
  const query = fold(text);
  const others = new Set(kindVariants(query));
  for (const { name, aliases } of pages) {
    const names = [name, ...aliases];
    const matched = names
      .filter((each) => each.length > 1 && query.includes(fold(each)))
      .toSorted((a, b) => b.length - a.length)[0];
    if (matched === undefined) continue;
    for (const other of names) if (other !== matched) others.add(query.replace(fold(matched), other));
  }
  others.delete(query);
  return [...others];
}

/** The text with a kind of park in it written in its other spellings. */
function kindVariants(text: string): string[] {
  return KINDS_OF_PARK.flatMap((spellings) => {
    const matched = spellings.toSorted((a, b) => b.length - a.length).find((each) => text.includes(each));
    return matched
      ? spellings.filter((each) => each !== matched).map((each) => text.replace(matched, each))
      : [];
  });
}
