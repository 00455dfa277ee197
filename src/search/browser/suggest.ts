import type { NamedPage } from '#core/named-page.ts';
import { suggestions } from './direct-pages.ts';
import { element } from './result-card.ts';

/**
 * Suggests names while the reader types, in a listbox below the input. Arrow keys move through it; Enter
 * opens the page of the selected name.
 * @param names loads the names; called on each input
 */
export function attachSuggestions(input: HTMLInputElement, names: () => Promise<NamedPage[]>): void {
  const list = element('ul', { id: 'suggestions', className: 'suggestions', role: 'listbox', hidden: true });
  list.setAttribute('aria-label', '直达');
  input.after(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-autocomplete', 'list');
  let chosen = -1;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (index: number) => {
    const options = [...list.children];
    options[chosen]?.setAttribute('aria-selected', 'false');
    chosen = (index + options.length) % options.length;
    options[chosen]?.setAttribute('aria-selected', 'true');
    input.setAttribute('aria-activedescendant', `suggestion-${chosen}`);
  };
  const offer = async () => {
    const typed = input.value;
    const found = suggestions(typed, await names());
    if (typed !== input.value || document.activeElement !== input) return;
    close();
    list.replaceChildren(...found.map(option));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
  };
  close();
  input.addEventListener('input', () => void offer());
  input.addEventListener('blur', () => setTimeout(close, 200));
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      choose(event.key === 'ArrowDown' ? chosen + 1 : Math.max(chosen, 0) - 1);
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (event.key === 'Enter' && chosen >= 0) {
      list.children[chosen]?.querySelector('a')?.click();
      event.preventDefault();
    } else if (event.key === 'Escape' || event.key === 'Enter') close();
  });
}

function option({ name, kind, url }: NamedPage, index: number): HTMLElement {
  const link = element('a', { href: url, tabIndex: -1 }, name, element('span', {}, kind));
  return element('li', { id: `suggestion-${index}`, role: 'option', ariaSelected: 'false' }, link);
}
