import { FILTER_NAMES, MONTH_ENDS } from '#core/filter-name.ts';
import { find } from './element.ts';
import { filterCount, type SearchQuery } from './query.ts';

/**
 * The filters of the search form. On narrow screens a button opens them, so that results come first; it says how
 * many are set.
 */
export function filtersOf(form: HTMLFormElement): { show(query: SearchQuery): void } {
  const button = find<HTMLButtonElement>('[data-search-filter-button]', form);
  const panel = find(`#${button.getAttribute('aria-controls')}`, form);
  const select = (name: string) => find<HTMLSelectElement>(`select[name=${name}]`, form);
  button.addEventListener('click', () => {
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!isOpen));
  });
  panel.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || button.offsetParent === null) return;
    button.setAttribute('aria-expanded', 'false');
    button.focus();
  });
  return {
    show(query) {
      for (const name of FILTER_NAMES) select(name).value = query.filters[name] ?? '';
      for (const end of MONTH_ENDS) select(end).value = query.months[end] ?? '';
      select('sort').value = query.sort === 'date' ? 'date' : '';
      const count = filterCount(query);
      button.textContent = count > 0 ? `筛选（${count}）` : '筛选';
    },
  };
}
