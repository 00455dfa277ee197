import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/check/rules/year-zero.ts';
import { findingsOf } from './findings-of.ts';

describe.each<[what: string, cases: [text: string, findings: string[]][]]>([
  [
    'years in Chinese numerals',
    [
      ['二○二二年开工。', ['1:1 “二○二二”里的零不是“〇” → 改成“二〇二二”，或运行 npm run check -- --fix']],
      [
        '二○二二和二〇二三年开工。',
        ['1:1 “二○二二”里的零不是“〇” → 改成“二〇二二”，或运行 npm run check -- --fix'],
      ],
      [
        '一九九O年，二○○○年。',
        ['1:1 “一九九O”里的零不是“〇”（这一段共2处） → 改成“一九九〇”，或运行 npm run check -- --fix'],
      ],
      ['一九九O、一九九一。', []],
      ['一九九O至今。', ['1:1 “一九九O”里的零不是“〇” → 改成“一九九〇”，或运行 npm run check -- --fix']],
      [
        '一九九O——一九九一。',
        ['1:1 “一九九O”里的零不是“〇” → 改成“一九九〇”，或运行 npm run check -- --fix'],
      ],
      [
        '一九九O到一九九一。',
        ['1:1 “一九九O”里的零不是“〇” → 改成“一九九〇”，或运行 npm run check -- --fix'],
      ],
      ['二0二二年。', ['1:1 “二0二二”里的零不是“〇” → 改成“二〇二二”，或运行 npm run check -- --fix']],
      ['二○二二三。', []],
      ['三二○二二年。', []],
      ['○二二二年。', []],
      [
        '二○二二。\n\n二○二三。',
        [
          '1:1 “二○二二”里的零不是“〇” → 改成“二〇二二”，或运行 npm run check -- --fix',
          '3:1 “二○二三”里的零不是“〇” → 改成“二〇二三”，或运行 npm run check -- --fix',
        ],
      ],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));
});
