import { addMonths } from '#core/calendar-date.ts';
import { compareText } from '#core/diagnostic.ts';
import { ISSUE_FOLDER, type IssueFile } from '#core/schema/issue.ts';

/** What is taken over from an issue that is there. */
export interface KnownIssue extends Pick<IssueFile, 'year' | 'number' | 'serial' | 'editor'> {
  /** Folder name, `2022-09`. */
  id: string;
  /** Names of the columns in their order. */
  categories: string[];
}

/** Fields of an issue that a proposal can fill. */
export type ProposedField = 'number' | 'serial' | 'date' | 'editor' | 'categories';

export interface IssueProposal {
  fields: Pick<IssueFile, 'year' | 'number' | 'serial' | 'months' | 'date' | 'editor' | 'categories'>;
  /** Why each proposed value is what it is, in Chinese. */
  reasons: Record<ProposedField, string>;
}

/** Year and months of an issue's folder; undefined where its name is none (`2022-9`, `2023-02-01`). */
export function folderMonths(folder: string): { year: number; months: number[] } | undefined {
  const [, year, first, second] = ISSUE_FOLDER.exec(folder) ?? [];
  if (year === undefined || first === undefined) return undefined;
  if (second === undefined) return { year: Number(year), months: [Number(first)] };
  return second > first ? { year: Number(year), months: [Number(first), Number(second)] } : undefined;
}

/**
 * What a new issue most likely is, from the last one before it in time: numbers one higher, the number
 * within the year from 1 again in a new year; editor and columns the same; its date the last day of its
 * last month. The editor has the last word on all of them.
 * @param folder a right folder name
 * @param known the issues that are there
 * @param columns names of all columns in the register's order, for the very first issue
 */
export function proposeIssue(folder: string, known: KnownIssue[], columns: string[]): IssueProposal {
  const { year = 0, months = [] } = folderMonths(folder) ?? {};
  const last = known
    .filter(({ id }) => id < folder)
    .toSorted((a, b) => compareText(a.id, b.id))
    .at(-1);
  const date = addMonths(`${year}-01-31`, (months.at(-1) ?? 1) - 1);
  const dateReason = '取当月最后一天，请核对';
  if (!last) {
    return {
      fields: { year, number: 1, serial: 1, months, date, categories: columns },
      reasons: {
        number: '前面没有别的期，从 1 起，请核对',
        serial: '前面没有别的期，从 1 起，请核对',
        date: dateReason,
        editor: '前面没有别的期，没有写',
        categories: '照栏目名录的次序',
      },
    };
  }
  const sameYear = last.year === year;
  return {
    fields: {
      year,
      number: sameYear ? last.number + 1 : 1,
      serial: last.serial + 1,
      months,
      date,
      ...(last.editor && { editor: last.editor }),
      categories: last.categories,
    },
    reasons: {
      number: sameYear
        ? `按上一期（${last.id}）加 1，请核对`
        : `上一期（${last.id}）是 ${last.year} 年的，从 1 起，请核对`,
      serial: `按上一期（${last.id}）加 1，请核对`,
      date: dateReason,
      editor: last.editor ? `照上一期（${last.id}）` : `上一期（${last.id}）没有写，这里也没有写`,
      categories: `照上一期（${last.id}）`,
    },
  };
}
