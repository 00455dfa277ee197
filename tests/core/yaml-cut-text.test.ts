import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseYaml } from '../../src/core/yaml-source.ts';

const told = (text: string) =>
  parseYaml(text).findings.map(({ line, problem, fix }) => `${line} ${problem} | ${fix}`);

it.each([
  [
    'title: 甲厂 #2 机组并网',
    ['1 “#”前面有空格，“#2 机组并网”会被当作注释，印不出来 | title: "甲厂 #2 机组并网"；是注释的，另写一行'],
  ],
  [
    'title: 甲园 # 二期开工',
    ['1 “#”前面有空格，“# 二期开工”会被当作注释，印不出来 | title: "甲园 # 二期开工"；是注释的，另写一行'],
  ],
  [
    'title: #2机组并网',
    ['1 “#”前面有空格，“#2机组并网”会被当作注释，印不出来 | title: "#2机组并网"；是注释的，另写一行'],
  ],
  [
    'aliases:\n  - 甲厂 #2 机组',
    ['2 “#”前面有空格，“#2 机组”会被当作注释，印不出来 |   - "甲厂 #2 机组"；是注释的，另写一行'],
  ],
  ['title: 甲园\n  今年开工', ['1 内容写成了几行，中间会多出空格 | title: "甲园今年开工"']],
  ['title: >-\n  甲园\n  今年开工', ['1 内容写成了几行，中间会多出空格 | title: "甲园今年开工"']],
  ['title: "甲园 "', ['1 内容的开头或末尾有空格 | title: "甲园"']],
  ['title: 甲园　', ['1 内容的开头或末尾有空格 | title: "甲园"']],
  ['title: >500亩的三家', ['1 “title”的内容以“>”开头 | title: ">500亩的三家"']],
  ['title: |甲园|', ['1 “title”的内容以“|”开头 | title: "|甲园|"']],
  ['title: [图解]甲园开工', ['1 “title”的内容以“[”开头 | title: "[图解]甲园开工"']],
  ['title: {甲}园', ['1 “title”的内容以“{”开头 | title: "{甲}园"']],
  ['title: - 甲园', ['1 “title”的内容以“-”开头 | title: "- 甲园"']],
  ['title: "甲园"开工', ['1 “title”的内容以英文引号开头，引号后面还有字 | title: \'"甲园"开工\'']],
  ['title: 甲园: 开工', ['1 “title”的内容里有“: ”，读起来像又一个字段 | title: "甲园: 开工"']],
  ['status: ready # 可以发\ndate: 2022-09-30 # 周五\nlead: true # 头条', []],
  ['# 给编辑的话\ntitle: 甲园#2机组，C#语言', []],
  [
    'provinces: # 整省\n  - 甲省 # 全部',
    ['2 “#”前面有空格，“# 全部”会被当作注释，印不出来 |   - "甲省 # 全部"；是注释的，另写一行'],
  ],
])('%j', (text, expected) => expect(told(text)).toEqual(expected));

it('keeps a text as it was typed, or prints a line that does', () => {
  const piece = fc.constantFrom(
    '甲园',
    '开工',
    ' ',
    '#',
    '2',
    ':',
    '：',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '>',
    '|',
    '*',
    '&',
    '!',
    '%',
    '@',
    '`',
    '-',
    '?',
    ',',
    '，',
    '1e3',
    '007',
    '　',
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      const typed = pieces.join('');
      fc.pre(typed.trim() !== '');
      const { data, findings } = parseYaml(`title: ${typed}`);
      if (findings.length === 0) {
        const { title } = data as { title: unknown };
        // Numbers, lists and nothing are refused by the schema.
        if (typeof title === 'string' && title !== '') expect(title).toBe(unquotedText(typed));
        return;
      }
      const [line = ''] = findings[0]?.fix.match(/^title: .*?(?=；是注释的|$)/u) ?? [];
      if (line === '') return;
      const mended = parseYaml(line);
      expect(mended.findings).toEqual([]);
      const { title } = mended.data as { title: string };
      expect(title.replaceAll(/\s/gu, '')).toBe(unquotedText(typed).replaceAll(/\s/gu, ''));
    }),
    { numRuns: 2000 },
  );
});

/** A text that was typed in quotes is what stands between them. */
function unquotedText(typed: string): string {
  const text = typed.trim();
  if (/^"[^"\\]*"$/u.test(text)) return text.slice(1, -1);
  return /^'(?:[^']|'')*'$/u.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text;
}
