import type { Code } from 'micromark-util-types';

/** White space of any width, including zero. */
const BLANK = /^[\s\u200B\u2060\uFEFF]$/u;

/** Whether a code is a line ending or the end of the file. */
export const isLineEnd = (code: Code): boolean => code === null || (code < -2 && code > -6);

/** Whether a code is a space or a tab, the white space of CommonMark. */
export const isSpace = (code: Code): boolean => code === 32 || code === -1 || code === -2;

/** Whether a code is white space of any kind, also U+3000, but not a line ending. */
export const isBlank = (code: Code): boolean =>
  isSpace(code) || (code !== null && code >= 32 && BLANK.test(String.fromCharCode(code)));

/** Whether a code is a character other than white space. */
export const isNonBlank = (code: Code): boolean => !isLineEnd(code) && !isBlank(code);
