import type { ElementContent } from 'hast';

const VOID = new Set(['br', 'hr']);
const ATTRIBUTES: Readonly<Record<string, string>> = {
  style: 'style',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  start: 'start',
};

/** Writes a tree as minimal HTML, because WeChat limits its length. */
export function htmlOf(node: ElementContent): string {
  if (node.type === 'text') return escapeHtml(node.value);
  if (node.type !== 'element') return '';
  const attributes = Object.entries(node.properties).map(
    ([name, value]) => ` ${ATTRIBUTES[name]}="${escapeHtml(String(value))}"`,
  );
  const open = `<${node.tagName}${attributes.join('')}>`;
  return VOID.has(node.tagName) ? open : `${open}${node.children.map(htmlOf).join('')}</${node.tagName}>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
