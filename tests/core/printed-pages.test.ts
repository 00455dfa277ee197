import { expect, it } from 'vitest';
import type { PageArea, PrintedPage } from '../../src/core/content.ts';
import { isOutside, overlap, shownPages } from '../../src/core/printed-pages.ts';

const area = (x: number, y: number, width: number, height: number) => ({ x, y, width, height }) as PageArea;

it.each([
  ['the whole page', area(0, 0, 100, 100), false],
  ['measured roughly', area(50, 50, 50.5, 50.5), false],
  ['over the right edge', area(50, 0, 50.6, 10), true],
  ['over the lower edge', area(0, 50, 10, 50.6), true],
  ['left of the page', area(-0.1, 0, 10, 10), true],
  ['above the page', area(0, -0.1, 10, 10), true],
  ['no width', area(10, 10, 0, 10), true],
  ['no height', area(10, 10, 10, 0), true],
  ['thin', area(10, 10, 0.1, 0.1), false],
])('an area that is %s', (_, one, expected) => expect(isOutside(one)).toBe(expected));

it.each([
  ['the same', area(0, 0, 10, 10), true],
  ['inside', area(2, 2, 3, 3), true],
  ['around', area(-1, -1, 30, 30), true],
  ['below, with a shared edge', area(0, 10, 10, 10), false],
  ['below, measured roughly', area(0, 9.5, 10, 10), false],
  ['below, too high', area(0, 9.4, 10, 10), true],
  ['beside, measured roughly', area(9.5, 0, 10, 10), false],
  ['beside, too far left', area(9.4, 0, 10, 10), true],
  ['diagonal', area(9, 10, 10, 10), false],
  ['elsewhere', area(50, 50, 10, 10), false],
])('two areas: one is %s', (_, other, expected) => {
  expect(overlap(area(0, 0, 10, 10), other)).toBe(expected);
  expect(overlap(other, area(0, 0, 10, 10))).toBe(expected);
});

it('pages with a picture are shown', () => {
  const pages = [{ no: 1, picture: {} }, { no: 2 }, { no: 3, picture: {} }] as unknown as PrintedPage[];
  expect(shownPages(pages).map(({ no }) => no)).toEqual([1, 3]);
  expect(shownPages()).toEqual([]);
});
