import type { Element, Parents, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Minimum number of columns of a table that does not fit on a phone. */
const MIN_MANY_COLUMNS = 5;

/**
 * Makes tables accessible and free of inline styles, which the CSP blocks: alignment becomes a class, header
 * cells get a scope, and a frame scrolls on narrow screens, also by keyboard.
 */
export function rehypeTables() {
  return (tree: Root): void => {
    let tables = 0;
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
        tables += 1;
        const frame: Element = {
          type: 'element',
          tagName: 'div',
          properties: {
            className: isWide(node) ? ['table', 'many'] : ['table'],
            role: 'region',
            ariaLabel: tables === 1 ? '表格' : `表格${tables}`,
            tabIndex: 0,
          },
          children: [node],
        };
        parent.children[index] = frame;
        return [SKIP, index];
      }
      return undefined;
    });
  };
}

/** Whether the columns of a table are many, so that they do not fit a phone. */
function isWide({ children }: Element): boolean {
  const elements = children.filter((child) => child.type === 'element');
  const cells = elements.filter(({ tagName }) => tagName === 'th' || tagName === 'td');
  return cells.length >= MIN_MANY_COLUMNS || elements.some(isWide);
}

function isFrame(parent: Parents): boolean {
  return parent.type === 'element' && parent.properties.role === 'region';
}
