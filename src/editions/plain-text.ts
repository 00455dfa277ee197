import type { ElementContent, Nodes } from 'hast';
import type { ArticleDocument } from './issue-document.ts';

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'p h2 h3 h4 h5 h6 ul ol li blockquote pre figure figcaption table caption thead tbody tfoot tr th td section'.split(
    ' ',
  ),
);

/**
 * The printed text of a tree: one line for each paragraph, item, cell and caption, without the generated numbers of
 * list items. Every edition must contain this text in this order.
 */
export function plainText(tree: Nodes): string {
  let text = '';
  const add = (node: Nodes | ElementContent): void => {
    if (node.type === 'text') text += node.value.replaceAll('\n', ' ');
    if (!('children' in node)) return;
    const isBlock = node.type === 'element' && (BLOCKS.has(node.tagName) || node.tagName === 'br');
    if (isBlock) text += '\n';
    for (const child of node.children) add(child);
    if (isBlock) text += '\n';
  };
  add(tree);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}

/** The printed text of an article with its head, corrections and facts, in the order of the web page. */
export function articleText(document: ArticleDocument): string {
  const { kicker, title, subtitle, byline, date, notes, cover, body, corrections, facts } = document;
  return [
    kicker,
    title,
    subtitle,
    ...byline.flatMap(({ role, text }) => [role, text]),
    date,
    ...notes.map(plainText),
    cover && plainText(cover),
    plainText(body),
    ...(corrections.length > 0 ? ['更正'] : []),
    ...corrections.flatMap((correction) => [correction.date, correction.text]),
    ...facts.flatMap(({ label, text }) => [label, text]),
  ]
    .filter(Boolean)
    .join('\n');
}
