import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkText, type TextInput } from '../../src/check/check-text.ts';
import { fixText } from '../../src/check/fix-text.ts';
import { TEXT_RULES } from '../../src/check/text-rules.ts';

/** A text as the body, or as the only value of the front matter, at the beginning of a file. */
function inputOf(text: string, field?: string): TextInput {
  const fields = field === undefined ? [] : [{ key: field, text, line: 1, column: 1 }];
  return { body: field === undefined ? text : '', format: 'md', bodyLine: 1, fields };
}

const findingsIn = (text: string, field?: string) =>
  checkText(inputOf(text, field)).map(({ rule, line, column, problem, fix }) => ({
    rule,
    line,
    column,
    problem,
    fix,
  }));

it('have one file each, of the same name', () => {
  const entries = readdirSync(new URL('../../src/check/rules', import.meta.url));
  const files = entries.filter((name) => name.endsWith('.ts'));
  expect(TEXT_RULES.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
});

describe.each(TEXT_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has a name, a reason and three examples', () => {
    expect(rule.title).toMatch(/^\p{sc=Han}{2,10}$/u);
    expect(rule.why).toMatch(/。$/u);
    expect(rule.examples.length).toBeGreaterThanOrEqual(3);
  });

  it.each(rule.examples)(
    'reports $bad with its message only',
    ({ bad, line, column, problem, fix, field }) => {
      expect(findingsIn(bad, field)).toEqual([{ rule: id, line, column, problem, fix }]);
    },
  );

  it.each(rule.examples)('accepts $good', ({ good, field }) => {
    expect(findingsIn(good, field)).toEqual([]);
  });

  it.each(rule.examples.filter(({ field }) => field === undefined))(
    'corrects $bad with --fix if the example says so',
    ({ bad, good, autofix }) => {
      expect(fixText(bad, 'md')).toBe(autofix ? good : bad);
    },
  );

  it.each(rule.fine ?? [])('accepts %j', (text) => expect(findingsIn(text)).toEqual([]));
});
