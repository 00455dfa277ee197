import { describe, expect, it } from 'vitest';
import { parseByline } from '../../src/core/byline.ts';
import { parseBars } from '../../src/core/chart.ts';
import { contrastOf, parseColour } from '../../src/core/colour.ts';
import { monthLabel, numberLabel, serialLabel } from '../../src/core/issue-label.ts';
import { firstSentence } from '../../src/core/text/first-sentence.ts';
import { nearestNames } from '../../src/core/text/nearest.ts';
import { parseCaption } from '../../src/markdown/caption.ts';

describe('parseByline', () => {
  it.each([
    [
      '记者 甲某、乙某；通讯员 丙某',
      [
        { name: '甲某', role: '记者' },
        { name: '乙某', role: '记者' },
        { name: '丙某', role: '通讯员' },
      ],
    ],
    ['本刊编辑部', [{ name: '本刊编辑部', role: '作者' }]],
    ['特约记者：丁某', [{ name: '丁某', role: '特约记者' }]],
    ['署名单位 本刊编辑部', [{ name: '本刊编辑部', role: '署名单位' }]],
    ['记者', undefined],
    ['首席 甲某', undefined],
    ['记者 甲某、', undefined],
  ])('%j', (text, expected) => expect(parseByline(text)).toEqual(expected));
});

describe('firstSentence', () => {
  it.each([
    ['第一句。第二句。', '第一句。'],
    ['他说：“好。”第二句', '他说：“好。”'],
    ['没有句号', '没有句号'],
    ['问？答。', '问？'],
    ['余味……后文', '余味……'],
    ['换\n行的 句子。', '换 行的 句子。'],
  ])('%j', (text, expected) => expect(firstSentence(text)).toBe(expected));
  it('truncates at the limit', () => expect(firstSentence('字'.repeat(130))).toBe(`${'字'.repeat(119)}…`));
});

describe('nearestNames', () => {
  const names = ['园区要闻', '特色产业集群', '双招双引', '要闻', '唐县', '行唐县'];
  it.each([
    ['要问', ['要闻']],
    ['园区要问', ['园区要闻']],
    ['闻要', ['要闻']],
    ['双引双招', ['双招双引']],
    ['特色集群', ['特色产业集群']],
    ['天气', []],
  ])('%s', (typed, expected) => expect(nearestNames(typed, names)).toEqual(expected));
});

describe('parseBars', () => {
  it.each([
    [
      '计划投资 4209.0；完成：4122',
      [
        { label: '计划投资', printed: '4209.0', value: 4209 },
        { label: '完成', printed: '4122', value: 4122 },
      ],
    ],
    ['甲 1；', [{ label: '甲', printed: '1', value: 1 }]],
    ['甲 -1', undefined],
    ['甲', undefined],
    ['', undefined],
  ])('%j', (data, expected) => expect(parseBars(data)).toEqual(expected));
});

describe('parseCaption', () => {
  it.each([
    ['图注｜摄影：甲', { caption: '图注', credit: '摄影：甲' }],
    ['左｜右|制图：乙', { caption: '左｜右', credit: '制图：乙' }],
    ['摄影：甲', { credit: '摄影：甲' }],
    ['图注', { caption: '图注' }],
    ['', {}],
    [' ', {}],
    [' 图注 ', { caption: '图注' }],
    [' 图注 ｜ 摄影：甲 ', { caption: '图注', credit: '摄影：甲' }],
    ['｜摄影：甲', { credit: '摄影：甲' }],
    ['图注｜', { caption: '图注' }],
    ['说明：甲', { caption: '说明：甲' }],
    ['配图：甲', { caption: '配图：甲' }],
    [undefined, {}],
    [null, {}],
  ])('%j', (title, expected) => expect(parseCaption(title)).toEqual(expected));
});

describe('colours', () => {
  it.each([
    ['A61F17', '#a61f17'],
    ['#a61f17', '#a61f17'],
    ['#a61f1', undefined],
    ['#a61f170', undefined],
    ['深红', undefined],
  ])('%s', (text, expected) => expect(parseColour(text)).toBe(expected));

  it('have a contrast from 1 to 21', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastOf('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(contrastOf('#a61f17', '#a61f17')).toBe(1);
  });
});

it('labels issues', () => {
  const issue = { year: 2023, number: 1, serial: 5, months: [1, 2] };
  expect([monthLabel(issue), numberLabel(issue), serialLabel(issue)]).toEqual([
    '2023年1—2月合刊',
    '第1期',
    '总第5期',
  ]);
  expect(monthLabel({ ...issue, months: [9] })).toBe('2023年9月号');
});
