import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Removes typed indentation (　　) from paragraphs: the style sheet indents them. */
export function remarkIndent() {
  return (tree: Root): void => {
    visit(tree, 'paragraph', ({ children: [first] }) => {
      if (first?.type === 'text') first.value = first.value.replace(/^[\s\u3000]+/u, '');
    });
  };
}
