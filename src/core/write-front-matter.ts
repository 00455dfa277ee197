import { Document, isMap, isScalar } from 'yaml';

/** What an editor has to fill in, and what helps to do so. */
export interface FieldToFill {
  field: string;
  label: string;
  hint: string;
}

/**
 * Front matter with its two lines `---`. Texts are quoted where another reader of YAML (1.1) would take
 * them for a date, a number or a truth value.
 * @param entries keys and values in the order in which they are written
 * @param blanks fields that are written without a value, their hint as a comment behind them
 */
export function frontMatterText(entries: [string, unknown][], blanks: FieldToFill[]): string {
  const document = new Document(Object.fromEntries(entries), { version: '1.1' });
  const hints = new Map(blanks.map(({ field, label, hint }) => [field, ` 请填${label}：${hint}`]));
  if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) {
      const hint = isScalar(key) ? hints.get(String(key.value)) : undefined;
      if (hint !== undefined && isScalar(value) && value.value === null) value.comment = hint;
    }
  }
  return `---\n${document.toString({ lineWidth: 0, nullStr: '' })}---\n`;
}
