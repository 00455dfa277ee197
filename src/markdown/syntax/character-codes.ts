import type { Code } from 'micromark-util-types';

/** Blanks of every width, as one character. */
const BLANK = /^[\s\u200B\u2060\uFEFF]$/u;

/** Whether a line ends before this code. */
export const isLineEnd = (code: Code): boolean => code === null || (code < -2 && code > -6);

/** Whether it is a space or a tab, the blanks of CommonMark. */
export const isSpace = (code: Code): boolean => code === 32 || code === -1 || code === -2;

/** Whether it is a blank, a tab or a wide blank (　); not a line end. */
export const isBlank = (code: Code): boolean =>
  isSpace(code) || (code !== null && code >= 32 && BLANK.test(String.fromCharCode(code)));

/** Whether text that is set in bold can stand against it: any character but a blank. */
export const isNonBlank = (code: Code): boolean => !isLineEnd(code) && !isBlank(code);
