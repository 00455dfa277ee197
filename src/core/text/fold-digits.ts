/** A text with canonical digits, hyphens and spaces and without invisible characters. */
export interface Folded {
  text: string;
  /** Offset in the original text, by code unit of the folded text. */
  offsets: readonly number[];
}

const INVISIBLE = /^(?:[\p{Cf}\p{M}\u00AD]|[^\P{Cc}\s])$/u;
const DIGIT = /^\p{Nd}$/u;
const BLANK = /^[\s\p{Z}]$/u;
const HYPHEN = /^[\p{Pd}\u2212]$/u;
const MIDDLE_DOT = /^[\u00B7\u2022\u2219\u22C5\u2027\u30FB]$/u;
const NUMERALS = new Map(
  ['〇零○', '一壹幺', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (signs, digit) => [...signs].map((sign) => [sign, String(digit)] as const),
  ),
);

/**
 * Folds all variants of digits, hyphens and spaces: full-width, circled, of other scripts.
 * @param numerals whether Chinese numerals become digits too
 */
export function foldDigits(text: string, numerals = false): Folded {
  const offsets: number[] = [];
  let folded = '';
  let at = 0;
  for (const sign of text) {
    for (const each of foldSign(sign, numerals)) {
      folded += each;
      for (let unit = 0; unit < each.length; unit += 1) offsets.push(at);
    }
    at += sign.length;
  }
  return { text: folded, offsets };
}

export function isNumeral(sign: string | undefined): boolean {
  return sign !== undefined && NUMERALS.has(sign);
}

function foldSign(sign: string, numerals: boolean): string {
  if (sign >= '!' && sign <= '~') return sign;
  if (sign >= '\u3400' && sign <= '\u9FFF') return (numerals && NUMERALS.get(sign)) || sign;
  if (INVISIBLE.test(sign)) return '';
  const numeral = numerals ? NUMERALS.get(sign) : undefined;
  if (numeral !== undefined) return numeral;
  return Array.from(sign.normalize('NFKC'), foldPlain).join('');
}

function foldPlain(sign: string): string {
  if (DIGIT.test(sign)) return digitValue(sign);
  if (BLANK.test(sign)) return ' ';
  if (HYPHEN.test(sign)) return '-';
  return MIDDLE_DOT.test(sign) ? '.' : sign;
}

/** Unicode encodes the digits of a script contiguously, from 0 to 9. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
