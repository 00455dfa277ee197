/** Elements in the texts that Sveltia renders as HTML: hints, titles, messages. */
const ELEMENTS = new Set([
  'a',
  'b',
  'br',
  'code',
  'del',
  'em',
  'i',
  'li',
  'ol',
  'p',
  'span',
  'strong',
  'ul',
  'wbr',
]);
const ATTRIBUTES = new Set(['class', 'href', 'rel', 'target']);

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string };
}

/**
 * Sanitizes all HTML that scripts render from strings, as the default policy of trusted types
 * (`require-trusted-types-for`). Only plain formatting remains. The policy has no rule for scripts from
 * strings, so they stay blocked.
 */
export function guardHtml(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  // A browser without trusted types ignores that part of the page's policy.
  const parser = trustedTypes?.createPolicy('form-parser', { createHTML: (html) => html });
  if (!parser) return;
  trustedTypes?.createPolicy('default', { createHTML: (html) => plainFormatting(parser.createHTML(html)) });
}

function plainFormatting(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('*')) {
    if (!ELEMENTS.has(element.localName)) element.remove();
    for (const { name, value } of [...element.attributes]) {
      if (!ATTRIBUTES.has(name) || (name === 'href' && !/^(?:https?:|#)/u.test(value)))
        element.removeAttribute(name);
    }
  }
  return body.innerHTML;
}
