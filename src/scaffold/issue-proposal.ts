import { addMonths } from '#core/calendar-date.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type IssueFolder, parseIssueFolder } from '#core/issue-folder.ts';
import type { IssueFile } from '#core/schema/issue.ts';

/** Data of an existing issue that a proposal is based on. */
export interface KnownIssue extends Pick<IssueFile, 'year' | 'number' | 'serial' | 'editor'> {
  /** Folder name, `2022-09`. */
  id: string;
  special?: number;
  /** Names of the columns in their order. */
  categories: string[];
}

/** Fields of an issue that a proposal can fill. */
export type ProposedField = 'number' | 'serial' | 'date' | 'editor' | 'categories';

export interface IssueProposal {
  fields: Pick<IssueFile, 'year' | 'number' | 'serial' | 'months' | 'date' | 'editor' | 'categories'>;
  /** The reason for each proposed value, in Chinese. */
  reasons: Record<ProposedField, string>;
}

/** Parses the folder name of a new issue; returns undefined if it is invalid (`2022-9`, `2023-02-01`). */
export function newFolder(folder: string): IssueFolder | undefined {
  const named = parseIssueFolder(folder);
  const [first = 0, second = 13] = named?.months ?? [];
  return second > first ? named : undefined;
}

/** Returns the folder of a month's (`2022-09`) next special issue; undefined if the month already has nine. */
export function nextSpecialFolder(month: string, taken: readonly string[]): string | undefined {
  return Array.from({ length: 9 }, (_, index) => `${month}-s${index + 1}`).find(
    (name) => !taken.includes(name),
  );
}

/**
 * Proposes the fields of a new issue from the one before it: both numbers increase by one, and the number
 * within the year restarts at 1 in a new year; editor and columns stay the same; the date is the last day of
 * the issue's last month. The editor can change all of them. A special issue gets no numbers: it has its own,
 * or none.
 * @param folder a valid folder name
 * @param known the existing issues
 * @param columns names of all columns in the register's order, used for the first issue
 */
export function proposeIssue(folder: string, known: KnownIssue[], columns: string[]): IssueProposal {
  const { year = 0, months = [], special } = newFolder(folder) ?? {};
  const before = known.filter(({ id }) => id < folder).toSorted((a, b) => compareText(a.id, b.id));
  const last = before.findLast((issue) => issue.special === undefined) ?? before.at(-1);
  const date = addMonths(`${year}-01-31`, (months.at(-1) ?? 1) - 1);
  const dateReason = '取当月最后一天，请核对';
  const { fields: numbers, reasons: ofNumbers } =
    special === undefined ? proposeNumbers(year, before) : UNNUMBERED;
  const fields = { year, ...numbers, months, date };
  const reasons = { ...ofNumbers, date: dateReason };
  if (!last) {
    return {
      fields: { ...fields, categories: columns },
      reasons: { ...reasons, editor: '前面没有别的期，没有写', categories: '照栏目名录的次序' },
    };
  }
  return {
    fields: { ...fields, ...(last.editor && { editor: last.editor }), categories: last.categories },
    reasons: {
      ...reasons,
      editor: last.editor ? `照上一期（${last.id}）` : `上一期（${last.id}）没有写，这里也没有写`,
      categories: `照上一期（${last.id}）`,
    },
  };
}

type Numbers = { fields: Pick<IssueFile, 'number' | 'serial'>; reasons: Record<'number' | 'serial', string> };

const UNNUMBERED: Numbers = {
  fields: {},
  reasons: {
    number: '增刊、特刊没有写；单独印了期号的，在 issue.yaml 里加上',
    serial: '增刊、特刊没有写；算进总期号的，在 issue.yaml 里加上',
  },
};

/** Increases the numbers of the last issue that has them; a special issue may have none. */
function proposeNumbers(year: number, before: readonly KnownIssue[]): Numbers {
  const numbered = before.findLast(({ number }) => number !== undefined);
  const counted = before.findLast(({ serial }) => serial !== undefined);
  const first = '前面没有别的期，从 1 起，请核对';
  return {
    fields: {
      number: numbered?.year === year ? (numbered.number ?? 0) + 1 : 1,
      serial: (counted?.serial ?? 0) + 1,
    },
    reasons: {
      number: !numbered
        ? first
        : numbered.year === year
          ? `按上一期（${numbered.id}）加 1，请核对`
          : `上一期（${numbered.id}）是 ${numbered.year} 年的，从 1 起，请核对`,
      serial: counted ? `按上一期（${counted.id}）加 1，请核对` : first,
    },
  };
}
