import type { NamedPage } from '#core/named-page.ts';
import type { Engine } from './engine.ts';
import type { FacetCounts } from './facets.ts';
import { fold } from '../shared/fold.ts';
import { directPages, otherNames } from './direct-pages.ts';
import { within } from './load.ts';
import { MAX_OPTIONAL_WAIT_MS } from './names.ts';
import { phraseHits } from './phrase.ts';
import { FILTER_NAMES } from '#core/filter-name.ts';
import { forgetSearches } from './recent.ts';
import { element } from './element.ts';
import { searchLink } from './search-link.ts';
import type { Answer } from './search.ts';

/** 直达: the pages that a query names. 又称: its other names that find more articles. */
export async function directLinks(
  text: string,
  answer: Answer,
  engine: Engine,
  pages: NamedPage[],
): Promise<HTMLElement[]> {
  const found = new Set(answer.hits.map(({ id }) => id));
  const others = await Promise.all(
    (answer.mode === 'phrase' ? otherNames(text, pages) : []).map(async (name) => {
      const hits = (await phraseHits(fold(name), engine)).filter(({ id }) => !found.has(id));
      return { name, count: hits.length };
    }),
  );
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
