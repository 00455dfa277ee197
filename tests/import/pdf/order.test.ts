import { describe, expect, it } from 'vitest';
import { type DrawnRun, runsOutOfOrder } from '../../../src/import/verify/compare-order.ts';

const LEFT = ['河边的厂房换了新瓦，', '雨天不再漏水，工人', '把油布收进了仓库。'];
const RIGHT = ['仓库门口装上了电子', '秤，车子开过去就有', '数，不用再等人来。'];

const column = (x: number, lines: string[]): DrawnRun[] =>
  lines.map((text, index) => ({ text, page: 1, x, y: 400 - index * 16, width: text.length * 10, size: 10 }));
const RUNS = [...column(40, LEFT), ...column(220, RIGHT)];

const read = (...texts: string[]) => ({
  blocks: texts.map((text) => ({ type: 'paragraph' as const, line: 1, spans: [{ text }] })),
  nonBodyText: [],
});
const found = (...texts: string[]) => runsOutOfOrder(RUNS, read(...texts)).map(({ text }) => text);

describe('the order of a PDF page', () => {
  it('is that of its columns, whichever comes first', () => {
    expect(found(LEFT.join(''), RIGHT.join(''))).toEqual([]);
    expect(found(RIGHT.join(''), LEFT.join(''))).toEqual([]);
  });

  it('is wrong if the lines of a column are exchanged', () => {
    expect(found([LEFT[0], LEFT[2], LEFT[1]].join(''), RIGHT.join(''))).toEqual([LEFT[2]]);
  });

  it('is wrong if the characters of a line are', () => {
    const broken = '雨天工人漏水，不再';
    expect(found([LEFT[0], broken, LEFT[2]].join(''), RIGHT.join(''))).toEqual([LEFT[1]]);
  });

  it('does not count what was left out, such as the head of a page', () => {
    const head = { text: '驻厂服务情况报告', page: 1, x: 40, y: 416, width: 80, size: 10 };
    const manuscript = { ...read(LEFT.join('')), nonBodyText: [{ text: head.text, dropped: '页眉页脚' }] };
    expect(runsOutOfOrder([head, ...column(40, LEFT)], manuscript)).toEqual([]);
  });
});
