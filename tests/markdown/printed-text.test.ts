import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { parseBody } from '../../src/markdown/parse.ts';
import { controlCharacters, personalNumbersIn, printedTexts } from '../../src/markdown/printed-text.ts';

function printedIn(body: string, format: 'md' | 'mdx' = 'md') {
  const parsed = parseBody(body, format);
  if ('finding' in parsed) throw new Error(parsed.finding.problem);
  const nodes: Nodes[] = [];
  visit(parsed.tree, (node) => void nodes.push(node));
  return nodes.flatMap((node) => printedTexts(node, 10));
}

it.each([
  [
    '首段\n\n**甲**[乙](/a/)',
    [
      ['首段', true, 10, 10],
      ['甲乙', true, 12, 12],
      ['/a/', false, 12, 12],
      ['/a/', false, 12, 12],
    ],
  ],
  ['## 小题', [['小题', true, 10, 10]]],
  ['甲乙\n丙', [['甲乙\n丙', true, 10, 11]]],
  [
    '`甲`',
    [
      ['甲', true, 10, 10],
      ['甲', false, 10, 10],
    ],
  ],
  ['```\n甲\n```', [['甲', false, 10, 12]]],
  [
    '甲<br>',
    [
      ['甲<br>', true, 10, 10],
      ['<br>', false, 10, 10],
    ],
  ],
  [
    '[甲](/a%20b/ "题")',
    [
      ['甲', true, 10, 10],
      ['/a%20b/', false, 10, 10],
      ['/a b/', false, 10, 10],
      ['题', false, 10, 10],
    ],
  ],
  [
    '[甲]: /a/ "题"',
    [
      ['/a/', false, 10, 10],
      ['/a/', false, 10, 10],
      ['题', false, 10, 10],
    ],
  ],
  [
    '![画](a.jpg "图注")',
    [
      ['a.jpg', false, 10, 10],
      ['画', true, 10, 10],
      ['图注', true, 10, 10],
    ],
  ],
  ['![](a.jpg)', [['a.jpg', false, 10, 10]]],
  [
    '| 甲 |\n| - |\n| 乙 |',
    [
      ['甲', true, 10, 10],
      ['乙', true, 12, 12],
    ],
  ],
  [
    '- 甲\n- 乙',
    [
      ['甲', true, 10, 10],
      ['乙', true, 11, 11],
    ],
  ],
])('%j', (body, texts) => {
  expect(printedIn(body).map(({ text, isText, line, endLine }) => [text, isText, line, endLine])).toEqual(
    texts,
  );
});

it('of a component: its written values', () => {
  expect(printedIn('<BarChart caption="图" data={[1]} wide />\n\n见<BarChart unit="元" />', 'mdx')).toEqual([
    { text: '图', isText: false, line: 10, endLine: 10 },
    { text: '见', isText: true, line: 12, endLine: 12 },
    { text: '元', isText: false, line: 12, endLine: 12 },
  ]);
});

it('personal numbers keep the place of their text', () => {
  expect(personalNumbersIn(printedIn('首段\n\n电话13800000000。'))).toEqual([
    { kind: 'mobile', number: '13800000000', isText: true, line: 12, endLine: 12 },
  ]);
});

it('control characters, one finding for each line, literal ones first', () => {
  const body = '甲&#x202E;乙\n\n丙\u0007丁&#x202E;\n\n戊';
  const found = controlCharacters(printedIn(body), body, 10);
  expect(found.map(({ line, problem }) => `${line} ${problem}`)).toEqual([
    '10 这里有看不见的控制字符 U+202E',
    '12 这里有看不见的控制字符 U+0007',
  ]);
  expect(controlCharacters(printedIn('甲'), '甲', 10)).toEqual([]);
});
