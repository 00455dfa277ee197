import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BitReader, BitWriter, golombCode } from '../../src/search/shared/bits.ts';

const shown = (writer: BitWriter) =>
  writer.bytes.map((byte) => (byte & 255).toString(2).padStart(8, '0')).join(' ');
const ofNumbers = (...values: number[]) =>
  shown(values.reduce((writer, value) => writer.number(value), new BitWriter()));
const near = (mean: number, ...values: number[]) =>
  shown(values.reduce((writer, value) => writer.golomb(value, golombCode(mean)), new BitWriter()));

it('bits fill bytes from the left, the last one with zeros', () => {
  expect(shown(new BitWriter())).toBe('');
  expect(shown(new BitWriter().bits(1, 1))).toBe('10000000');
  expect(shown(new BitWriter().bits(5, 3).bits(0, 2).bits(7, 3))).toBe('10100111');
  expect(shown(new BitWriter().bits(0b1_0101_0101, 9).bits(1, 1))).toBe('10101010 11000000');
  expect(shown(new BitWriter().bits(0xffff_ffff, 32))).toBe('11111111 11111111 11111111 11111111');
  expect(shown(new BitWriter().bits(3, 0))).toBe('');
});

it('numbers of unknown size are written in the gamma code', () => {
  expect(ofNumbers(0)).toBe('10000000');
  expect(ofNumbers(1, 2)).toBe('01001100');
  expect(ofNumbers(3)).toBe('00100000');
  expect(ofNumbers(254)).toBe('00000001 11111110');
});

it('numbers of a known mean are written in the Golomb code', () => {
  expect([0, 2, 3, 4].map(golombCode)).toEqual([
    { divisor: 1, length: 0, short: 0 },
    { divisor: 1, length: 0, short: 0 },
    { divisor: 2, length: 1, short: 0 },
    { divisor: 3, length: 2, short: 1 },
  ]);
  // A mean up to 2 has the divisor 1: only ones and a zero.
  expect(near(0, 0, 1, 2)).toBe('01011000');
  expect(near(2, 3)).toBe('11100000');
  // Divisor 2: one bit for the remainder.
  expect(near(3, 0, 1, 2)).toBe('00011000');
  // Divisor 3: the first remainder needs one bit, the others two.
  expect(near(4, 0, 1, 2)).toBe('00010011');
  // After twenty ones the quotient is a number.
  expect(near(1, 19)).toBe('11111111 11111111 11100000');
  expect(near(1, 20)).toBe('11111111 11111111 11111000');
  expect(near(1, 22)).toBe('11111111 11111111 11110110');
});

it('what is written is read back, whatever its mean', () => {
  const item = fc.oneof(
    fc.record({
      kind: fc.constant('bits'),
      value: fc.nat(0xffff_ffff),
      size: fc.integer({ min: 0, max: 32 }),
    }),
    fc.record({ kind: fc.constant('number'), value: fc.nat(0x3fff_ffff), size: fc.constant(0) }),
    fc.record({ kind: fc.constant('near'), value: fc.nat(100_000), size: fc.integer({ min: 0, max: 5000 }) }),
    fc.record({ kind: fc.constant('near'), value: fc.nat(100), size: fc.integer({ min: 0, max: 40 }) }),
  );
  const cut = ({ value, size }: { value: number; size: number }) => (size === 32 ? value : value % 2 ** size);
  fc.assert(
    fc.property(fc.array(item, { maxLength: 20 }), (items) => {
      const writer = new BitWriter();
      for (const each of items) {
        if (each.kind === 'bits') writer.bits(cut(each), each.size);
        else if (each.kind === 'number') writer.number(each.value);
        else writer.golomb(each.value, golombCode(each.size));
      }
      const reader = new BitReader(Uint8Array.from(writer.bytes));
      for (const each of items) {
        if (each.kind === 'bits') expect(reader.bits(each.size)).toBe(cut(each));
        else if (each.kind === 'number') expect(reader.number()).toBe(each.value);
        else expect(reader.golomb(golombCode(each.size))).toBe(each.value);
      }
      // After the last byte there are zeros.
      expect(reader.bits(16) & 255).toBe(0);
    }),
  );
});
