import { describe, expect, it } from 'vitest';
import { anyOf, matches, matchesIn, positionOf } from '../../src/search/browser/matches.ts';

const pattern = (source: string) => new RegExp(source, 'gu');
const foundIn = (printed: string, source: string) =>
  matchesIn(printed, pattern(source)).map(({ start, end }) => printed.slice(start, end));

it('a pattern of several texts prefers the longest', () => {
  expect(anyOf([])).toBeUndefined();
  expect(anyOf(['', ''])).toBeUndefined();
  expect(anyOf(['园', '', '园区', '区'])).toEqual(/园区|园|区/gu);
});

describe('what is printed where a pattern matches', () => {
  it.each([
    ['甲园区，乙园区', '园区', ['园区', '园区']],
    ['ＧＤＰ与gdp', 'gdp', ['ＧＤＰ', 'gdp']],
    ['零售', '〇售', ['零售']],
    // A sign of several words is one: its words are found only together.
    ['Ⅱ类', 'i', []],
    ['Ⅱ类', 'ii', ['Ⅱ']],
    ['Ⅱ类', 'ii类', ['Ⅱ类']],
    ['甲Ⅱ', '甲i', []],
    ['甲Ⅱ', 'i$', []],
    ['ⅡI', 'ii', ['Ⅱ']],
    ['㎡', 'm', []],
    ['5㎡', '5m2', ['5㎡']],
    ['e\u0301t', 'et', ['e\u0301t']],
    ['1 2022', '2022', ['2022']],
    ['甲', '', []],
    ['', '甲', []],
  ])('%j by %j', (printed, source, found) => {
    expect(foundIn(printed, source)).toEqual(found);
    expect(matches(printed, pattern(source))).toBe(source === '' || found.length > 0);
  });

  it('nothing without a pattern', () => expect(matchesIn('甲', undefined)).toEqual([]));
});

it.each([
  ['甲园区', '园区', 1],
  ['甲园区园区', '园区', 1],
  ['甲园区', '乙', -1],
  ['Ⅱi', 'i', 2],
  ['Ⅱ', 'i', -1],
  ['iⅡ', 'i', 0],
])('in %j, %j is first at %i', (printed, source, position) => {
  expect(positionOf(printed, pattern(source))).toBe(position);
});

it('many texts are folded without keeping them all', () => {
  for (let each = 0; each < 2100; each += 1) matches(`${each}号`, pattern('号'));
  expect(positionOf('99号', pattern('号'))).toBe(2);
});
