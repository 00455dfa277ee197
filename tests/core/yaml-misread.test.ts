import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { articleSchema } from '../../src/core/schema/article.ts';
import { validate } from '../../src/core/schema/validate.ts';
import { parseYaml } from '../../src/core/yaml-source.ts';
import { cases } from '../lib/long.ts';

function read(yaml: string) {
  const source = parseYaml(yaml);
  if (source.findings.length > 0) return { findings: source.findings };
  return validate(articleSchema, source);
}
const messagesOf = (yaml: string) =>
  read(yaml).findings.map(({ rule, line, problem, fix }) => `${line} ${rule} ${problem} → ${fix}`);

const SIGN = '内容里有 YAML 另作他用的符号，要加引号';

describe('a text that YAML would cut or change is an error with the corrected line', () => {
  it.each([
    [
      'title: 电厂 #2 机组',
      '1 typed-text “标题”(title)里的“ #”后面读不到（“#2 机组”会丢） → title: "电厂 #2 机组"',
    ],
    ['title: #2 机组', '1 typed-text “标题”(title)以“#”开头，读出来是空的 → title: "#2 机组"'],
    ['title: >500亩', `1 yaml ${SIGN} → title: ">500亩"`],
    ['title: >', '1 typed-text “标题”(title)“>”读出来是空的 → title: ">"'],
    ['title: |甲|', `1 yaml ${SIGN} → title: "|甲|"`],
    ['title: [图解]开工', `1 yaml ${SIGN} → title: "[图解]开工"`],
    ['title: [图解]', '1 typed-text “标题”(title)以“[”开头，要加引号才读得对 → title: "[图解]"'],
    ['title: - 甲', `1 yaml ${SIGN} → title: "- 甲"`],
    ['title: "双碳', `1 yaml ${SIGN} → title: '"双碳'`],
    ['title: "C:\\new"', "1 typed-text “标题”(title)里的反斜线“\\”会变成别的字 → title: 'C:\\new'"],
    ['title: 007', '1 typed-text “标题”(title)要写成文字，“007”会读成数字或是否 → title: "007"'],
    ['title: 12.50', '1 typed-text “标题”(title)要写成文字，“12.50”会读成数字或是否 → title: "12.50"'],
    ['title: null', '1 typed-text “标题”(title)“null”读出来是空的 → title: "null"'],
    ['title: 甲园\n  开工', '1 typed-text “标题”(title)写成了几行，读出来会多出空格 → title: 甲园开工'],
    [
      'summary: >\n  甲园\n  开工',
      '1 typed-text “提要”(summary)写成了几行，读出来会换行或多出空格 → summary: 甲园开工',
    ],
    ['title: "甲 "', '1 typed-text “标题”(title)开头或末尾有空格 → title: 甲'],
    ['title: 甲　', '1 typed-text “标题”(title)开头或末尾有空格 → title: 甲'],
    ['title: "甲" #2', '1 typed-text “标题”(title)引号后面还有字，会丢 → title: \'"甲" #2\''],
    ['topics: [甲 #2, 乙]', `1 yaml ${SIGN} → topics: ["甲 #2", 乙]`],
    ['topics:\n  - 甲: 乙', '2 typed-text “主题”(topics)里有“: ”或“- ”，要加引号才读得对 → - "甲: 乙"'],
    ['topics:\n  - 甲: [乙]', '2 typed-text “主题”(topics)里有“: ”或“- ”，要加引号才读得对 → - "甲: [乙]"'],
    ['topics:\n  - 甲 #2', '2 typed-text “主题”(topics)里的“ #”后面读不到（“#2”会丢） → - "甲 #2"'],
    [
      'cover: { src: ./a.jpg, alt: 甲 #2, credit: 摄影：乙 }',
      `1 yaml ${SIGN} → cover: { src: ./a.jpg, alt: "甲 #2", credit: 摄影：乙 }`,
    ],
  ])('%j', (yaml, message) => {
    expect(messagesOf(yaml)).toEqual([message]);
    const [{ line = 1, fix = '' } = {}] = read(yaml).findings;
    const lines = yaml.split('\n');
    const indent = /^ */u.exec(lines[line - 1] ?? '')?.[0] ?? '';
    const corrected = fix.startsWith('- ') ? lines.with(line - 1, indent + fix).join('\n') : fix;
    expect(messagesOf(corrected)).toEqual([]);
  });
});

it.each([
  'title: 甲园#2机组',
  'title: 【图解】甲园：开工',
  'title: "甲 #2" # 说明',
  '# 说明\ntitle: 甲园',
  'status: ready # 可发',
  'page: 1 # 头版',
  'date: 2022-09-30 # 出刊',
  'summary: >-\n  甲园开工',
  'facts: [{ label: 投资, value: 4122.0, quote: 甲 }]',
  'kicker:',
  'kicker: # 引题',
])('%j is parsed as typed', (yaml) => expect(messagesOf(yaml)).toEqual([]));

const SIGNS = fc.constantFrom(
  ...'#:-?|>*&!%@`[]{},"\'\\~=<。，、：“”（） 甲乙园0127exny./+_$',
  ' #',
  ': ',
  '- ',
);
const TYPED = fc
  .array(SIGNS, { minLength: 1, maxLength: 10 })
  .map((parts) => parts.join('').trim())
  // Quotes around a whole text are intended, and an empty field may have a comment.
  .filter((text) => !/^#(?:\s|$)/u.test(text))
  .filter(
    (text) => text !== '' && !/^(?:"(?:[^"\\]|\\["\\])*"|'(?:''|[^'])*')(?:\s+#(?:\s.*)?)?$/u.test(text),
  );
const SCHEMA = z.strictObject({
  title: articleSchema.shape.title,
  kicker: articleSchema.shape.kicker,
  topics: articleSchema.shape.topics,
  cover: articleSchema.shape.cover,
});

describe('every text is parsed as typed, or is an error whose fix is parsed as typed', () => {
  const value = (yaml: string) => {
    const source = parseYaml(yaml);
    const result = source.findings.length > 0 ? { findings: source.findings } : validate(SCHEMA, source);
    return { ...result, data: source.data as Record<string, unknown> | undefined };
  };
  it.each([
    ['a field', 'title: ', '', (data: Record<string, unknown>) => data.title],
    [
      'an item of a list',
      '  - ',
      'topics:\n',
      (data: Record<string, unknown>) => (data.topics as unknown[])[0],
    ],
  ])('%s', (_, head, before, pick) => {
    // After `- ` a word of Latin letters with a colon is a field.
    const texts = before === '' ? TYPED : TYPED.filter((text) => !/^(?:- +)?[A-Za-z]+(?::|\s)/u.test(text));
    fc.assert(
      fc.property(texts, (typed) => {
        const first = before.split('\n').length;
        const yaml = (text: string) => `${before}${text}\nkicker: 甲\n`;
        const { data, findings } = value(yaml(head + typed));
        if (findings.length === 0) return pick(data ?? {}) === typed;
        const found = findings.find(({ line }) => line === first);
        const indent = /^ */u.exec(head)?.[0] ?? '';
        const corrected = value(yaml(indent + (found?.fix ?? '')));
        return corrected.findings.length === 0 && pick(corrected.data ?? {}) === typed;
      }),
      { numRuns: cases(2000) },
    );
  });
});
