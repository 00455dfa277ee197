import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  chineseDate,
  latest,
  rfc3339Date,
  rfc822Date,
  parseLooseDate,
  isAfter,
  parseCalendarDate,
} from '../../src/core/calendar-date.ts';

describe('parseCalendarDate', () => {
  it.each([
    ['2022-09-30', '2022-09-30'],
    ['2022-09', '2022-09'],
    [' 2024-02-29 ', '2024-02-29'],
    ['2022-10-01 00:30 +08:00', '2022-10-01'],
    ['2022-10-01T00:30:00+0800', '2022-10-01'],
    ['2022-09-30T16:30:00Z', '2022-10-01'],
    ['2022-09-30 23:59', '2022-09-30'],
    ['2022-09-30T10:00:00-07:00', '2022-10-01'],
    ['2022-02-30', undefined],
    ['2023-02-29', undefined],
    ['2022-13', undefined],
    ['2022-9-1', undefined],
    ['2022年9月', undefined],
    ['2022-09-30 25:00', undefined],
    ['2022-02-30 10:00', undefined],
    ['', undefined],
  ])('%j is %j', (text, expected) => expect(parseCalendarDate(text)).toBe(expected));
});

describe('parseLooseDate', () => {
  it.each([
    ['2022年9月3日', '2022-09-03'],
    ['2022 年 11 月', '2022-11'],
    ['2022/9/30', '2022-09-30'],
    ['2022.9.3', '2022-09-03'],
    ['2022-9-1', '2022-09-01'],
    ['2022年9月31日', undefined],
    ['2022年', undefined],
    ['九月三日', undefined],
  ])('%j means %j', (text, expected) => expect(parseLooseDate(text)).toBe(expected));
});

describe('isAfter', () => {
  it.each([
    ['2022-10-01', '2022-09-30', true],
    ['2022-09-30', '2022-09-30', false],
    ['2022-09', '2022-09-15', false],
    ['2022-09-15', '2022-09', false],
    ['2022-10', '2022-09-30', true],
  ])('%s after %s: %s', (a, b, expected) => expect(isAfter(a, b)).toBe(expected));
});

describe('addMonths', () => {
  it.each([
    ['2022-11-30', 3, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2022-09', 4, '2023-01'],
    ['2022-01-15', -1, '2021-12-15'],
  ])('%s + %i', (date, months, expected) => expect(addMonths(date, months)).toBe(expected));

  it('preserves the order of dates', () => {
    const date = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
      .map((each) => each.toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, date, fc.integer({ min: -600, max: 600 }), (a, b, months) => {
        const [first = '', second = ''] = [a, b].toSorted();
        expect(isAfter(addMonths(first, months), addMonths(second, months))).toBe(false);
      }),
    );
  });
});

it('formats dates as newspapers print them', () => {
  expect(chineseDate('2022-09-05')).toBe('2022年9月5日');
  expect(chineseDate('2022-09')).toBe('2022年9月');
});

it('are formatted for feeds as their first moment in Shanghai', () => {
  expect(rfc822Date('2022-09-30')).toBe('Fri, 30 Sep 2022 00:00:00 +0800');
  expect(rfc822Date('2024-02-29')).toBe('Thu, 29 Feb 2024 00:00:00 +0800');
  expect(rfc822Date('2022-09')).toBe('Thu, 01 Sep 2022 00:00:00 +0800');
  expect(rfc3339Date('2022-09')).toBe('2022-09-01T00:00:00+08:00');
});

it('the latest of some dates is the one that begins last', () => {
  expect(latest(['2022-09', '2022-10-01', '2022-09-30'])).toBe('2022-10-01');
  expect(latest([])).toBeUndefined();
});
