import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { needsSpace } from '#core/text/needs-space.ts';

/**
 * Joins soft-wrapped lines of Chinese text: a line break becomes a space only between two characters that need
 * one (CSS Text 4, segment break transformation). Considers the characters next to emphasis and links too.
 * Hard breaks stay.
 */
export function remarkJoinLines() {
  return (tree: Root): void => {
    visit(tree, ['paragraph', 'heading', 'tableCell'], (node) => join(node as Paragraph));
  };
}

function join(parent: { children: PhrasingContent[] }): void {
  parent.children.forEach((node, index) => {
    if (node.type === 'text') {
      const before = lastCharacter(parent.children[index - 1]);
      const after = firstCharacter(parent.children[index + 1]);
      node.value = node.value.replace(/[ \t]*\n[ \t]*/gu, (_, offset: number, whole: string) => {
        const head = whole.slice(0, offset);
        const tail = whole.slice(offset).trimStart();
        const left = [...head].at(-1) ?? before;
        const right = [...tail][0] ?? after;
        return needsSpace(left, right) ? ' ' : '';
      });
    } else if ('children' in node) {
      join(node as { children: PhrasingContent[] });
    }
  });
}

function lastCharacter(node: PhrasingContent | undefined): string {
  return [...(node ? plainText(node) : '')].at(-1) ?? '';
}

function firstCharacter(node: PhrasingContent | undefined): string {
  return [...(node ? plainText(node) : '')][0] ?? '';
}
