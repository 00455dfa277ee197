import { parseCalendarDate } from '../../src/core/calendar-date.ts';
import { wrongUse } from './command.ts';

/** The day that `--as-of` names; ends the process with a message where it is none. */
export function dayOf(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const day = typed.length === 10 ? parseCalendarDate(typed) : undefined;
  return day ?? wrongUse(`“${typed}”不是日期，写成 --as-of 2022-10-31`);
}

/** Today in Shanghai, as `2022-10-31`. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
