import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, numeralOf } from '../../../src/check/text/chinese-numerals.ts';
import { isMaskedPlace } from '../../../src/check/text/masked-place.ts';
import { excerpt } from '../../../src/check/text/matches.ts';
import { figuresOf, shownNumber } from '../../../src/check/text/numbers.ts';
import { quotationsOf } from '../../../src/check/text/quotations.ts';
import { clauseAround, isInsideWord, wordsAround, wordsOf } from '../../../src/check/text/segment.ts';
import { sentencesOf } from '../../../src/check/text/sentences.ts';
import { areAlike } from '../../../src/check/text/similar-characters.ts';

describe('Chinese numerals', () => {
  it.each([
    ['一', 1],
    ['两', 2],
    ['九', 9],
    ['十', 10],
    ['十一', 11],
    ['二十', 20],
    ['九十九', 99],
    ['12', 12],
    ['12a', Number.NaN],
    ['a12', Number.NaN],
    ['两十', Number.NaN],
    ['一二', Number.NaN],
    ['十十', Number.NaN],
    ['第一', Number.NaN],
    ['一个', Number.NaN],
    ['', Number.NaN],
  ])('%s is %d', (text, value) => expect(numberOf(text)).toBe(value));

  it('are read as they are written, from 1 to 99', () => {
    const all = Array.from({ length: 99 }, (_, index) => index + 1);
    expect(all.map((value) => numberOf(numeralOf(value)))).toEqual(all);
    expect([1, 10, 11, 20, 21, 99].map(numeralOf)).toEqual(['一', '十', '十一', '二十', '二十一', '九十九']);
  });
});

describe('the numbers of a clause', () => {
  it.each([
    ['投资15.5亿元，企业12家', '15.5 亿元 2 15.5亿元；12 家 11 12家'],
    ['1,234亩', '1234 亩 0 1,234亩'],
    ['1,234,567.8万吨', '1234567.8 万吨 0 1,234,567.8万吨'],
    ['共3个，3个月，3个百分点', '3 个 1 3个；3 个月 4 3个月'],
    ['第3家，A3台，3—5家', ''],
    ['2022年9月', ''],
    ['', ''],
  ])('%s', (text, expected) => {
    const figures = figuresOf(text)?.map((each) => `${each.value} ${each.unit} ${each.index} ${each.text}`);
    expect(figures?.join('；')).toBe(expected);
    for (const { index, length, text: found } of figuresOf(text) ?? [])
      expect(text.slice(index, index + length)).toBe(found);
  });

  it.each([
    '约3家',
    '新增企业近3家',
    '达到近3家',
    '不少于3家',
    '3家以上',
    '3家多',
    '3家左右',
    '2家、逾3家',
    '最多3家',
  ])('unknown if approximate: %s', (text) => expect(figuresOf(text)).toBeUndefined());

  it.each(['约定投资，3家', '3家企业以上', '近年新增，3家'])('known: %s', (text) =>
    expect(figuresOf(text)).toHaveLength(1),
  );

  it('have one decimal in messages', () => {
    expect([1, 1.25, 1.24, 0.05, 33.333].map(shownNumber)).toEqual(['1', '1.3', '1.2', '0.1', '33.3']);
  });
});

describe('quotations', () => {
  const found = (text: string) => quotationsOf(text)?.map(({ from, to }) => text.slice(from, to));
  it.each([
    ['甲“乙”丙《丁》', ['“乙”', '《丁》']],
    ['“甲‘乙’丙”', ['“甲‘乙’丙”']],
    ['《甲〈乙〉》', ['《甲〈乙〉》']],
    ['「甲『乙』」', ['「甲『乙』」']],
    ['甲', []],
    ['“甲', undefined],
    ['甲”', undefined],
    ['“甲“乙””', undefined],
    ['“甲《乙”》', undefined],
    ['“甲》', undefined],
    ['“甲"', undefined],
  ])('in %s', (text, quotations) => expect(found(text)).toEqual(quotations));
});

describe('words', () => {
  it.each([['营商环境', '营商|环境']])('of %s', (text, words) => {
    expect(
      wordsOf(text)
        .map((word) => word.text)
        .join('|'),
    ).toBe(words);
  });

  it('lie where they say, and leave nothing out', () => {
    const clause = fc.array(fc.constantFrom(...'园区招商企业发展的一是开工在建'), { maxLength: 40 });
    fc.assert(
      fc.property(clause, (characters) => {
        const text = characters.join('');
        expect(
          wordsOf(text)
            .map((word) => text.slice(word.index, word.index + word.text.length))
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('around an index are those of its clause, with places in the whole text', () => {
    const text = '今年，园区营商环境，成效好。';
    expect(clauseAround(text, 5)).toEqual({ text: '园区营商环境', from: 3 });
    expect(clauseAround(text, 2)).toEqual({ text: '今年', from: 0 });
    expect(clauseAround(text, 3)).toEqual({ text: '园区营商环境', from: 3 });
    expect(wordsAround(text, 5).map((word) => [word.text, word.index])).toEqual([
      ['园区', 3],
      ['营商', 5],
      ['环境', 7],
    ]);
    expect([5, 6, 7].map((index) => isInsideWord(text, index))).toEqual([false, true, false]);
    const long = '园'.repeat(100);
    expect(clauseAround(long, 50)).toEqual({ text: '园'.repeat(48), from: 26 });
  });
});

it('sentences end at their marks and at line breaks', () => {
  expect(sentencesOf('甲。乙；丙！丁？戊\n己，庚')).toEqual(
    [
      ['甲', 0],
      ['乙', 2],
      ['丙', 4],
      ['丁', 6],
      ['戊', 8],
      ['己，庚', 10],
    ].map(([text, index]) => ({ text, index })),
  );
  expect(sentencesOf('。。')).toEqual([]);
});

it.each([
  ['甲县', 0, 1, 5, '甲县'],
  ['一二三四五六七八九十一二', 6, 1, 5, '…二三四五六七八九十一二'],
  ['一二三四五六七八九十一二三', 6, 1, 5, '…二三四五六七八九十一二…'],
  ['一二三四五六', 2, 2, 1, '…二三四五…'],
  ['一\n二', 1, 1, 1, '一 二'],
  ['见\uFFFC所示。', 0, 1, 3, '见…所示…'],
])('an excerpt of %j', (text, index, length, reach, expected) => {
  expect(excerpt(text, index, length, reach)).toBe(expected);
});

it.each([
  ['**县以推进', true],
  ['**县委', true],
  ['**市场主体', false],
  ['**区域发展', false],
  ['**镇村', true],
  ['**甲', false],
  ['**', false],
])('%s hides the name of a place: %s', (text, expected) => expect(isMaskedPlace(text, 2)).toBe(expected));

it.each([
  ['己', '已', true],
  ['王', '玉', true],
  ['招', '商', false],
  ['园', '圆', true],
  ['中', '重', true],
  ['中', '国', false],
])('%s and %s are alike: %s', (one, other, expected) => {
  expect([areAlike(one, other), areAlike(other, one)]).toEqual([expected, expected]);
});
