import { parseCalendarDate } from '../../src/core/calendar-date.ts';
import { wrongUse } from './command.ts';

/** The day that `--as-of` names; ends the process with a message where it is none. */
export function dayOf(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const day = typed.length === 10 ? parseCalendarDate(typed) : undefined;
  return day ?? wrongUse(`“${typed}”不是日期，写成 --as-of 2022-10-31`);
}

/** The day in Shanghai, as `2022-10-31`, at a moment; now where none is given. */
export function today(moment = new Date()): string {
  return parseCalendarDate(moment.toISOString()) ?? '';
}
