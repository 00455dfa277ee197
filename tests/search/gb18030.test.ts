import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeGb18030 } from '../../src/search/indexing/gb18030.ts';

const decoded = (bytes: Uint8Array | undefined) => new TextDecoder('gb18030').decode(bytes);

it('encodes texts that are decoded to themselves', () => {
  const text = fc.string({ unit: fc.constantFrom(...'园区1a，。—…“\u2063㎡℃é𠮷㐂😀ǹ〇\u{10FFFF}한が') });
  fc.assert(fc.property(text, (each) => void expect(decoded(encodeGb18030(each))).toBe(each)));
});

it('needs two bytes for a hanzi, and encodes every character that all editions of the standard encode alike', () => {
  expect(encodeGb18030('园区')).toEqual(Uint8Array.of(0xd4, 0xb0, 0xc7, 0xf8));
  const failing: string[] = [];
  for (let code = 0; code < 0x3_0000; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    if (encodeGb18030(String.fromCodePoint(code)) === undefined) failing.push(code.toString(16));
  }
  const isPrivate = (code: string) => /^(?:e[0-9a-f]{3}|f[0-8][0-9a-f]{2})$/u.test(code);
  expect(failing.filter((code) => !isPrivate(code)).join(' ')).toBe(
    '1e3f 9fb4 9fb5 9fb6 9fb7 9fb8 9fb9 9fba 9fbb fe10 fe11 fe12 fe13 fe14 fe15 fe16 fe17 fe18 fe19 20087 20089 200cc 215d7 2298f 241fe',
  );
});

it('does not encode half a character', () => {
  expect(encodeGb18030('园\uD800')).toBeUndefined();
});
