/**
 * Other notations of what a query names, for readers the same thing: a range with its unit once or twice, a date in
 * signs or words, an ordinal in figures or hanzi, yuan as a sign or a word. Each is searched too. Only where no
 * second meaning is possible: 9.1 is no date, 3届 is no ordinal, 度 may be an angle, 10% and 百分之十 are two texts.
 * All texts here are folded (`shared/fold.ts`).
 */
import { HANZI_DIGITS } from '#core/text/hanzi-digits.ts';
import { spellings } from './spellings.ts';

const FIGURE = String.raw`[-+]?\d[\d.,٬]*`;
/** What a figure measures: signs, letters (km2, °c), or a magnitude and a measure of one hanzi or a listed word. */
const LONG_MEASURES =
  '个百分点|百分点|平方公里|平方千米|平方米|立方米|公里|公顷|公斤|千米|厘米|毫米|千瓦|兆瓦|小时|分钟|个月|万元|亿元';
const UNIT = String.raw`[%‰‱]|°[cf]?|[a-z]{1,4}[23]?(?:\/[a-z]{1,3}\d?)?|[十百千万亿]*(?:${LONG_MEASURES}|(?![至到和与及或、第])\p{Script=Han})`;
/** A range: its first figure, the first unit if any, the dash, the second figure, and its unit. */
const RANGE = new RegExp(
  String.raw`(?<![\d.,٬a-z])(${FIGURE})((?:${UNIT})?)-(${FIGURE})(${UNIT})(?![a-z\d])`,
  'gu',
);
const MAGNITUDE = /^[十百千万亿]+/u;

/** A day in words or signs; years of four digits, no day or month that is none. */
const MONTH = '(0?[1-9]|1[0-2])';
const DAY = '(0?[1-9]|[12]\\d|3[01])';
const YEAR = '(?<!\\d)((?:19|20)\\d\\d)';
const DAY_IN_WORDS = new RegExp(`${YEAR}年${MONTH}月${DAY}[日号]`, 'gu');
const DAY_IN_SIGNS = new RegExp(String.raw`${YEAR}([-./])${MONTH}\2${DAY}(?![\d.,]?\d)`, 'gu');
const DAY_OF_MONTH = new RegExp(`(?<![\\d年])${MONTH}月${DAY}号`, 'gu');
/** A month in signs stands alone: 2026.9亿元 is an amount, 2026-5号 is a number. */
const MONTH_IN_SIGNS = new RegExp(`^${YEAR}[-./]${MONTH}$`, 'gu');
const MONTH_IN_WORDS = new RegExp(`${YEAR}年${MONTH}月(?!\\d)`, 'gu');

/** What ordinals count in documents that print figures as well as hanzi. */
const COUNTED = '[届次批期章条款项号轮场版卷辑集]';
const ORDINAL_IN_FIGURES = new RegExp(`第([1-9]\\d{0,2})(?=${COUNTED})`, 'gu');
const ORDINAL_IN_HANZI = new RegExp(`第([一二三四五六七八九十百〇]+)(?=${COUNTED})`, 'gu');

const YUAN_IN_SIGNS = /(?<![a-z])[¥](\d[\d.,٬]*)([万亿]*)(?![\d万亿元])/gu;
const YUAN_IN_WORDS = /(?<![-\d.,٬¥])(\d[\d.,٬]*)([万亿]*)元/gu;

const NOTATIONS: ((folded: string) => string[])[] = [
  (folded) => [
    folded.replace(RANGE, withUnitTwice),
    folded.replace(RANGE, withMagnitudeTwice),
    folded.replace(RANGE, withUnitOnce),
    folded.replace(RANGE, withOtherUnits),
  ],
  (folded) => daysOf(folded, DAY_IN_WORDS, ([, year, month, day]) => [year, month, day]),
  (folded) => daysOf(folded, DAY_IN_SIGNS, ([, year, , month, day]) => [year, month, day]),
  (folded) => [folded.replace(DAY_OF_MONTH, (_, month: string, day: string) => `${month}月${day}日`)],
  (folded) => monthsOf(folded, MONTH_IN_SIGNS),
  (folded) => monthsOf(folded, MONTH_IN_WORDS),
  (folded) => [
    folded.replace(ORDINAL_IN_FIGURES, (_, figure: string) => `第${hanziOf(Number(figure))}`),
    folded.replace(ORDINAL_IN_HANZI, (typed, hanzi: string) => `第${figureOf(hanzi) ?? typed.slice(1)}`),
  ],
  (folded) => [folded.replace(YUAN_IN_SIGNS, '$1$2元'), folded.replace(YUAN_IN_WORDS, '¥$1$2')],
];

