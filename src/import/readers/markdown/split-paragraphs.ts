import type { Paragraph, Parent, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** A line break before an indent, which starts a paragraph in Chinese typescripts. */
const BEFORE_INDENT = /\n(?=\u3000)/gu;
/** A line break after a complete sentence. */
const AFTER_SENTENCE = /(?<=[。！？…][”’）》」』]?)[ \t]*\n/gu;

/**
 * Splits a Markdown paragraph into one paragraph per line where the author meant that: before indented
 * lines, or if every line ends with a complete sentence.
 */
export function remarkSplitParagraphs() {
  return (tree: Root): void => {
    visit(tree, 'paragraph', (node, index, parent: Parent | undefined) => {
      if (!parent || index === undefined) return undefined;
      const parts = partsOf(node);
      if (parts.length === 1) return undefined;
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
  };
}

function partsOf(paragraph: Paragraph): Paragraph[] {
  const parts: PhrasingContent[][] = [[]];
  const lines = [paragraph.position?.start.line ?? 1];
  const text = paragraph.children.map((child) => (child.type === 'text' ? child.value : '')).join('\u0000');
  const ends = countOf(text, /\n/gu);
  const mark = countOf(text, AFTER_SENTENCE) === ends ? AFTER_SENTENCE : BEFORE_INDENT;
  if (ends === 0) return [paragraph];
  for (const child of paragraph.children) {
    if (child.type !== 'text') {
      parts.at(-1)?.push(child);
      continue;
    }
    let line = child.position?.start.line ?? 1;
    child.value.split(mark).forEach((value, index) => {
      if (index > 0) {
        line += 1;
        parts.push([]);
        lines.push(line);
      }
      if (value !== '') parts.at(-1)?.push({ type: 'text', value, position: at(line) });
      line += value.split('\n').length - 1;
    });
  }
  return parts.map((children, index) => ({ type: 'paragraph', children, position: at(lines[index] ?? 1) }));
}

function at(line: number): NonNullable<Paragraph['position']> {
  const point = { line, column: 1 };
  return { start: point, end: point };
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
