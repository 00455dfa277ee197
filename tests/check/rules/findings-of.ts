import { checkText } from '../../../src/check/check-text.ts';
import type { TextRule } from '../../../src/check/text-rule.ts';
import { withDefaults } from '../../../src/check/words/word-lists-fs.ts';

/** The findings of one rule in an article's body: `line:column problem → fix`. */
export function findingsOf(rule: TextRule, body: string, doubles: string[] = []): string[] {
  const words = withDefaults({ doubles });
  return checkText({ body, format: 'md', bodyLine: 1, words }, [rule]).map(
    ({ line, column, problem, fix }) => `${line}:${column} ${problem} → ${fix}`,
  );
}
