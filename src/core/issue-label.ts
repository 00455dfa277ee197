import type { IssueFile } from './schema/issue.ts';

type Numbered = Pick<IssueFile, 'year' | 'number' | 'serial' | 'months'>;

/** `2022年9月号`; a combined issue is `2023年1—2月合刊`. */
export function monthLabel({ year, months }: Numbered): string {
  const [first, last] = [months[0], months.at(-1)];
  return first === last ? `${year}年${first}月号` : `${year}年${first}—${last}月合刊`;
}

/** `第1期`: number within the year. */
export function numberLabel({ number }: Numbered): string {
  return `第${number}期`;
}

/** `总第1期`. */
export function serialLabel({ serial }: Numbered): string {
  return `总第${serial}期`;
}
