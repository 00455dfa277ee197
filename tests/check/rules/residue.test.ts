import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/check/rules/residue.ts';
import { reported } from './reported.ts';

const FIX = '删去';

describe.each<[what: string, cases: [text: string, findings: string[]][]]>([
  [
    'marks of other programs',
    [
      ['[bookmark: _Toc12345]某县园区。', ['1:1 这里留着导入时带来的“[bookmark: _Toc12345]”']],
      ['某县_Toc123园区。', ['1:3 这里留着导入时带来的“_Toc123”']],
      ['某县a_Toc123园区。', []],
      ['##paidbegin##备地。', ['1:1 这里留着导入时带来的“##paidbegin##”']],
      ['[返回首页](/)', ['1:1 这里留着导入时带来的“[返回首页]”']],
      ['一期&nbsp;二期。', ['1:3 这里留着导入时带来的“&nbsp;”']],
      ['一期&amp;二期。', []],
      ['一期&#x20;二期。', []],
      ['一期&#160;二期。', ['1:3 这里留着导入时带来的“&#160;”']],
      ['某县<br>园区。', []],
      ['某县\\<br>园区。', ['1:3 这里留着导入时带来的“\\<br>”']],
      ['{HYPERLINK "a"}园区。', ['1:1 这里留着导入时带来的“{HYPERLINK "a"}”']],
      ['PAGEREF "a"园区。', ['1:1 这里留着导入时带来的“PAGEREF "a"”']],
      ['\\* MERGEFORMAT园区。', ['1:1 这里留着导入时带来的“\\* MERGEFORMAT”']],
      ['{{模板}}园区。', ['1:1 这里留着导入时带来的“{{模板}}”']],
      ['错误！未找到引用源。', ['1:1 这里留着导入时带来的“错误！未找到引用源。”']],
      ['##一二三##园区。', []],
      [
        '{HYPERLINK "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"}',
        ['1:1 这里留着导入时带来的“{HYPERLINK "一二三四五六七八九十一二三四五六七八九十一二三四五六七八”'],
      ],
    ],
  ],
  [
    'phrases of other pages, alone',
    [
      ['点击下载', []],
      ['点击下载。', []],
      ['请点击下载表格。', []],
      ['打印本页', ['1:1 这里留着“打印本页”']],
      ['【打印本页】', ['1:2 这里留着“打印本页”']],
      ['相关链接：', []],
      ['打印本页 ', ['1:1 这里留着“打印本页”']],
      ['请 打印本页 为好。', []],
      ['（请打印本页）', ['1:3 这里留着“打印本页”']],
      ['打印本页的内容', ['1:1 这里留着“打印本页”']],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%j', (text, findings) =>
    expect(reported(rule, text)).toEqual(findings.map((finding) => `${finding} → ${FIX}`)),
  );
});
