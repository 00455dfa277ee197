/** The parsed name of an issue's folder. */
export interface IssueFolder {
  year: number;
  /** One month, or the two of a combined issue. */
  months: number[];
  /** Number of a special issue (增刊, 特刊) within its month, from 1. */
  special?: number;
}

/**
 * `2022-09`; `2023-01-02` for a combined issue; `2022-09-s1` to `2022-09-s9` for the special issues of a month.
 * Sorting the names as text gives the right order: a special issue follows the issue of its month.
 */
export const ISSUE_FOLDER = /^(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|1[0-2])|-s([1-9]))?$/u;

/** The forms of a folder name, for messages. */
export const FOLDER_FORMS = '写成“年-月”，例如 2022-09；合刊写 2023-01-02，增刊、特刊写 2022-09-s1';

/** @returns undefined if the name has none of these forms */
export function parseIssueFolder(name: string): IssueFolder | undefined {
  const [, year, first, second, special] = ISSUE_FOLDER.exec(name) ?? [];
  if (year === undefined) return undefined;
  const months = [first, second].flatMap((month) => (month === undefined ? [] : Number(month)));
  return { year: Number(year), months, ...(special !== undefined && { special: Number(special) }) };
}

/** The fix for an invalid folder name; it contains the right name if a special issue was meant. */
export function folderFix(name: string): string {
  const meant =
    /^(\d{4})-(0[1-9]|1[0-2])(-(?:0[1-9]|1[0-2]))?[-_ ]?(?:s|增刊?|特刊?|专刊)[-_ ]?0*(\d*)$/iu.exec(name);
  if (!meant) return FOLDER_FORMS;
  const [, year, month, second, number = ''] = meant;
  const right = `${year}-${month}-s${/^[1-9]$/u.test(number) ? number : '1'}`;
  if (second !== undefined) return `增刊、特刊只写一个月份，写成 ${right}`;
  return number.length > 1
    ? `写成 ${year}-${month}-s1 这样：一个月里的增刊、特刊从 -s1 排到 -s9`
    : `写成 ${right}（小写 s，一位数字，从 1 起）`;
}
