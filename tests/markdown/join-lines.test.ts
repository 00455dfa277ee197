import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { expect, it } from 'vitest';
import { parseBody } from '../../src/markdown/parse.ts';
import { remarkJoinLines } from '../../src/markdown/remark-join-lines.ts';

function joined(body: string): string {
  const parsed = parseBody(body, 'md');
  if ('finding' in parsed) throw new Error(parsed.finding.problem);
  remarkJoinLines()(parsed.tree);
  return lines(parsed.tree);
}

/** The text of each block; a hard break is `⏎`. */
function lines(tree: Root): string {
  return tree.children
    .map((block) =>
      'children' in block
        ? block.children.map((node) => (node.type === 'break' ? '⏎' : plainText(node))).join('')
        : '',
    )
    .join('\n');
}

it.each([
  ['甲\n乙', '甲乙'],
  ['one\ntwo', 'one two'],
  ['GDP\n增长', 'GDP增长'],
  ['增长\n8%', '增长8%'],
  ['8\n9', '8 9'],
  ['one  甲\ntwo', 'one  甲two'],
  ['one\ntwo\n three', 'one two three'],
  ['one \ntwo', 'one two'],
  ['one\ntwo\n甲\n乙', 'one two甲乙'],
  // The character beside a line break may lie in another node.
  ['**one**\ntwo', 'one two'],
  ['one\n**two**', 'one two'],
  ['**one**\n**two**', 'one two'],
  ['**甲**\n**two**', '甲two'],
  ['**one**\n**乙**', 'one乙'],
  ['**甲one**\n**two乙**', '甲one two乙'],
  ['**one甲**\n**乙two**', 'one甲乙two'],
  ['*one\ntwo*', 'one two'],
  ['**甲\n乙**', '甲乙'],
  ['[one](a.md)\n[two](b.md)', 'one two'],
  ['[**one\ntwo**](a.md)', 'one two'],
  ['`one`\n`two`', 'one two'],
  // A surrogate pair is one character.
  ['𠀀\none', '𠀀one'],
  ['one\n𠀀', 'one𠀀'],
  ['one  \ntwo', 'one⏎two'],
  ['one\\\ntwo', 'one⏎two'],
  ['## 甲\n\n乙\n丙', '甲\n乙丙'],
])('%j', (body, text) => {
  expect(joined(body)).toBe(text);
});

it('joins within the cells of a table and leaves code', () => {
  const cell = (value: string): Root => ({
    type: 'root',
    children: [
      {
        type: 'table',
        children: [
          { type: 'tableRow', children: [{ type: 'tableCell', children: [{ type: 'text', value }] }] },
        ],
      },
      { type: 'code', value },
      { type: 'heading', depth: 2, children: [{ type: 'text', value }] },
    ],
  });
  const tree = cell('甲\n乙');
  remarkJoinLines()(tree);
  expect(plainText(tree)).toBe('甲乙甲\n乙甲乙');
  // No character at the edge of the text: nothing needs a space.
  const edges = cell('\none\n');
  remarkJoinLines()(edges);
  expect(plainText(edges.children[2])).toBe('one');
});
