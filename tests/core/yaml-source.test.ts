import { expect, it } from 'vitest';
import { parseYaml } from '../../src/core/yaml-source.ts';

const findingsOf = (text: string) =>
  parseYaml(text).findings.map(({ line, rule, problem }) => `${line} ${rule} ${problem}`);
const ALIAS = '这里用了 & 或 *（YAML 的别名）';
const TYPE = '这里用了 !（YAML 的类型）';

const REJECTED: [string, string[]][] = [
  ['a: 1\nb:\n  - &x 甲\n', [`3 yaml ${ALIAS}`]],
  ['a: [&x 甲, *x]\n', [`1 yaml ${ALIAS}`]],
  ['a: 1\nb: &b {c: *b}\n', ['2 yaml “b”的内容以“&”开头']],
  ['a: &a [*a]\n', ['1 yaml “a”的内容以“&”开头']],
  ['- &a [*a]\n', [`1 yaml ${ALIAS}`]],
  ['- {a: *b}\n', [`1 yaml ${ALIAS}`]],
  ['&k a: 1\n', ['1 yaml 字段名前面有 & 或 !']],
  ['a:\n  - !!binary aGk=\n', [`2 yaml ${TYPE}`]],
  ['- !!set {x}\n', [`1 yaml ${TYPE}`]],
  ['a:\n  - !!js/function x\n', [`2 yaml ${TYPE}`]],
  ['!!map\na: 1\n', [`2 yaml ${TYPE}`]],
  ['a: 1\n---\nb: 2\n', ['2 yaml 这里又开始了一份“---”']],
  ['%YAML 1.1\n---\na: 2022-01-01\n', ['1 yaml 不能写 % 开头的指令']],
  ['%TAG ! tag:x,2022:\n---\na: 1\n', ['1 yaml 不能写 % 开头的指令']],
  [`a: 1\nb: ${'['.repeat(20_000)}\n`, ['2 yaml 括号或缩进套得太深']],
  [`a: ${'['.repeat(50)}${']'.repeat(50)}\n`, ['1 yaml 括号或缩进套得太深']],
  [`${'- '.repeat(50_000)}x\n`, ['1 yaml 括号或缩进套得太深']],
  [
    Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    ['102 yaml 括号或缩进套得太深'],
  ],
  ['__proto__: 1\n', ['1 yaml 不认识的字段“__proto__”']],
  ['a:\n  "\\x5f_proto__": 1\n', ['2 yaml 不认识的字段“__proto__”']],
  [': 甲\n', ['1 yaml 字段没有名称，或名称不是一个词']],
  ['? [a]\n: b\n', ['1 yaml 字段没有名称，或名称不是一个词']],
  ['null: 甲\n', ['1 yaml 字段没有名称，或名称不是一个词']],
  ['a: 1e999\n', ['1 yaml 这个数字太大，读出来会走样']],
  ['a: .nan\n', ['1 yaml 这个数字太大，读出来会走样']],
  ['a: 12345678901234567890\n', ['1 yaml 这个数字太大，读出来会走样']],
  ['a: 甲\nb: "\\u2028x"\n', ['2 control-character 这里有看不见的控制字符 U+2028']],
  ['a: "\\ud800"\n', ['1 control-character 这里有看不见的控制字符 U+D800']],
  ['a: "甲\\ablue"\n', ['1 control-character 这里有看不见的控制字符 U+0007']],
  ['"a\\u202E": 1\n', ['1 control-character 这里有看不见的控制字符 U+202E']],
  ['a: 甲\nb: |\n  甲\n  乙\u0007丙\n', ['4 control-character 这里有看不见的控制字符 U+0007']],
  ['# \u001b[2J\na: 甲\n', ['1 control-character 这里有看不见的控制字符 U+001B']],
  ['a: "\\uFFFE"\n', ['1 control-character 这里有看不见的控制字符 U+FFFE']],
];
it.each(REJECTED.map(([text, findings]) => [text.slice(0, 40), text, findings] as const))(
  '%j is rejected',
  (_, text, findings) => {
    const source = parseYaml(text);
    expect(findingsOf(text)).toEqual(findings);
    expect(source.data).toBeUndefined();
    expect(source.findings.every(({ fix }) => fix !== '')).toBe(true);
  },
);

it.each([
  ['a: "甲\\t乙"\n', { a: '甲\t乙' }],
  ['import: { from: "a\\u0007.docx" }\ntitle: 甲\n', { import: { from: 'a\u0007.docx' }, title: '甲' }],
  ['a: 9007199254740991\n', { a: 9007199254740991 }],
  ['a: 2022-09-30\n', { a: '2022-09-30' }],
  ['constructor: 1\n<<: { b: 1 }\n', { constructor: 1, '<<': { b: 1 } }],
  ['---\na: 甲\n', { a: '甲' }],
])('%j is accepted', (text, data) => {
  expect(findingsOf(text)).toEqual([]);
  expect(parseYaml(text).data).toEqual(data);
});
