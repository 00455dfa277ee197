import type { NamedPage } from '#core/named-page.ts';
import type { FacetCounts } from './facets.ts';
import { directPages, otherNames } from './direct-pages.ts';
import { within } from './load.ts';
import { MAX_OPTIONAL_WAIT_MS } from './names.ts';
import { FILTER_NAMES } from '#core/filter-name.ts';
import { forgetSearches } from './recent.ts';
import { element } from './element.ts';
import { searchLink } from './search-link.ts';
import type { Found } from './searcher.ts';

/** 直达: the pages that a query names. 又称: its other names that find more articles. */
export async function directLinks(
  { text, mode }: Found,
  pages: NamedPage[],
  countOthers: (names: string[]) => Promise<number[]>,
): Promise<HTMLElement[]> {
  const names = mode === 'phrase' ? otherNames(text, pages) : [];
  const counts = names.length > 0 ? await countOthers(names) : [];
  const others = names.map((name, index) => ({ name, count: counts[index] ?? 0 }));
  const named = directPages(text, pages).map(({ name, kind, url }) =>
    element('a', { href: url }, name, element('span', {}, kind)),
  );
  const more = others
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => searchLink(name, `“${name}”另有${count}篇`));
  const group = (label: string, links: HTMLElement[]) =>
    links.length > 0 ? [element('span', {}, label), ...links] : [];
  return [...group('直达', named), ...group('又称', more)];
}

/**
 * 你是不是找: names that a text without results may mean. What finds them is loaded only then, and is optional as they
 * are.
 */
export async function meantLinks(
  text: string,
  pages: NamedPage[],
  soundsAddress: string,
): Promise<HTMLElement[]> {
  if (pages.length === 0) return [];
  const { didYouMean } = (await within(MAX_OPTIONAL_WAIT_MS, import('./did-you-mean.ts'))) ?? {};
  return (await didYouMean?.(text, pages, soundsAddress)) ?? [];
}

/** Shows the reader's recent searches, with a button that deletes them. */
export function showRecent(panel: HTMLElement, searches: string[], input: HTMLElement): void {
  panel.hidden = searches.length === 0;
  const clear = element('button', { type: 'button' }, '清除记录');
  clear.addEventListener('click', () => {
    forgetSearches();
    panel.hidden = true;
    input.focus();
  });
  const links = searches.map((text) => searchLink(text, text));
  panel.replaceChildren(element('span', {}, '最近检索'), ...links, clear);
}

/** Shows in each option of a filter how many articles it would leave; disables options without any. */
export function showCounts(form: HTMLFormElement, counts: FacetCounts): void {
  for (const name of FILTER_NAMES) {
    for (const option of form.querySelectorAll<HTMLOptionElement>(`select[name=${name}] option[value]`)) {
      if (option.value === '') continue;
      const count = counts[name][option.value] ?? 0;
      option.disabled = count === 0 && !option.selected;
      // Most counts do not change when the query changes by a character, and each changed text costs a layout.
      if (option.dataset.count === String(count)) continue;
      option.dataset.name ??= option.text;
      option.dataset.count = String(count);
      option.text = `${option.dataset.name}（${count}）`;
    }
  }
}
