import { HANZI_DIGITS } from '#core/text/hanzi-digits.ts';

const UNITS = ['', '十', '百', '千'];
const LEGAL_DIGITS = [...'零壹贰叁肆伍陆柒捌玖'];
const LEGAL_UNITS = ['', '拾', '佰', '仟'];
const TRADITIONAL_DIGITS = [...'零壹貳參肆伍陸柒捌玖'];
const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Formats a number; undefined if it is out of range. */
type Format = (value: number) => string | undefined;

/** Formats of ECMA-376 17.18.59 that occur in Chinese documents, by name. */
const FORMATS = new Map<string, Format>([
  ['decimal', String],
  ['decimalHalfWidth', String],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['decimalFullWidth', wide],
  ['decimalFullWidth2', wide],
  ['decimalEnclosedCircle', circled],
  ['decimalEnclosedCircleChinese', circled],
  ['decimalEnclosedParen', oneOf(from(0x2474, 20))],
  ['decimalEnclosedFullstop', oneOf(from(0x2488, 20))],
  ['ideographDigital', digital],
  ['taiwaneseDigital', digital],
  ['japaneseDigitalTenThousand', digital],
  ['chineseCounting', (value) => (value < 100 ? counting(value) : digital(value))],
  ['taiwaneseCounting', (value) => (value < 100 ? counting(value) : digital(value))],
  ['chineseCountingThousand', counting],
  ['taiwaneseCountingThousand', counting],
  [
    'japaneseCounting',
    (value) =>
      counting(value)
        ?.replace(/一(?=[十百千])/gu, '')
        .replaceAll('零', ''),
  ],
  ['chineseLegalSimplified', (value) => inUnits(value, LEGAL_DIGITS, LEGAL_UNITS)],
  ['ideographLegalTraditional', (value) => inUnits(value, TRADITIONAL_DIGITS, LEGAL_UNITS)],
  ['ideographTraditional', oneOf([...'甲乙丙丁戊己庚辛壬癸'])],
  ['ideographZodiac', oneOf([...'子丑寅卯辰巳午未申酉戌亥'])],
  ['ideographEnclosedCircle', oneOf(from(0x3280, 10))],
  ['upperLetter', (value) => letters(value)?.toUpperCase()],
  ['lowerLetter', letters],
  ['upperRoman', (value) => roman(value)?.toUpperCase()],
  ['lowerRoman', roman],
  ['none', () => ''],
]);

/**
 * Formats the number of an automatic numbering; in digits if the format cannot write it.
 * @param format `w:numFmt`
 */
export function formatNumber(value: number, format: string): string {
  return FORMATS.get(format)?.(value) ?? String(value);
}

export function isKnownFormat(format: string): boolean {
  return FORMATS.has(format);
}

function from(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String.fromCodePoint(first + index));
}

function oneOf(signs: string[]): Format {
  return (value) => signs[value - 1];
}

function wide(value: number): string {
  return String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function circled(value: number): string | undefined {
  return ['⓪', ...from(0x2460, 20), ...from(0x3251, 15), ...from(0x32b1, 15)][value];
}

function digital(value: number): string {
  return String(value).replace(/\d/gu, (digit) => HANZI_DIGITS[Number(digit)] ?? digit);
}

/** 十, 十一, 一百零一, 一千零一十. */
function counting(value: number): string | undefined {
  const text = inUnits(value, ['零', ...HANZI_DIGITS.slice(1)], UNITS);
  return value < 20 ? text?.replace(/^一十/u, '十') : text;
}

function inUnits(value: number, digits: string[], units: string[]): string | undefined {
  if (value < 0 || value > 9999) return undefined;
  if (value === 0) return digits[0];
  const zero = digits[0] ?? '';
  return [...String(value)]
    .map((digit, index, all) =>
      digit === '0' ? zero : `${digits[Number(digit)] ?? ''}${units[all.length - 1 - index] ?? ''}`,
    )
    .join('')
    .replace(new RegExp(`${zero}+$`, 'u'), '')
    .replace(new RegExp(`${zero}+`, 'gu'), zero);
}

/** a … z, aa, bb …, as in Word. */
function letters(value: number): string | undefined {
  if (value < 1 || value > 780) return undefined;
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string | undefined {
  if (value < 1 || value > 3999) return undefined;
  let rest = value;
  let out = '';
  for (const [worth, sign] of ROMAN) {
    out += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return out;
}
