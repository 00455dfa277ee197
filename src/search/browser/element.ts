/**
 * Creates an element with properties and children; strings become text nodes, never HTML.
 * @param properties its `role` becomes an attribute, because Chromium before 103 and Firefox before 119 have no such
 *   property
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  { role, ...properties }: Omit<Partial<HTMLElementTagNameMap[K]>, `aria${string}`>,
  ...children: (string | HTMLElement)[]
): HTMLElementTagNameMap[K] {
  const created = Object.assign(document.createElement(name), properties);
  if (role) created.setAttribute('role', role);
  created.append(...children);
  return created;
}

/** An element that the page must have. */
export function find<T extends HTMLElement = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`No ${selector}`);
  return found;
}
