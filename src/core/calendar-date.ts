/**
 * Calendar dates are strings, `YYYY-MM-DD` or `YYYY-MM`, always in Asia/Shanghai (UTC+8, no daylight saving
 * time since 1991). A JavaScript Date never leaves this module.
 */

export type CalendarDate = string;

const DAY = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Parses a date in one of the forms that editors should use.
 * @param text `2022-09`, `2022-09-30`, or a time such as `2022-09-30T16:30:00Z`, which becomes its day in
 *   Shanghai (a time without offset is Shanghai time)
 * @returns the date, or undefined if it does not exist (`2022-02-30`)
 */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const dateTime = DATE_TIME.exec(text.trim());
  if (dateTime) {
    const [, day = '', time = '', offset = '+08:00'] = dateTime;
    if (!parseCalendarDate(day)) return undefined;
    const colon = /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
    const instant = Date.parse(`${day}T${time}${colon}`);
    if (Number.isNaN(instant)) return undefined;
    return new Date(instant + 8 * 3600 * 1000).toISOString().slice(0, 10);
  }
  const parts = DAY.exec(text.trim());
  if (!parts) return undefined;
  const [whole, year = '', month = '', day] = parts;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (day === undefined) return whole;
  return Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month)) ? whole : undefined;
}

/**
 * Parses a date in another form than asked for, to suggest a correction: `2022年9月3日`, `2022/9/3`, `2022-9-3`.
 * @returns undefined if the text has none of these forms or the date does not exist
 */
export function parseLooseDate(text: string): CalendarDate | undefined {
  const parts = /^(\d{4})\s*[年./-]\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2}))?\s*[月日号]?$/u.exec(text.trim());
  if (!parts) return undefined;
  const [, year = '', month = '', day] = parts;
  return parseCalendarDate([year, month, day].flatMap((part) => part?.padStart(2, '0') ?? []).join('-'));
}

/** Number of days in a month, month counted from 1. */
function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Whether `a` is certainly after `b`. A month counts as its first day in `a` and as its last day in `b`, so
 * `2022-09` is never after `2022-09-15`.
 */
export function isAfter(a: CalendarDate, b: CalendarDate): boolean {
  return firstDay(a) > lastDay(b);
}

/** Whether a date begins after a day; a month begins on its first day. */
export function isLater(date: CalendarDate, day: string): boolean {
  return firstDay(date) > day;
}

/** Adds months to a date. A day that the new month does not have becomes its last day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  const head = `${String(newYear).padStart(4, '0')}-${String(newMonth).padStart(2, '0')}`;
  if (day === undefined) return head;
  return `${head}-${String(Math.min(day, daysInMonth(newYear, newMonth))).padStart(2, '0')}`;
}

/** Formats a date as newspapers print it: `2022年9月30日` or `2022年9月`. */
export function chineseDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return day === undefined ? `${year}年${month}月` : `${year}年${month}月${day}日`;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Formats the beginning of a date as RSS asks (RFC 822 with four digits of the year): `Fri, 30 Sep 2022 00:00:00 +0800`. */
export function rfc822Date(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = firstDay(date).split('-');
  const weekday = new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay();
  return `${DAYS[weekday]}, ${day} ${MONTHS[Number(month) - 1]} ${year} 00:00:00 +0800`;
}

/** Formats the beginning of a date as RFC 3339: `2022-09-30T00:00:00+08:00`. */
export function rfc3339Date(date: CalendarDate): string {
  return `${firstDay(date)}T00:00:00+08:00`;
}

/** The latest of some dates; undefined if there are none. */
export function latest(dates: readonly CalendarDate[]): CalendarDate | undefined {
  return dates.reduce<CalendarDate | undefined>(
    (last, date) => (last === undefined || firstDay(date) > firstDay(last) ? date : last),
    undefined,
  );
}

/** The date itself, or the first day of a month. */
export function firstDay(date: CalendarDate): string {
  return date.length === 7 ? `${date}-01` : date;
}

function lastDay(date: CalendarDate): string {
  return date.length === 7 ? `${date}-31` : date;
}
