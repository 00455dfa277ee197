import { element } from './element.ts';

/** A link that searches for a text. */
export function searchLink(text: string, label: string): HTMLAnchorElement {
  return element('a', { href: `?${new URLSearchParams({ q: text })}` }, label);
}
