import { describe, expect, it } from 'vitest';
import { checkText, type TextInput } from '../../src/check/check-text.ts';
import type { TextRule } from '../../src/check/text-rule.ts';
import { TEXT_RULES } from '../../src/check/text-rules.ts';

/*
 * What each example of a rule hangs on: the parts in ⟦⟧ are those without which the rule finds more or less than in the
 * whole text. A change of a rule shows here which texts it decides differently.
 */

function countFindings(rule: TextRule, text: string, field?: string): number {
  const fields = field === undefined ? [] : [{ key: field, text, line: 1, column: 1 }];
  const input: TextInput = { body: field === undefined ? text : '', format: 'md', bodyLine: 1, fields };
  return checkText(input, [rule]).length;
}

/** Numbers, words of Latin letters, and single characters otherwise. */
const PART = /[0-9]+|[A-Za-z]+|[\s\S]/gu;

function withDecisiveParts(rule: TextRule, text: string, field?: string): string {
  const whole = countFindings(rule, text, field);
  const marked = [...text.matchAll(PART)].map(({ 0: part, index }) => {
    const without = text.slice(0, index) + text.slice(index + part.length);
    return countFindings(rule, without, field) === whole ? part : `⟦${part}⟧`;
  });
  return `${whole} ${marked.join('').replaceAll('⟧⟦', '').replaceAll('\n', '⏎')}`;
}

describe.each(TEXT_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('what its examples hang on', async () => {
    const lines = [
      ...rule.examples.flatMap(({ bad, good, field }) =>
        [bad, good].map((text) => withDecisiveParts(rule, text, field)),
      ),
      ...(rule.fine ?? []).map((text) => withDecisiveParts(rule, text)),
    ];
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`decisive-parts/${id}.txt`);
  });
});
