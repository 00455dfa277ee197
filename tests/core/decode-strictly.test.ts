import { expect, it } from 'vitest';
import { decodeStrictly } from '../../src/core/text/decode-strictly.ts';

it.each([
  ['valid bytes', Buffer.from('园区'), 'utf-8', '园区'],
  ['another encoding', Buffer.from([0xd4, 0xb0, 0xc7, 0xf8]), 'gb18030', '园区'],
  ['invalid bytes', Buffer.from([0xd4, 0x30]), 'utf-8', undefined],
  ['a byte order mark', Buffer.from('\uFEFF园'), 'utf-8', '园'],
])('decodes %s', (_, bytes, encoding, text) => {
  expect(decodeStrictly(bytes, encoding)).toBe(text);
});

it('leaves a byte order mark in the text if told to ignore it', () => {
  expect(decodeStrictly(Buffer.from('\uFEFF园'), 'utf-8', { ignoreBOM: true })).toBe('\uFEFF园');
});

it('throws for an unknown encoding', () => {
  expect(() => decodeStrictly(Buffer.from('a'), 'utf-9')).toThrow(RangeError);
});
