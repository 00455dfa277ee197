import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitAtKeptMarks } from '../../src/core/text/kept-marks.ts';

it.each([
  ['', ['']],
  ['1—8月', ['1', '—', '8月']],
  ['——1～8月·', ['', '——', '1', '～', '8月', '·', '']],
  ['5×8米', ['5', '×', '8米']],
  ['××县×号', ['××县', '×', '号']],
  ['—×', ['', '—', '', '×', '']],
])('splits %j at marks that must not begin a line, not at hidden characters', (text, parts) => {
  expect(splitAtKeptMarks(text)).toEqual(parts);
});

it('loses no character', () => {
  const text = fc.string({ unit: fc.constantFrom('·', '—', '～', '×', '甲', '1') });
  fc.assert(fc.property(text, (value) => splitAtKeptMarks(value).join('') === value));
});
