import type { ElementContent } from 'hast';

/** The text of a node, without footnote marks. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' && node.tagName !== 'sup' ? node.children.map(textOf).join('') : '';
}
