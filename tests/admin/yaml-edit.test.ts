import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { wholeText, yamlEdits } from '../../src/admin/yaml-edit.ts';
import { numberAsTyped, type YamlMap, type YamlValue } from '../../src/admin/yaml-text.ts';
import { withEdits } from '../../src/core/text/edit.ts';
import { cases } from '../lib/long.ts';

const editYaml = (text: string, next: YamlMap | readonly YamlValue[]) =>
  withEdits(text, yamlEdits(text, next));

const ARTICLE = `title: "园区：开出“直通车”" # 编辑拟题
date: 2022-09-28
park: [甲园, 乙园]
byline:
  - { name: 甲某, role: 记者 }
summary:
cover:
  src: ./images/a.jpg
  alt: '厂房里'
facts:
  # 数据逐条核对过
  - { label: 完成投资, value: 4122.0, unit: 亿元, quote: 投资4122.0亿元 }
  - label: 开工率
    value: 99.70
    unit: '%'
status: ready
`;
const DATA = parse(ARTICLE) as Record<string, YamlValue>;

/** Lines that are in only one of the texts. */
function changedLines(before: string, after: string): string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !fresh.includes(line)).map((line) => `- ${line}`),
    ...fresh.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}
const edit = (changes: Record<string, YamlValue | undefined>) => {
  const next = Object.fromEntries(
    Object.entries({ ...DATA, ...changes }).filter(([, value]) => value !== undefined),
  ) as YamlMap;
  const after = editYaml(ARTICLE, next);
  return changedLines(ARTICLE, after);
};
const facts = DATA.facts as YamlMap[];

describe('only the edited lines change', () => {
  it.each<[string, Record<string, YamlValue | undefined>, string[]]>([
    ['nothing', {}, []],
    [
      'a quoted text keeps its quotes and its comment',
      { title: '改过的题' },
      ['- title: "园区：开出“直通车”" # 编辑拟题', '+ title: "改过的题" # 编辑拟题'],
    ],
    ['a date stays a bare date', { date: '2022-09-29' }, ['- date: 2022-09-28', '+ date: 2022-09-29']],
    [
      'a list on one line',
      { park: ['甲园', '丙园, 二期'] },
      ['- park: [甲园, 乙园]', '+ park: [甲园, "丙园, 二期"]'],
    ],
    ['a list becomes a string', { park: '甲园' }, ['- park: [甲园, 乙园]', '+ park: 甲园']],
    ['an empty field is filled', { summary: '一句话' }, ['- summary:', '+ summary: 一句话']],
    ['a field is removed', { summary: undefined }, ['- summary:']],
    [
      'an object is removed',
      { cover: undefined },
      ['- cover:', '-   src: ./images/a.jpg', "-   alt: '厂房里'"],
    ],
    [
      'a field inside an object',
      { cover: { src: './images/a.jpg', alt: '码头上', credit: '摄影：甲' } },
      ["-   alt: '厂房里'", "+   alt: '码头上'", '+   credit: 摄影：甲'],
    ],
    [
      'one item of a list',
      { facts: [{ ...facts[0], value: numberAsTyped('4122.5') } as YamlMap, facts[1] as YamlMap] },
      [
        '-   - { label: 完成投资, value: 4122.0, unit: 亿元, quote: 投资4122.0亿元 }',
        '+   - { label: 完成投资, value: 4122.5, unit: 亿元, quote: 投资4122.0亿元 }',
      ],
    ],
    [
      'an item is removed',
      { facts: [facts[1] as YamlMap] },
      ['-   - { label: 完成投资, value: 4122.0, unit: 亿元, quote: 投资4122.0亿元 }'],
    ],
    [
      'an item is added',
      { facts: [...facts, { label: '家数', value: 3, quote: '三家: #1' }] },
      ['+   - { label: 家数, value: 3, quote: "三家: #1" }'],
    ],
    [
      'new fields are inserted in the order of the form',
      { byline: DATA.byline, topics: ['营商环境'], lead: true },
      ['+ topics: [营商环境]', '+ lead: true'],
    ],
  ])('%s', (_, changes, lines) => {
    expect(edit(changes)).toEqual(lines);
  });
});

