import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { applyPlugins, parseBody } from '../../src/markdown/parse.ts';
import { remarkPlugins } from '../../src/markdown/pipeline.ts';

const findingOf = (body: string, format: 'md' | 'mdx' = 'md', firstLine?: number) => {
  const parsed = parseBody(body, format, firstLine);
  return 'finding' in parsed ? parsed.finding : undefined;
};

describe('nesting', () => {
  const nested = (line: number) => ({
    rule: 'nested',
    line,
    column: 1,
    problem: '行首的“>”“-”或空格太多，引用和清单套了 30 层以上',
    fix: '删去多余的，引用写一个“>”，清单最多套两三层',
  });

  it.each([
    ['quotations', `${'>'.repeat(31)}甲`, `${'>'.repeat(30)}甲`],
    // A space counts as half a level.
    ['quotations with spaces', `${'> '.repeat(21)}甲`, `${'> '.repeat(20)}甲`],
    ['lists', `${'- '.repeat(21)}甲`, `${'- '.repeat(20)}甲`],
    [
      'lists of other marks',
      `${'* '.repeat(11)}${'+ '.repeat(10)}甲`,
      `${'* '.repeat(10)}${'+ '.repeat(10)}甲`,
    ],
    ['lists with tabs', `${'-\t'.repeat(21)}甲`, `${'-\t'.repeat(20)}甲`],
    ['spaces', `${' '.repeat(61)}甲`, `${' '.repeat(60)}甲`],
    ['tabs', `${'\t'.repeat(61)}甲`, `${'\t'.repeat(60)}甲`],
  ])('%s', (_, refused, accepted) => {
    expect(findingOf(`首段\n\n${refused}`)).toEqual(nested(3));
    expect(findingOf(`首段\n\n${refused}`, 'mdx', 10)).toEqual(nested(12));
    expect(findingOf(accepted)).toBeUndefined();
  });

  it.each([
    `甲${'>'.repeat(40)}`,
    `甲 ${'- '.repeat(40)}`,
    `**${'甲'.repeat(80)}**`,
    '-'.repeat(80),
    '*'.repeat(80),
    '- '.repeat(40),
    ' - '.repeat(40),
    `\t${'*\t'.repeat(40)}`,
    '+ '.repeat(40),
  ])('does not refuse a line that is not nested or a thematic break: %j', (body) =>
    expect(findingOf(body)).toBeUndefined(),
  );

  it.each([`${'- '.repeat(40)}甲`, `${'- * '.repeat(20)}`, `甲\n${'>'.repeat(31)}`])('refuses %j', (body) =>
    expect(findingOf(body)?.rule).toBe('nested'),
  );
});

it('a text that is not MDX', () => {
  expect(findingOf('文\n\n占比<5%', 'mdx', 10)).toEqual({
    rule: 'mdx',
    line: 12,
    column: 4,
    problem: '这里的 < 或 { 不合 MDX 的写法',
    fix: '文字里的 < 写成 \\<，{ 写成 \\{；没有用图表的稿件把文件名改成 .md 即可',
  });
  expect(findingOf('文\n\n占比<5%', 'mdx')?.line).toBe(3);
  expect(findingOf('占比<5%')).toBeUndefined();
});

it.each([
  '他说**“好”**！长*宽*高，~~删~~去，1~3月',
  '官网www.example.cn，见https://example.cn/a，后文',
  '    空四格\n\n甲\n---\n乙\n\n_甲_',
  '>500亩\n\n> 引文\n正文',
  '第一段。\n　　\n第二段。\n　　第三段\n三件事\n●备地',
  '| 甲 | 乙 |\n| - | - |\n| 丙 | 丁 |\n\n甲[^1]\n\n[^1]: 注',
  '　　甲\nGDP\ntwo',
])('a processor made with the plugins parses the same dialect: %j', (body) => {
  const processor = unified().use(remarkParse).use(remarkPlugins);
  const tree = processor.parse(body);
  const parsed = parseBody(body, 'md');
  expect({ tree, body }).toEqual(parsed);
  expect(processor.runSync(tree)).toEqual('tree' in parsed && applyPlugins(parsed.tree, 'md'));
});
