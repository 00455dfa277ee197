import { type FieldToFill, frontMatterText } from '#core/write-front-matter.ts';
import { withMaskedNumbers } from '#core/text/personal-number.ts';
import type { Draft } from './draft.ts';

/** The input from which an article was made. */
export interface Origin {
  /** Name of the file; with `#2` where it holds several articles. */
  from: string;
  sha256: string;
  /** Day of the import, `2022-10-01`. */
  at: string;
}

const LONGEST_PRINTED = 200;

/** The front matter of a draft: what is printed, and blank what the editor has to decide, with a hint. */
export function frontMatterOf(draft: Draft, origin: Origin, blanks: FieldToFill[]): string {
  const blank = new Set(blanks.map(({ field }) => field));
  const own = (field: string, value: unknown): [string, unknown][] => {
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (!isEmpty)
      return [
        [
          field,
          Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' ? value[0] : value,
        ],
      ];
    return blank.has(field) ? [[field, null]] : [];
  };
  const entries = [
    ...own('title', draft.title),
    ...own('kicker', draft.kicker),
    ...own('subtitle', draft.subtitle),
    ...own('date', draft.date),
    ...own('category', draft.category),
    ...own('park', draft.park),
    ...own('county', draft.county),
    ...own('genre', draft.genre),
    ...own('byline', draft.byline),
    ...own('dateline', draft.dateline),
    ...own('interviewee', draft.interviewee),
    ...own('source', draft.source),
    ...own('reprint', draft.reprint),
    ...own('rights', draft.rights),
    ...own('editor', draft.editor),
    ...own('masked', draft.masked ? true : undefined),
    ['status', 'draft'],
    [
      'import',
      {
        ...origin,
        ...listed('printed', draft.printed.flatMap(pieces)),
        ...listed('warnings', draft.warnings.map(warningLine)),
      },
    ],
  ];
  return frontMatterText(entries as [string, unknown][], blanks);
}

function listed(key: string, values: string[]): Record<string, string[]> {
  return values.length > 0 ? { [key]: values } : {};
}

/** A long line in parts, as the field allows. */
function pieces(text: string): string[] {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return Array.from({ length: Math.ceil(characters.length / LONGEST_PRINTED) }, (_, index) =>
    characters.slice(index * LONGEST_PRINTED, (index + 1) * LONGEST_PRINTED).join(''),
  );
}

/** A warning as one line; a personal number is never written a second time. */
function warningLine({ message, quote }: Draft['warnings'][number]): string {
  const line = quote ? `${message}：“${quote}”` : message;
  return withMaskedNumbers(line).replace(/[\s\p{Cc}]+/gu, ' ');
}
