import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Drops the blanks that a typescript begins its paragraphs with (　　): the style sheet indents. */
export function remarkIndent() {
  return (tree: Root): void => {
    visit(tree, 'paragraph', ({ children: [first] }) => {
      if (first?.type === 'text') first.value = first.value.replace(/^[\s\u3000]+/u, '');
    });
  };
}
