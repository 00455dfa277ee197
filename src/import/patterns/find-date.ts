import { parseCalendarDate } from '#core/calendar-date.ts';
import { HANZI_DIGITS } from '#core/text/hanzi-digits.ts';

const HAN_YEAR = `[○零${HANZI_DIGITS}]{4}`;
const HAN_DAY = '[一二三四五六七八九十]{1,3}';
/** A full date in the notations that newspapers and sites use, in a unified text. */
const DATE = new RegExp(
  `(?<!\\d)(?:(?<y1>\\d{4}) ?年 ?(?<m1>\\d{1,2}) ?月 ?(?<d1>\\d{1,2}) ?日` +
    `|(?<!\\d[.])(?<y2>\\d{4})(?<sep>[-./·]) ?(?<m2>\\d{1,2})\\k<sep> ?(?<d2>\\d{1,2})(?![\\d.])` +
    `|(?<y3>${HAN_YEAR})年(?<m3>${HAN_DAY})月(?<d3>${HAN_DAY})日)`,
  'u',
);
const CLOCK =
  '[ T]{0,3}(?:[上下]午 ?)?\\d{1,2}[：:时点]\\d{1,2}(?:[：:分]\\d{1,2}秒?)?分?(?:\\.\\d{1,3})?(?: ?(?:Z|[+-]\\d{2}：?\\d{2}))?';
const WEEKDAY = ' ?[（，]? ?(?:星期|周|礼拜)[一二三四五六日天] ?）?';
const LUNAR =
  ' ?[（，]? ?(?:农历)?[\\p{Script=Han}]{0,3}年?[正一二三四五六七八九十冬腊闰]{1,3}月[初十廿一二三四五六七八九]{1,3} ?）?';
const AFTER = new RegExp(`^(?:${CLOCK})?(?:${WEEKDAY})?(?:${LUNAR})?(?:${CLOCK})?`, 'u');
/** Maximum length of what follows a date (time, weekday, lunar date), in characters. */
const MAX_AFTER_LENGTH = 60;

/** A date (`YYYY-MM-DD`) and its range in the text, with time and weekday. */
export interface FoundDate {
  date: string;
  start: number;
  end: number;
}

/** The first full date in a unified text; undefined if there is none or it is not a calendar date. */
export function findDate(text: string): FoundDate | undefined {
  const found = DATE.exec(text);
  if (!found?.groups) return undefined;
  const { y1, m1, d1, y2, m2, d2, y3, m3, d3 } = found.groups;
  const year = y1 ?? y2 ?? (y3 && hanYear(y3));
  const month = m1 ?? m2 ?? (m3 && hanNumber(m3));
  const day = d1 ?? d2 ?? (d3 && hanNumber(d3));
  const date = parseCalendarDate(`${year}-${pad(month)}-${pad(day)}`);
  if (date === undefined) return undefined;
  const end = found.index + found[0].length;
  const after = AFTER.exec(text.slice(end, end + MAX_AFTER_LENGTH))?.[0].length ?? 0;
  return { date, start: found.index, end: end + after };
}

function hanYear(text: string): string {
  return [...text].map((each) => (/[○零]/u.test(each) ? 0 : HANZI_DIGITS.indexOf(each))).join('');
}

/** 十五 → 15; returns 'NaN' for other text, which is never a valid date. */
function hanNumber(text: string): string {
  const [, tens, ones] = /^([一二三四五六七八九]?十)?([一二三四五六七八九])?$/u.exec(text) ?? [];
  if (tens === undefined && ones === undefined) return 'NaN';
  const ten = tens === undefined ? 0 : tens.length === 1 ? 10 : HANZI_DIGITS.indexOf(tens[0] ?? '') * 10;
  return String(ten + (ones ? HANZI_DIGITS.indexOf(ones) : 0));
}

function pad(figures: string | undefined): string {
  return (figures ?? '').padStart(2, '0');
}
