/**
 * Calendar dates are strings, `YYYY-MM-DD` or `YYYY-MM`, always read in Asia/Shanghai (UTC+8, no
 * summer time since 1991). A JavaScript Date never leaves this module.
 */

export type CalendarDate = string;

const DAY = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads a date as an editor may write it.
 * @param text `2022-09`, `2022-09-30`, or a moment such as `2022-09-30T16:30:00Z`, which becomes the
 *   day it falls on in Shanghai (a moment without offset is Shanghai time)
 * @returns the date, or undefined where the text is no date of the calendar (`2022-02-30`)
 */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const moment = MOMENT.exec(text.trim());
  if (moment) {
    const [, day = '', time = '', offset = '+08:00'] = moment;
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
 * The date that somebody meant who wrote it another way than asked: `2022年9月3日`, `2022/9/3`, `2022-9-3`.
 * @returns undefined where it is none of these, or no date of the calendar
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
 * Whether `a` lies after `b`. A month alone counts as its first day on the left and as its last on
 * the right, so that `2022-09` is never after `2022-09-15`.
 */
export function isAfter(a: CalendarDate, b: CalendarDate): boolean {
  return firstDay(a) > lastDay(b);
}

/** Whether a date comes later than a day; a month counts from its first day. */
export function isLater(date: CalendarDate, day: string): boolean {
  return firstDay(date) > day;
}

/** The date moved by whole months, its day kept within the month it arrives in. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  const head = `${String(newYear).padStart(4, '0')}-${String(newMonth).padStart(2, '0')}`;
  if (day === undefined) return head;
  return `${head}-${String(Math.min(day, daysInMonth(newYear, newMonth))).padStart(2, '0')}`;
}

/** `2022年9月30日` or `2022年9月`, as a newspaper prints it. */
export function chineseDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return day === undefined ? `${year}年${month}月` : `${year}年${month}月${day}日`;
}

/** The day that a date begins with: of a month, its first. */
export function firstDay(date: CalendarDate): string {
  return date.length === 7 ? `${date}-01` : date;
}

function lastDay(date: CalendarDate): string {
  return date.length === 7 ? `${date}-31` : date;
}
