import type { z } from 'zod';
import type { Finding } from './diagnostic.ts';
import { type ArticleFrontMatter, articleSchema, GENRES_WITHOUT_BYLINE } from './schema/article.ts';
import { type FieldInfo, fieldInfo } from './schema/field.ts';

export interface PublishingContext {
  issueEditor?: string;
  /** Whether site.yaml requires 三审三校. */
  reviewRequired: boolean;
}

type Key = keyof ArticleFrontMatter;

/** Fields that every published article needs; which others it needs depends on these. */
export const ALWAYS_REQUIRED = ['title', 'category', 'genre', 'rights'] as const satisfies Key[];

/** For the fields that only some articles need (see missingKeys): when they are needed. */
export const NEEDED_WHEN: Partial<Record<Key, string>> = {
  date: '不写就是本期的出刊日期',
  park: 'scope 不写、或是“园区”时必填',
  county: 'scope 是“县区”时必填；写了园区的可以不写',
  city: 'scope 是“市”、又没有写县区时必填',
  byline: '公告、发刊词、工作报告可以不写，别的必填',
  interviewee: '访谈必填',
  source: '转载的必填',
  reprint: '转载的必填',
  editor: 'issue.yaml 里没有写时必填',
  review: 'site.yaml 打开了三审三校时必填',
};

/** The fields that an article lacks for publication, each with a hint about alternatives. */
export function missingKeys(
  article: ArticleFrontMatter,
  context: PublishingContext,
): { key: Key; hint: string }[] {
  const required: [Key, boolean, string?][] = [
    ...ALWAYS_REQUIRED.map((key): [Key, boolean] => [key, true]),
    [
      'park',
      !article.masked && (article.scope ?? '园区') === '园区',
      '（不写园区的话，用 scope 注明范围：县区、市、省、全国）',
    ],
    ['county', !article.masked && article.scope === '县区'],
    ['city', !article.masked && article.scope === '市' && !article.county],
    ['byline', !GENRES_WITHOUT_BYLINE.includes(article.genre ?? '')],
    ['interviewee', article.genre === '访谈'],
    ['source', Boolean(article.reprint) || article.rights === 'reprint'],
    ['reprint', article.rights === 'reprint'],
    ['editor', !context.issueEditor, '（或在 issue.yaml 里写本期的责任编辑）'],
    ['review', context.reviewRequired],
  ];
  return required
    .filter(([key, needed]) => needed && article[key] === undefined)
    .map(([key, , hint = '']) => ({ key, hint }));
}

/** Label and example of a field of an article. */
export function articleField(key: Key): FieldInfo {
  const schema = articleSchema.shape[key] as z.ZodOptional<z.ZodType>;
  return fieldInfo.get(schema.unwrap()) ?? { label: key, example: '' };
}

/**
 * Findings about the fields that an article lacks.
 * @param wrong fields that are present but invalid and have been reported already
 * @returns findings at the first line, because a missing field has no line
 */
export function missingFields(
  article: ArticleFrontMatter,
  wrong: readonly string[],
  context: PublishingContext,
): Finding[] {
  return missingKeys(article, context)
    .filter(({ key }) => !wrong.includes(key))
    .map(({ key, hint }) => {
      const { label, example } = articleField(key);
      return {
        rule: 'missing-field',
        line: 1,
        column: 1,
        problem: `可发布的稿件缺少“${label}”(${key})`,
        fix: `在文件开头的两行 --- 之间加一行，例如 ${key}: ${example}${hint}`,
      };
    });
}
