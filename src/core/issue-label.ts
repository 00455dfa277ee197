import type { IssueFile } from './schema/issue.ts';

interface Labelled extends Pick<IssueFile, 'year' | 'months' | 'title'> {
  /** Of a special issue: which one of its month. */
  special?: number;
}
type Numbered = Pick<IssueFile, 'number' | 'serial'>;

/** `2022年9月号`; a combined issue is `2023年1—2月合刊`, a special one bears its title: `2022年9月增刊`. */
export function monthLabel({ year, months, title, special }: Labelled): string {
  const [first, last] = [months[0], months.at(-1)];
  if (special !== undefined)
    return specialLabel(year, `${first}月`, title ?? `增刊${special > 1 ? special : ''}`);
  return first === last ? `${year}年${first}月号` : `${year}年${first}—${last}月合刊`;
}

/** A title that names its year or month itself is not given them twice. */
function specialLabel(year: number, month: string, title: string): string {
  if (title.startsWith(`${year}年`)) return title;
  return `${year}年${title.startsWith(month) ? '' : month}${title}`;
}

/** `第1期`: number within the year; empty where a special issue has none. */
export function numberLabel({ number }: Pick<Numbered, 'number'>): string {
  return number === undefined ? '' : `第${number}期`;
}

/** `总第1期`; empty where a special issue has none. */
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
