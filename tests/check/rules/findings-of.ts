import { checkText, type PrintedField } from '../../../src/check/check-text.ts';
import type { TextRule } from '../../../src/check/text-rule.ts';
import { type WordLists, withDefaults } from '../../../src/check/words/word-lists-fs.ts';

interface Around {
  /** Printed values of the front matter, by key. */
  fields?: Record<string, string>;
  /** Word lists of the bulletin. */
  words?: Partial<WordLists>;
}

/** The findings of one rule in a body that begins on line 1: `line:column problem → fix`. */
export function findingsOf(rule: TextRule, body: string, { fields = {}, words = {} }: Around = {}): string[] {
  const printed = Object.entries(fields).map(([key, text]): PrintedField => ({
    key,
    text,
    line: 1,
    column: 1,
  }));
  const input = { body, format: 'md', bodyLine: 1, fields: printed, words: withDefaults(words) } as const;
  return checkText(input, [rule]).map(
    ({ line, column, problem, fix }) => `${line}:${column} ${problem} → ${fix}`,
  );
}
