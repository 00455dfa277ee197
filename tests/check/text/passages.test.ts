import { describe, expect, it } from 'vitest';
import { passagesOf, sourceLines } from '../../../src/check/text/passages.ts';
import { enumerationsOf } from '../../../src/check/text/enumerations.ts';
import { wordings } from '../../../src/check/text/wordings.ts';
import { parseBody } from '../../../src/markdown/parse.ts';

function treeOf(body: string) {
  const parsed = parseBody(body, 'md');
  if ('finding' in parsed) throw new Error(parsed.finding.problem);
  return parsed.tree;
}

const passagesIn = (body: string) => passagesOf(treeOf(body), body, 1);

/** Number of the block, kind, `bold` and text of each passage. */
const shown = (body: string) =>
  passagesIn(body).map(({ block, kind, bold, text }) => `${block} ${kind}${bold ? ' bold' : ''} ${text}`);

/** The columns of all characters of the last passage. */
const columns = (body: string) => {
  const passage = passagesIn(body).at(-1);
  return [...(passage?.text ?? '')].map((_, index) => {
    const { line, column } = passage?.place(index) ?? {};
    return `${line}:${column}`;
  });
};

describe('passages', () => {
  it.each([
    ['**甲乙**', ['0 paragraph bold 甲乙']],
    ['**甲**：**乙**。', ['0 paragraph bold 甲：乙。']],
    ['**甲**乙', ['0 paragraph 甲乙']],
    ['甲\n\n> 乙\n\n---\n\n丙', ['0 paragraph 甲', '1 quote 乙', '3 paragraph 丙']],
    ['- 甲\n- > 乙', ['0 item 甲', '0 quote 乙']],
    ['#\n\n甲', ['1 paragraph 甲']],
    ['甲![](a.jpg)乙', ['0 paragraph 甲\uFFFC乙']],
    ['[![替](a.jpg "注")](b.html)', ['0 paragraph \uFFFC', '0 alt 替', '0 caption 注']],
    ['甲[^1]乙\n\n[^1]: 注', ['0 paragraph 甲乙', '1 note 注']],
    ['甲`码`乙', ['0 paragraph 甲\uFFFC乙']],
  ])('%j', (body, expected) => expect(shown(body)).toEqual(expected));
});

describe('the text of a passage', () => {
  it.each([
    ['leaves out blanks at both ends', '\u3000\u3000甲乙\u3000', ['1:3', '1:4'], '甲乙'],
    ['joins lines of hanzi', '甲\n乙', ['1:1', '2:1'], '甲乙'],
    ['joins lines of words by a space', 'ab\n cd', ['1:1', '1:2', '2:2', '2:2', '2:3'], 'ab cd'],
    ['joins lines after blanks', '甲 \n 乙', ['1:1', '2:2'], '甲乙'],
    ['keeps a hard break', '甲  \n乙', ['1:1', '1:2', '2:1'], '甲\n乙'],
    ['leaves out the blanks before a hard break', '甲\u3000\\\n乙', ['1:1', '1:3', '2:1'], '甲\n乙'],
    [
      'keeps what only looks like a reference',
      '甲&foo;乙',
      ['1:1', '1:2', '1:3', '1:4', '1:5', '1:6', '1:7'],
      '甲&foo;乙',
    ],
    ['reads references', '甲&#20057;&lt;丙', ['1:1', '1:2', '1:10', '1:14'], '甲乙<丙'],
    ['skips escapes', '甲\\*乙', ['1:1', '1:3', '1:4'], '甲*乙'],
    ['skips marks of bold text', '甲**乙**丙', ['1:1', '1:4', '1:7'], '甲乙丙'],
    ['skips the marks of quotations', '> 甲\n> 乙', ['1:3', '2:3'], '甲乙'],
    ['stands for code', '甲`码`乙', ['1:1', '1:2', '1:5'], '甲\uFFFC乙'],
    ['of a caption begins at the caption', '![甲](a.jpg "甲乙")', ['1:13', '1:14'], '甲乙'],
    ['of an alternative text begins after its mark', '丙![甲乙](a.jpg)', ['1:4', '1:5'], '甲乙'],
  ])('%s', (_, body, places, text) => {
    expect(passagesIn(body).at(-1)?.text).toBe(text);
    expect(columns(body)).toEqual(places);
  });

  it('ends where its last character stands', () => {
    const [passage] = passagesIn('甲乙');
    expect([passage?.place(1), passage?.place(9)]).toEqual([
      { line: 1, column: 2 },
      { line: 1, column: 2 },
    ]);
  });

  it('has offsets for corrections, except in pictures', () => {
    const found = passagesIn('甲\n\n乙![丙](a.jpg "丁")').map(({ text, offsets }) => [text, offsets]);
    expect(found).toEqual([
      ['甲', [0]],
      ['乙\uFFFC', [3, 4]],
      ['丙', undefined],
      ['丁', undefined],
    ]);
  });
});

