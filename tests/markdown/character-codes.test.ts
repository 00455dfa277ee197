import { expect, it } from 'vitest';
import { isBlank, isLineEnd, isNonBlank, isSpace } from '../../src/markdown/syntax/character-codes.ts';

/** Micromark has codes of its own for line endings (-5 to -3), a tab (-2) and the columns that it fills (-1). */
const TYPES = { lineEnd: isLineEnd, space: isSpace, blank: isBlank, nonBlank: isNonBlank };

it.each([
  ['end of the file', null, ['lineEnd']],
  ['CR', -5, ['lineEnd']],
  ['LF', -4, ['lineEnd']],
  ['CRLF', -3, ['lineEnd']],
  ['tab', -2, ['space', 'blank']],
  ['column of a tab', -1, ['space', 'blank']],
  ['space', 0x20, ['space', 'blank']],
  ['U+00A0', 0xa0, ['blank']],
  ['U+200B', 0x200b, ['blank']],
  ['U+2060', 0x2060, ['blank']],
  ['U+3000', 0x3000, ['blank']],
  ['U+FEFF', 0xfeff, ['blank']],
  // Micromark never has these as characters: they have the codes above.
  ['NUL', 0, ['nonBlank']],
  ['U+000B', 0x0b, ['nonBlank']],
  ['!', 0x21, ['nonBlank']],
  ['甲', 0x7532, ['nonBlank']],
])('%s', (_, code, types) => {
  expect(Object.entries(TYPES).flatMap(([type, is]) => (is(code) ? [type] : []))).toEqual(types);
});