/** Notations of a query that are searched at most. */
const MAX_NOTATIONS = 8;

/** The other notations of a query in any of its spellings, without these. */
export function notations(folded: string): string[] {
  if (!/\d|第/u.test(folded)) return [];
  const typed = spellings(folded);
  const all = new Set(typed.flatMap((spelling) => NOTATIONS.flatMap((notation) => notation(spelling))));
  for (const spelling of typed) all.delete(spelling);
  return [...all].slice(0, MAX_NOTATIONS);
}

type RangeParts = [whole: string, from: string, first: string, to: string, last: string];

/** 3-5% as 3%-5%. */
function withUnitTwice(...[whole, from, first, to, last]: RangeParts): string {
  return first === '' || last.startsWith(first) ? `${from}${last}-${to}${last}` : whole;
}

/** 5-8万元 as 5万-8万元. */
function withMagnitudeTwice(...[whole, from, first, to, last]: RangeParts): string {
  const magnitude = MAGNITUDE.exec(last)?.[0] ?? '';
  return first === '' && magnitude !== '' ? `${from}${magnitude}-${to}${last}` : whole;
}

/** 3%-5% as 3-5%. */
function withUnitOnce(...[whole, from, first, to, last]: RangeParts): string {
  return first !== '' && last.startsWith(first) ? `${from}-${to}${last}` : whole;
}

/** Both at once, for queries of several ranges: those with two units get one, the others two. */
function withOtherUnits(...range: RangeParts): string {
  return range[2] === '' ? withUnitTwice(...range) : withUnitOnce(...range);
}

/** A query with its days in words, and in the signs that documents use. */
function daysOf(folded: string, days: RegExp, parts: (match: string[]) => (string | undefined)[]): string[] {
  const forms: ((year: string, month: string, day: string) => string)[] = [
    (year, month, day) => `${year}年${month}月${day}日`,
    (year, month, day) => `${year}年${padded(month)}月${padded(day)}日`,
    (year, month, day) => `${year}-${padded(month)}-${padded(day)}`,
    (year, month, day) => `${year}.${month}.${day}`,
  ];
  return forms.map((form) =>
    folded.replace(days, (...match: string[]) => {
      const [year = '', month = '', day = ''] = parts(match);
      return form(year, String(Number(month)), String(Number(day)));
    }),
  );
}

/** A query with its months in words, as they are spoken and as forms have them. */
function monthsOf(folded: string, months: RegExp): string[] {
  return [
    folded.replace(months, (_, year: string, month: string) => `${year}年${Number(month)}月`),
    folded.replace(months, (_, year: string, month: string) => `${year}年${padded(month)}月`),
  ];
}

function padded(number: string): string {
  return number.padStart(2, '0');
}

/** A number from 1 to 999 in hanzi, as documents count: 十二, 一百〇三 (which 零 folds to). */
function hanziOf(number: number): string {
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor((number % 100) / 10);
  const ones = number % 10;
  const digit = (value: number) => HANZI_DIGITS[value] ?? '';
  return [
    hundreds > 0 ? `${digit(hundreds)}百` : '',
    tens > 0 ? `${tens > 1 || hundreds > 0 ? digit(tens) : ''}十` : hundreds > 0 && ones > 0 ? '〇' : '',
    ones > 0 ? digit(ones) : '',
  ].join('');
}

/** The number that hanzi write, if they are written as `hanziOf` writes them. */
function figureOf(hanzi: string): number | undefined {
  const [, hundreds = '', tens, ones = ''] = /^(?:(.)百)?(?:(.?)十|〇)?(.?)$/u.exec(hanzi) ?? [];
  const value = (digit: string) => Math.max(0, HANZI_DIGITS.indexOf(digit || '〇'));
  const number = value(hundreds) * 100 + (tens === undefined ? 0 : value(tens || '一') * 10) + value(ones);
  return hanziOf(number) === hanzi ? number : undefined;
}
