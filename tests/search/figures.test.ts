import { expect, it } from 'vitest';
import { figurePlaces, figureStart, isFigure } from '../../src/search/shared/figures.ts';
import { fold } from '../../src/search/shared/fold.ts';

it.each([
  ['5%', '5'],
  ['15%', '1'],
  ['1.5‰', '1'],
  ['1,105%', '1'],
  ['…5%和.5%，5%', '555'],
  ['3，5%', '35'],
  ['2022年5个，12元', ''],
  ['气温-3～13℃、20°', '12'],
])('knows where the figures of %s begin: %s', (text, digits) => {
  const words = [...fold(text)];
  expect(figurePlaces(words).map((place) => words[place])).toEqual([...digits]);
});

it('writes them with signs that no text has', () => {
  const starts = [...'0123456789'].map((digit) => figureStart(digit));
  expect(starts.join('')).toBe('𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗');
  expect(fold(starts.join(''))).toBe('0123456789');
});

it.each([
  ['5%', true],
  ['1.5‰', true],
  ['1,105‱', true],
  ['3,000%', true],
  ['20°', true],
  ['20℃', true],
  ['5', false],
  ['%', false],
  ['.5%', false],
  ['约5%', false],
  ['5%的', false],
  ['5%%', false],
  ['20°f', false],
])('%s is a figure with its sign: %s', (text, expected) => expect(isFigure(fold(text))).toBe(expected));

it.each([
  ['5.%', '5'],
  ['a.5%', '5'],
  ['3.5%4%', '34'],
  ['5', ''],
  ['5.5.', ''],
  ['1٬000%', '1'],
])('the figures of %s begin at %s', (text, digits) => {
  const words = [...text];
  expect(figurePlaces(words).map((place) => words[place])).toEqual([...digits]);
});