it('keeps the zeros of a number as they were typed', () => {
  expect(editYaml('value: 4122.0\n', { value: numberAsTyped('4122.0') })).toBe('value: 4122.0\n');
  expect(editYaml('value: 4122.0\n', { value: numberAsTyped('4122.00') })).toBe('value: 4122.00\n');
  expect(editYaml('value: 1\n', { value: numberAsTyped('约5') })).toBe('value: 约5\n');
});

it('edits a register entry by entry', () => {
  const text = '# 栏目\n- id: a\n  name: 甲\n  order: 1\n- id: b\n  name: 乙 # 旧名丙\n';
  const [first, second] = parse(text) as [YamlMap, YamlMap];
  expect(editYaml(text, [first, { ...second, name: '丁' }, { id: 'c', name: '戊', aliases: ['己'] }])).toBe(
    '# 栏目\n- id: a\n  name: 甲\n  order: 1\n- id: b\n  name: 丁 # 旧名丙\n- id: c\n  name: 戊\n  aliases: [己]\n',
  );
  expect(editYaml(text, [second])).toBe('# 栏目\n- id: b\n  name: 乙 # 旧名丙\n');
});

it('writes a new file as editors do', () => {
  expect(
    wholeText({
      title: '题目: 一',
      park: ['甲园', '乙园'],
      review: { first: '甲', second: '乙', final: '丙' },
      facts: [{ label: '投资', value: 3, quote: '投资3亿元' }],
    }),
  ).toBe(
    'title: "题目: 一"\npark: [甲园, 乙园]\nreview: { first: 甲, second: 乙, final: 丙 }\nfacts:\n  - { label: 投资, value: 3, quote: 投资3亿元 }\n',
  );
});

describe('any edit', { timeout: 30_000 }, () => {
  const word = fc.oneof(
    fc.constantFrom(
      '甲园',
      '2022-09',
      'true',
      '- x',
      'a: b',
      '#1',
      '“引号”',
      "it's",
      '"q"',
      '[x',
      '{y',
      '1.0',
      '~',
      '*',
      '&a',
      '%',
      '@x',
      '甲, 乙',
      ' ',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  );
  const scalar = fc.oneof(word, fc.integer(), fc.boolean());
  const flat = fc.dictionary(fc.constantFrom('name', 'role', 'org', 'value'), scalar, { minKeys: 1 });
  const value = fc.oneof(
    scalar,
    fc.array(word, { minLength: 1, maxLength: 4 }),
    flat,
    fc.array(flat, { minLength: 1, maxLength: 4 }),
  );
  const map = fc.dictionary(
    fc.constantFrom('title', 'date', 'park', 'byline', 'cover', 'facts', 'status'),
    value,
    { minKeys: 1 },
  );

  it('produces the intended values', () => {
    fc.assert(
      fc.property(map, map, (before, after) => {
        const text = wholeText(before as YamlMap);
        expect(parse(text)).toEqual(before);
        expect(editYaml(text, before as YamlMap)).toBe(text);
        expect(parse(editYaml(text, after as YamlMap))).toEqual(after);
      }),
      { numRuns: cases(300) },
    );
  });

  it('leaves the lines of other fields unchanged', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        const text = `a: 1   # 甲\nb:   [x,  y]\n${wholeText({ facts: before as YamlValue })}z:  "末"\n`;
        const edited = editYaml(text, { a: 1, b: ['x', 'y'], facts: after as YamlValue, z: '末' });
        expect(edited.startsWith('a: 1   # 甲\nb:   [x,  y]\n')).toBe(true);
        expect(edited.endsWith('\nz:  "末"\n')).toBe(true);
      }),
      { numRuns: cases(300) },
    );
  });
});
