import { addMonths } from '#core/calendar-date.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type IssueFolder, parseIssueFolder } from '#core/issue-folder.ts';
import type { IssueFile } from '#core/schema/issue.ts';

/** What is taken over from an issue that is there. */
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
  /** Why each proposed value is what it is, in Chinese. */
  reasons: Record<ProposedField, string>;
}

/** What the folder of a new issue says; undefined where its name is none (`2022-9`, `2023-02-01`). */
export function newFolder(folder: string): IssueFolder | undefined {
  const named = parseIssueFolder(folder);
  const [first = 0, second = 13] = named?.months ?? [];
  return second > first ? named : undefined;
}

/** The folder of the next special issue of a month (`2022-09`); undefined where the month has nine. */
export function nextSpecialFolder(month: string, taken: readonly string[]): string | undefined {
  return Array.from({ length: 9 }, (_, index) => `${month}-s${index + 1}`).find(
    (name) => !taken.includes(name),
  );
}

/**
 * What a new issue most likely is, from the last one before it in time: numbers one higher, the number
 * within the year from 1 again in a new year; editor and columns the same; its date the last day of its
 * last month. The editor has the last word on all of them. A special issue gets no numbers: it has its own,
 * or none.
 * @param folder a right folder name
 * @param known the issues that are there
 * @param columns names of all columns in the register's order, for the very first issue
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

/** One higher than those of the last issue that has them; a special issue may have none. */
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
