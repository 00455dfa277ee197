import { Document, isMap, isScalar } from 'yaml';

/** A field that an editor has to fill in, with a hint. */
export interface FieldToFill {
  field: string;
  label: string;
  hint: string;
}

/**
 * Writes front matter with its two lines `---`. Texts are quoted if a YAML 1.1 parser would read them as a
 * date, a number or a boolean.
 * @param entries keys and values in output order
 * @param blanks fields that are written without a value and with their hint as a comment
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
