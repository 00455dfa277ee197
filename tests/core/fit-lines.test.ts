import { expect, it } from 'vitest';
import { fitLines } from '../../src/core/text/fit-lines.ts';
import { settable } from '../../src/core/text/set-text.ts';

/** A Chinese character is 1 em wide, others half. */
const widthOf = (text: string) => [...text].reduce((sum, each) => sum + (/[ -~]/u.test(each) ? 0.5 : 1), 0);
const fitted = (text: string, width: number, sizes = [20, 10], maxLines = 3) =>
  fitLines(text, { width, maxLines: () => maxLines, sizes, widthOf });

it.each([
  ['一行放得下', '园区开工', 100, { lines: ['园区开工'], size: 20 }],
  ['两行一样长', '开发区今年前八个月开工项目', 200, { lines: ['开发区今年', '前八个月开工项目'], size: 20 }],
  [
    '放不下就小一号',
    '开发区今年前八个月开工项目',
    80,
    { lines: ['开发区今年', '前八个月开工项目'], size: 10 },
  ],
  ['行首没有逗号', '开发区，今年', 80, { lines: ['开发区，', '今年'], size: 20 }],
  ['引号里的短语不拆', '园区“四个一批”', 120, { lines: ['园区', '“四个一批”'], size: 20 }],
  ['破折号不拆', '园区——今年', 80, { lines: ['园区——', '今年'], size: 20 }],
  ['数字不离单位', '投资3.2亿元', 80, { lines: ['投资', '3.2亿元'], size: 20 }],
  ['空格处断行，行尾不留空格', '园区 今年 ', 40, { lines: ['园区', '今年'], size: 20 }],
  ['英文单词太长才拆开', 'Electronics', 30, { lines: ['Electr', 'onics'], size: 10 }],
  ['没有字', '', 30, { lines: [], size: 20 }],
  [
    '再小也放不下就截断',
    '开发区，今年前八个月开工项目，投资，园区，增长',
    50,
    { lines: ['开发区，', '今年', '前八个……'], size: 10 },
  ],
  [
    '截断处没有标点',
    '园区今年，前八个月。项目，投资大幅增长，园区增长',
    50,
    { lines: ['园区今年，', '前八个月。', '项目……'], size: 10 },
  ],
])('%s：%s', (_, text, width, expected) => expect(fitted(text, width)).toEqual(expected));

it('keeps a text with every break within the rules', () => {
  const text = '“一园一策”破难题：甲园（含乙园）跑出加速度，今年前八个月开工12个、竣工3个……';
  for (let width = 80; width <= 400; width += 10) {
    const { lines } = fitted(text, width, [10], 9);
    expect(lines.join('')).toBe(text);
    for (const line of lines) expect(line).not.toMatch(/^[，、：”）…]|[“（]$|\d$/u);
  }
});

const covers = (text: string) => [...text].every((each) => '园区开工Ａ12个'.includes(each));

it.each([
  ['keeps what the font has', '园区开工', '园区开工'],
  ['leaves out signs', '园区🎉开工️', '园区开工'],
  ['leaves out joiners and selectors', '园\u{200d}区\u{e0100}', '园区'],
  ['uses a compatible form', '园区①', '园区1'],
  ['keeps single spaces', ' 园区　　开工 ', '园区 开工'],
  ['gives up where a letter is missing', '园区𠮷', undefined],
])('%s', (_, text, expected) => expect(settable(text, covers)).toBe(expected));
