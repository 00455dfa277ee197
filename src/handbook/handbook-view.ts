import { z } from 'zod';
import { ALWAYS_REQUIRED } from '#core/missing-fields.ts';
import { articleSchema } from '#core/schema/article.ts';
import { fieldInfo } from '#core/schema/field.ts';
import { checkText } from '../check/check-text.ts';
import { CONTENT_RULES } from '../check/content-rules/all.ts';
import type { ContentExample } from '../check/content-rules/content-rule.ts';
import { WHOLE_RULES } from '../check/content-rules/files.ts';
import type { Example, TextRule } from '../check/rule.ts';
import { RULES } from '../check/rules.ts';

/** A field of an article's front matter, as the handbook shows it. */
export interface FieldEntry {
  key: string;
  label: string;
  /** Whether every article that is published has it. */
  required: boolean;
  description?: string;
  /** What may be chosen, where it is a choice. */
  options: string[];
  /** The line as it is typed. */
  example: string;
}

/** A rule of the check, as the handbook shows it. */
export interface RuleEntry {
  id: string;
  title: string;
  severity: 'error' | 'warning';
  why: string;
  examples: { where?: string; bad: string; good: string; told?: string }[];
  /** What looks alike and is right. */
  fine: string[];
  /** Whether `--fix` mends it. */
  fixed: boolean;
}

/** All fields of an article, in the order of the schema. */
export function fieldEntries(): FieldEntry[] {
  return Object.entries(articleSchema.shape).flatMap(([key, optional]) => {
    const schema = optional.unwrap() as z.ZodType;
    const info = fieldInfo.get(schema);
    if (!info || key === 'import') return [];
    return {
      key,
      label: info.label,
      required: ALWAYS_REQUIRED.some((each) => each === key),
      ...(info.description && { description: info.description }),
      options: schema instanceof z.ZodEnum ? schema.options.map(String) : [],
      example: `${key}: ${info.example}`,
    };
  });
}

/** All rules, by what they are about. */
export function ruleGroups(): { about: string; rules: RuleEntry[] }[] {
  const whole = WHOLE_RULES.map((rule) => ({ ...rule, examples: [], fine: [], fixed: false }));
  return [
    { about: '稿件文字', rules: RULES.map(textRuleEntry) },
    ...CONTENT_RULES.map(({ about, rules }) => ({
      about,
      rules: rules.map((rule) => ({ ...rule, examples: rule.examples.map(shown), fine: [], fixed: false })),
    })),
    { about: '整个文件', rules: whole },
  ];
}

function textRuleEntry({ id, title, severity, why, examples, fine = [], fix }: TextRule): RuleEntry {
  return {
    id,
    title,
    severity,
    why,
    examples: examples.map(({ bad, good, field, ...place }) => ({
      ...(field && { where: WHERE['front matter'] }),
      bad: field ? `${field}: ${bad}` : bad,
      good: field ? `${field}: ${good}` : good,
      told: messageOf(id, { bad, good, field, ...place }),
    })),
    fine: [...fine],
    fixed: fix !== undefined,
  };
}

/** What an editor is told of an example. */
function messageOf(id: string, { bad, field }: Example): string {
  const printed = field ? [{ key: field, text: bad, line: 1, column: 1 }] : [];
  const found = checkText({ body: field ? '' : bad, format: 'md', bodyLine: 1, fields: printed });
  const { problem, fix } = found.find(({ rule }) => rule === id) ?? { problem: '', fix: '' };
  return `${problem}。改法：${fix}`;
}

const WHERE: Record<string, string> = {
  'front matter': '稿件信息',
  file: '整个文件',
  'file name': '文件名',
};

function shown({ in: where, bad, good, format }: ContentExample) {
  const place = where === 'body' ? (format === 'mdx' ? '.mdx 稿件' : undefined) : (WHERE[where] ?? where);
  return { ...(place && { where: place }), bad: bad === '' ? '（空着）' : bad, good };
}
