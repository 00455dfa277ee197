/** Beijing's offset from UTC in minutes. */
const BEIJING_MINUTES = 8 * 60;

/**
 * The day in Beijing of a date in metadata.
 * @param text `2022-06-15 07:27:30 +0800`, `2022-06-15T23:30:00Z`, `2022年6月15日`
 * @returns `2022-06-15`, or undefined if it is not a date
 */
export function printedDay(text: string): string | undefined {
  const day = /^\s*(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/u.exec(text);
  if (!day) return undefined;
  const [year, month, date] = day.slice(1, 4).map(Number) as [number, number, number];
  const time = /[T\s]\s*(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})$/u.exec(text.trim());
  const printed = new Date(Date.UTC(year, month - 1, date));
  if (printed.getUTCMonth() !== month - 1 || printed.getUTCDate() !== date) return undefined;
  if (time) {
    const [hours, minutes] = time.slice(1, 3).map(Number) as [number, number];
    printed.setTime(
      Date.UTC(year, month - 1, date, hours, minutes + BEIJING_MINUTES - offsetOf(time[3] ?? 'Z')),
    );
  }
  return printed.toISOString().slice(0, 10);
}

/** Minutes east of UTC. */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
