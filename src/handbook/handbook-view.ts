import { z } from 'zod';
import { ALWAYS_REQUIRED, NEEDED_WHEN } from '#core/missing-fields.ts';
import type { RuleId } from '#core/rule-id.ts';
import { articleSchema } from '#core/schema/article.ts';
import { fieldInfo } from '#core/schema/field.ts';
import { issueSchema } from '#core/schema/issue.ts';
import { categorySchema, parkSchema, sourceSchema, termSchema } from '#core/schema/register-entries.ts';
import { pageSchema, siteSchema } from '#core/schema/site.ts';
import { themeSchema } from '#core/schema/theme.ts';
import { THEME_PROPERTIES } from '#core/theme.ts';
import { wordListsSchema } from '#core/schema/word-lists.ts';
import { escapeControls } from '#core/text/control-character.ts';
import {
  CONTENT_RULES,
  type ContentExample,
  RULES_WITHOUT_EXAMPLES,
  TEXT_RULES,
  type TextRule,
} from '../check/index.ts';

/** A field that editors write, for the handbook. */
export interface FieldEntry {
  /** Its anchor on the page. */
  anchor: string;
  key: string;
  label: string;
  /** Whether it is required; in articles, whether it is required for publication. */
  required: boolean;
  description?: string;
  /** The condition under which it is required. */
  when?: string;
  /** The allowed values, if they are fixed. */
  options: string[];
  /** An example line. */
  example: string;
}

/** A rule of the check, for the handbook. */
export interface RuleEntry {
  id: RuleId;
  title: string;
  severity: 'error' | 'warning';
  why: string;
  /** `messages` are those that the check prints for `bad`. */
  examples: { where?: string; bad: string; good: string; messages: string[] }[];
  /** Texts that look similar and are right. */
  fine: string[];
  /** Whether `--fix` corrects it. */
  autofix: boolean;
}

const LIST = '一项一项写：每一项的第一行以“- ”开头，下面各行缩进两个空格。';

/** The fields of one kind of file. */
export interface FieldGroup {
  /** Its anchor on the page. */
  anchor: string;
  about: string;
  /** Where editors write its fields. */
  how: string;
  fields: FieldEntry[];
}

/** All fields of the files that editors write, in the order of their schemas. */
export function fieldGroups(): FieldGroup[] {
  return [
    {
      anchor: 'an-article',
      about: '稿件',
      how: '写在稿件开头两行 --- 之间。',
      fields: entriesOf(articleSchema, '').map((entry) => ({ ...entry, ...requirementInArticle(entry.key) })),
    },
    {
      anchor: 'an-issue',
      about: '一期',
      how: '写在这一期的 issue.yaml 里。',
      fields: entriesOf(issueSchema, 'issue-'),
    },
    {
      anchor: 'a-park',
      about: '园区',
      how: '一个园区一个文件：parks/编号.yaml。',
      fields: entriesOf(parkSchema, 'park-'),
    },
    {
      anchor: 'a-category',
      about: '栏目',
      how: `写在 categories.yaml 里。${LIST}`,
      fields: entriesOf(categorySchema, 'category-'),
    },
    {
      anchor: 'a-term',
      about: '专栏、主题、产业',
      how: `写在 series.yaml、topics.yaml、industries.yaml 里。${LIST}`,
      fields: entriesOf(termSchema, 'term-'),
    },
    {
      anchor: 'a-source',
      about: '来源',
      how: `写在 sources.yaml 里。${LIST}`,
      fields: entriesOf(sourceSchema, 'source-'),
    },
    {
      anchor: 'a-page',
      about: '固定页面',
      how: '一页一个文件：pages/编号.md，写在开头两行 --- 之间。',
      fields: entriesOf(pageSchema, 'page-'),
    },
    { anchor: 'the-site', about: '刊物', how: '写在 site.yaml 里。', fields: entriesOf(siteSchema, 'site-') },
    {
      anchor: 'the-theme',
      about: '外观',
      how: '写在 site.yaml 的 theme 里，一项一行，前面空两格。',
      fields: entriesOf(themeSchema, 'theme-'),
    },
    {
      anchor: 'the-style',
      about: '更多外观：theme/style.css',
      how: '颜色、字体、宽度还要改的，在内容文件夹旁边新建 theme/style.css，里面只有一段 :root { … }，一项一行，以分号结尾。',
      fields: Object.entries(THEME_PROPERTIES).map(([key, { about, standard }]) => ({
        anchor: `style${key.slice(1)}`,
        key,
        label: about,
        required: false,
        options: [],
        example: `${key}: ${standard};`,
      })),
    },
    {
      anchor: 'the-words',
      about: '核对用的词',
      how: '写在 check.yaml 里，没有这个文件就新建一个。',
      fields: entriesOf(wordListsSchema, 'check-'),
    },
  ];
}

