import { parseCalendarDate } from '../../src/core/calendar-date.ts';
import { wrongUse } from './command.ts';

/** Parses the day of `--as-of`; ends the process with a message if it is not a date. */
export function parseAsOf(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const day = typed.length === 10 ? parseCalendarDate(typed) : undefined;
  return day ?? wrongUse(`“${typed}”不是日期，写成 --as-of 2022-10-31`);
}

/** The date in Shanghai at a moment (default: now), as `2022-10-31`. */
export function today(moment = new Date()): string {
  return parseCalendarDate(moment.toISOString()) ?? '';
}
