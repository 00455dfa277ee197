import { HANZI_DIGITS } from '#core/text/hanzi-digits.ts';

/** Source of a pattern for Chinese numerals up to 99. */
export const NUMERAL = '[一二两三四五六七八九十]{1,3}';

/** The value of a Chinese numeral up to 99 (`十二`, `两`), or of figures; NaN for anything else. */
export function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const parts = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/u.exec(text);
  if (parts) return digit(parts[1] ?? '一') * 10 + digit(parts[2] ?? '〇');
  if (text === '两') return 2;
  return /^[一二三四五六七八九]$/u.test(text) ? digit(text) : Number.NaN;
}

/** A number from 1 to 99 in Chinese numerals. */
export function numeralOf(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : HANZI_DIGITS[tens]}十`;
  return head + (ones === 0 ? '' : HANZI_DIGITS[ones]);
}

function digit(char: string): number {
  return HANZI_DIGITS.indexOf(char);
}
