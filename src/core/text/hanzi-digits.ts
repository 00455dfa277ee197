/** The digits of Chinese numerals: a digit's value is its index. */
export const HANZI_DIGITS = '〇一二三四五六七八九';