it('typed lines leave out code, from its first to its last line', () => {
  const body = '甲\n\n```\n乙\n```\n丙\n\n丁';
  const lines = sourceLines(treeOf(body), body, 10);
  expect(lines.map(({ text, block, bold, place }) => [text, block, bold, place(1)])).toEqual([
    ['甲', 0, false, { line: 10, column: 2 }],
    ['', 1, false, { line: 11, column: 2 }],
    ['丙', 5, false, { line: 15, column: 2 }],
    ['', 6, false, { line: 16, column: 2 }],
    ['丁', 7, false, { line: 17, column: 2 }],
  ]);
});

describe('enumerations', () => {
  const found = (body: string) =>
    enumerationsOf(passagesIn(body)).map((items) =>
      items.map(({ ordinal, value, index }) => `${ordinal}${value}@${index}`).join(' '),
    );
  it.each([
    ['一是备地，二是招人。', ['一是1@0 二是2@5']],
    ['二是备地，三是招人。', []],
    ['一是备地。', []],
    ['一是备地。\n\n二是招人。', ['一是1@0 二是2@0']],
    ['一是备地。\n\n再说，二是招人。', []],
    ['一是备地。\n\n## 题\n\n二是招人。', []],
    ['一、备地。\n\n## 题\n\n二、招人。', ['一、1@0 二、2@0']],
    ['一是备地，三是招人，二是修路。', ['一是1@0 三是3@5']],
    ['一是备地，二是招人。一是修路，二是建房。', ['一是1@0 二是2@5', '一是1@10 二是2@15']],
    ['| 一是备地，二是招人 |\n| - |', []],
    ['甲[^1]\n\n[^1]: 一是备地，二是招人。', []],
    ['第一，备地。第二，招人。', ['第一，1@0 第二，2@6']],
    ['（一）备地。\n\n（二）招人。', ['（一）1@0 （二）2@0']],
    ['（1）备地。\n\n（2）招人。', ['（1）1@0 （2）2@0']],
    ['（1）备地。\n\n（二）招人。', []],
  ])('in %j', (body, expected) => expect(found(body)).toEqual(expected));

  it('are not sought in the front matter', () => {
    const place = () => ({ line: 1, column: 1 });
    const field = { kind: 'field', text: '一是备地，二是招人', block: -1, bold: false, place } as const;
    expect(enumerationsOf([field])).toEqual([]);
  });
});

describe('wordings', () => {
  const found = (body: string, except?: string[]) =>
    wordings(
      passagesIn(body),
      [{ wrong: 'a.b', right: '甲', ...(except && { except }) }],
      ({ wrong, right }) => ({
        problem: wrong,
        fix: right,
      }),
    ).map(({ index, length, problem, fix }) => `${index} ${length} ${problem} ${fix}`);
  it.each([
    ['用a.b，用a.b', undefined, ['1 3 a.b 甲', '6 3 a.b 甲']],
    ['用acb', undefined, []],
    ['用a.b机', ['a.b机'], []],
    ['用a.b机', ['乙a.b'], ['1 3 a.b 甲']],
    ['乙a.b机', ['乙a.b'], []],
    ['机a.b', ['机', '丙'], ['1 3 a.b 甲']],
  ])('in %j except %j', (body, except, expected) => expect(found(body, except)).toEqual(expected));

  it('of an empty list are none', () =>
    expect(wordings(passagesIn('甲'), [], () => ({ problem: '', fix: '' }))).toEqual([]));
});
