import { type FieldToFill, frontMatterText } from '#core/write-front-matter.ts';
import { withMaskedNumbers } from '#core/text/personal-number.ts';
import type { Draft } from './draft.ts';

/** The file that an article was imported from. */
export interface Origin {
  /** File name, with `#2` if the file contains several articles. */
  from: string;
  sha256: string;
  /** Day of the import, `2022-10-01`. */
  at: string;
}

/** Maximum length of an entry of `import.printed` that the schema allows, in characters. */
const MAX_PRINTED_LENGTH = 200;

/** Writes the front matter of a draft: fields that are printed have values; fields for the editor are blank, with a hint. */
export function frontMatterOf(draft: Draft, origin: Origin, blanks: FieldToFill[]): string {
  const blank = new Set(blanks.map(({ field }) => field));
  const entriesOf = (field: string, value: unknown): [string, unknown][] => {
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
    ...entriesOf('title', draft.title),
    ...entriesOf('kicker', draft.kicker),
    ...entriesOf('subtitle', draft.subtitle),
    ...entriesOf('date', draft.date),
    ...entriesOf('category', draft.category),
    ...entriesOf('park', draft.park),
    ...entriesOf('county', draft.county),
    ...entriesOf('genre', draft.genre),
    ...entriesOf('byline', draft.byline),
    ...entriesOf('dateline', draft.dateline),
    ...entriesOf('interviewee', draft.interviewee),
    ...entriesOf('source', draft.source),
    ...entriesOf('reprint', draft.reprint),
    ...entriesOf('rights', draft.rights),
    ...entriesOf('editor', draft.editor),
    ...entriesOf('masked', draft.masked ? true : undefined),
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

/** Splits a long line into parts that the field allows. */
function pieces(text: string): string[] {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return Array.from({ length: Math.ceil(characters.length / MAX_PRINTED_LENGTH) }, (_, index) =>
    characters.slice(index * MAX_PRINTED_LENGTH, (index + 1) * MAX_PRINTED_LENGTH).join(''),
  );
}

/** A warning as one line. Personal numbers are masked: they must not be copied into another field. */
function warningLine({ message, quote }: Draft['warnings'][number]): string {
  const line = quote ? `${message}：“${quote}”` : message;
  return withMaskedNumbers(line).replace(/[\s\p{Cc}]+/gu, ' ');
}
