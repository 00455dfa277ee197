import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../src/markdown/parse.ts';
import { lostText } from '../../src/markdown/verify/lost-text.ts';
import { verifyBody } from '../../src/markdown/verify/verify-body.ts';

const parsedBody = (body: string) => {
  const parsed = parseBody(body, 'md');
  if ('finding' in parsed) throw new Error(parsed.finding.problem);
  return parsed;
};

/** A tree that lacks its text nodes from the given one on, as if a construct had dropped them. */
function withoutText(body: string, dropped: string) {
  const { tree } = parsedBody(body);
  const cut = (node: { children?: unknown[]; value?: string }): void => {
    if (!node.children) return;
    node.children = node.children.filter((child) => (child as { value?: string }).value !== dropped);
    for (const child of node.children) cut(child as { children?: unknown[] });
  };
  cut(tree as never);
  return { tree, body };
}

describe('text that a construct drops', () => {
  it.each([
    ['甲\n\n乙丙', '乙丙', 2, '乙丙'],
    ['甲\n\n丁**乙丙**', '乙丙', 2, '乙丙**'],
    ['甲\n\n- 乙', '乙', 2, '乙'],
    [
      '第一段，第二段。第三段，第四段。第五段',
      '第一段，第二段。第三段，第四段。第五段',
      0,
      '第一段，第二段。第三段，第四段。第五段'.slice(0, 20),
    ],
    ['甲\n\n“乙”', '“乙”', 2, '乙”'],
    ['甲\n\n……', '……', undefined, ''],
  ])('%j without %j', (body, dropped, lines, excerpt) => {
    const findings = lostText(withoutText(body, dropped));
    expect(findings).toEqual(
      lines === undefined
        ? []
        : [{ lines, problem: `“${excerpt}”不会印出来`, fix: '在前面的记号前加 \\，或改写这一行' }],
    );
  });

  it('is reported where no rule of a construct reports anything', () => {
    expect(verifyBody(withoutText('甲\n\n乙丙', '乙丙'), 10)).toEqual([
      {
        rule: 'lost-text',
        line: 12,
        column: 1,
        problem: '“乙丙”不会印出来',
        fix: '在前面的记号前加 \\，或改写这一行',
      },
    ]);
  });

  it.each([
    '甲[乙](https://example.com/甲 "题")丙',
    '[乙][1]\n\n[1]: https://example.com/甲 "题"',
    '3. 甲\n4. 乙',
    '甲[^1]\n\n[^1]: 乙',
    '`甲`\n\n```\n乙\n```\n\n<b>丙</b>\n\n![画](a.jpg "注")',
    '\\*甲https://example.com/a',
    '[![画](a.jpg)](/a/)',
    '',
  ])('%j loses nothing', (body) => expect(lostText(parsedBody(body))).toEqual([]));

  it('of an empty tree is the first letter', () => {
    const tree: Root = { type: 'root', children: [] };
    expect(lostText({ tree, body: '，。\n- 甲\n乙' })).toEqual([
      { lines: 1, problem: '“甲”不会印出来', fix: '在前面的记号前加 \\，或改写这一行' },
    ]);
  });
});

it('warnings stay out where there are errors', () => {
  const rules = (body: string) => verifyBody(parsedBody(body), 1).map(({ rule, line }) => `${line} ${rule}`);
  expect(rules('地址：甲园一号\n电话：见封底')).toEqual(['2 joined-lines']);
  expect(rules('地址：甲园一号\n电话：见封底\n\n##')).toEqual(['4 lost-text']);
});

it.each([
  ['a note of a note', '甲[^1]\n\n[^1]: 乙[^2]\n\n[^2]: 丙', []],
  ['a chain', '甲[^1]\n\n[^3]: 丁\n\n[^1]: 乙[^2]\n\n[^2]: **丙[^3]**', []],
  ['notes of each other', '甲\n\n[^1]: 乙[^2]\n\n[^2]: 丙[^1]', ['3 [^1]', '5 [^2]']],
  ['a note of an unprinted note', '甲\n\n[^1]: 乙[^2]\n\n[^2]: 丙', ['3 [^1]', '5 [^2]']],
  ['a note of itself', '甲\n\n[^1]: 乙[^1]', ['3 [^1]']],
])('footnotes: %s', (_, body, lost) => {
  const found = verifyBody(parsedBody(body), 1);
  expect(found.map(({ line, fix }) => `${line} ${fix.replace('在正文里要加注的地方写 ', '')}`)).toEqual(lost);
});
