import type { Element, Parents, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Makes tables accessible and free of inline styles, which the CSP blocks: alignment becomes a class, header
 * cells get a scope, and a frame scrolls on narrow screens, also by keyboard.
 */
export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'th' || node.tagName === 'td') {
        const { align, ...properties } = node.properties;
        node.properties = {
          ...properties,
          ...(node.tagName === 'th' && { scope: 'col' }),
          ...(align && { className: [`align-${String(align)}`] }),
        };
      }
      if (node.tagName === 'table' && parent && index !== undefined && !isFrame(parent)) {
        const frame: Element = {
          type: 'element',
          tagName: 'div',
          properties: { className: ['table'], role: 'region', ariaLabel: '表格', tabIndex: 0 },
          children: [node],
        };
        parent.children[index] = frame;
        return [SKIP, index];
      }
      return undefined;
    });
  };
}

function isFrame(parent: Parents): boolean {
  return parent.type === 'element' && parent.properties.role === 'region';
}
