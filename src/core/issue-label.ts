import type { IssueFile } from './schema/issue.ts';

interface Labelled extends Pick<IssueFile, 'year' | 'months' | 'title'> {
  /** Number of a special issue within its month, from 1. */
  special?: number;
}
type Numbered = Pick<IssueFile, 'number' | 'serial'>;

/** `2022年9月号`, `2023年1—2月合刊` for a combined issue, `2022年9月` and the title for a special issue. */
export function monthLabel({ year, months, title, special }: Labelled): string {
  const [first, last] = [months[0], months[months.length - 1]];
  if (special !== undefined)
    return specialLabel(year, `${first}月`, title ?? `增刊${special > 1 ? special : ''}`);
  return first === last ? `${year}年${first}月号` : `${year}年${first}—${last}月合刊`;
}

/** Adds year and month to a title unless it begins with them. */
function specialLabel(year: number, month: string, title: string): string {
  if (title.startsWith(`${year}年`)) return title;
  return `${year}年${title.startsWith(month) ? '' : month}${title}`;
}

/** `第1期`, the number within the year; empty if a special issue has none. */
export function numberLabel({ number }: Pick<Numbered, 'number'>): string {
  return number === undefined ? '' : `第${number}期`;
}

/** `总第1期`; empty if a special issue has none. */
export function serialLabel({ serial }: Pick<Numbered, 'serial'>): string {
  return serial === undefined ? '' : `总第${serial}期`;
}

/** `12期`, or `12期、增刊（特刊）1期`. */
export function countLabel(issues: readonly Pick<Labelled, 'special'>[]): string {
  const special = issues.filter((issue) => issue.special !== undefined).length;
  const regular = issues.length - special;
  return [
    ...(regular > 0 || special === 0 ? [`${regular}期`] : []),
    ...(special > 0 ? [`增刊（特刊）${special}期`] : []),
  ].join('、');
}
