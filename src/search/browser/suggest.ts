import type { NamedPage } from '#core/named-page.ts';
import { type Suggestion, suggestions } from './direct-pages.ts';
import { element } from './element.ts';

export interface SuggestOptions {
  /** Id of the listbox. */
  id: string;
  /** Loads the names; called on each input. */
  names(): Promise<NamedPage[]>;
  /** How many names are offered at most. */
  most: number;
  /** Whether Enter takes a suggestion that is the only one; it is then selected from the start. */
  takesSole(suggestion: Suggestion, typed: string): boolean;
  /** Called when a list has been offered, with its length. */
  onOffer?(count: number): void;
}

/**
 * Suggests names while the reader types, in a listbox after the input: the combobox pattern of the ARIA Authoring
 * Practices, with the focus in the input. Arrow keys move through the list, Enter opens the page of the selected
 * name, Escape closes the list.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function attachSuggestions(input: HTMLInputElement, options: SuggestOptions): void {
  const list = element('ul', {
    id: options.id,
    className: 'suggestions',
    role: 'listbox',
    hidden: true,
  });
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
    const items = [...list.children];
    items[chosen]?.setAttribute('aria-selected', 'false');
    chosen = (index + items.length) % items.length;
    const item = items[chosen];
    item?.setAttribute('aria-selected', 'true');
    item?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', item?.id ?? '');
  };
  const offer = async () => {
    const typed = input.value;
    const found = suggestions(typed, await options.names(), options.most);
    // An older answer may come later, and the reader may have left.
    if (typed !== input.value || document.activeElement !== input) return;
    close();
    list.replaceChildren(...found.map(({ page }, index) => item(page, `${list.id}-${index}`)));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    const [sole, ...others] = found;
    if (sole && others.length === 0 && options.takesSole(sole, typed)) choose(0);
    options.onOffer?.(found.length);
  };
  close();
  // The letters of an unfinished composition are not what the reader looks for.
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) void offer();
  });
  input.addEventListener('compositionend', () => void offer());
  input.addEventListener('blur', () => setTimeout(close, 200));
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) =>
    open((target as Element).closest<HTMLElement>('[data-url]')),
  );
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      choose(event.key === 'ArrowDown' ? chosen + 1 : Math.max(chosen, 0) - 1);
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      open(list.children[chosen] as HTMLElement);
    } else if (event.key === 'Escape' || event.key === 'Enter') close();
  });
}

function open(item: HTMLElement | null): void {
  if (item?.dataset.url !== undefined) location.assign(item.dataset.url);
}

function item({ name, kind, url }: NamedPage, id: string): HTMLElement {
  const created = element('li', { id, role: 'option' }, name, ' ', element('span', {}, kind));
  created.setAttribute('aria-selected', 'false');
  created.dataset.url = url;
  return created;
}