function requirementInArticle(key: string): Pick<FieldEntry, 'required' | 'when'> {
  const when = (NEEDED_WHEN as Partial<Record<string, string>>)[key];
  return { required: ALWAYS_REQUIRED.some((each) => each === key), ...(when && { when }) };
}

function entriesOf(object: z.ZodObject, prefix: string): FieldEntry[] {
  return Object.entries(object.shape).flatMap(([key, child]) => {
    const optional = child instanceof z.ZodOptional;
    const schema = (optional ? child.unwrap() : child) as z.ZodType;
    const info = fieldInfo.get(schema);
    if (!info || key === 'import') return [];
    const { label, description, meanings, example } = info;
    const words = schema instanceof z.ZodEnum ? schema.options.map(String) : [];
    return {
      anchor: `${prefix}${key}`,
      key,
      label,
      required: !optional,
      ...(description && !meanings && { description }),
      options: words.map((word) => (meanings?.[word] ? `${word} ${meanings[word]}` : word)),
      example: `${key}: ${example}`,
    };
  });
}

/** All rules, by topic. */
export function ruleGroups(): { about: string; rules: RuleEntry[] }[] {
  const withoutExamples = RULES_WITHOUT_EXAMPLES.map((rule) => ({
    ...rule,
    examples: [],
    fine: [],
    autofix: false,
  }));
  return [
    { about: '稿件文字', rules: TEXT_RULES.map(textRuleEntry) },
    ...CONTENT_RULES.map(({ about, rules }) => ({
      about,
      rules: rules.map((rule) => ({
        ...rule,
        examples: rule.examples.map(contentExample),
        fine: [],
        autofix: false,
      })),
    })),
    { about: '整个文件', rules: withoutExamples },
  ];
}

function textRuleEntry({ id, title, severity, why, examples, fine = [], fix }: TextRule): RuleEntry {
  return {
    id,
    title,
    severity,
    why,
    examples: examples.map(({ bad, good, field, ...message }) => ({
      ...(field && { where: WHERE['front matter'] }),
      bad: field ? `${field}: ${bad}` : bad,
      good: field ? `${field}: ${good}` : good,
      messages: [messageOf(message)],
    })),
    fine: [...fine],
    autofix: fix !== undefined,
  };
}

/** A message as editors read it. */
function messageOf({ problem, fix }: { problem: string; fix: string }): string {
  return `${problem.replace(/。$/u, '')}。改法：${fix}`;
}

const WHERE: Record<string, string> = {
  'front matter': '稿件信息',
  file: '整个文件',
  'file name': '文件名',
};

function contentExample({ in: where, bad, good, format, problem, fix, also = [] }: ContentExample) {
  const place = where === 'body' ? (format === 'mdx' ? '.mdx 稿件' : undefined) : (WHERE[where] ?? where);
  const written = escapeControls(bad, true);
  const messages = [{ problem, fix }, ...also].map(messageOf);
  return { ...(place && { where: place }), bad: written === '' ? '（空着）' : written, good, messages };
}
