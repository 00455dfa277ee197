import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/check/check-text.ts';
import { fixText } from '../../src/check/fix-text.ts';
import { PLANTED } from './planted.ts';
import { cases } from '../lib/long.ts';

describe('corrects', () => {
  it.each([
    ['项目开工了,工人进场;谁来?都来!好:去.吧', '项目开工了，工人进场；谁来？都来！好：去。吧'],
    ['机器、光伏......都来。。。', '机器、光伏……都来……'],
    ['一个园区--创新园', '一个园区——创新园'],
    ['签约１２个，年产３．５ＧＷ', '签约12个，年产3.5GW'],
    ['甲，，乙、、丙；；丁', '甲，乙、丙；丁'],
    ['产业\u200B园\uFEFF开工', '产业园开工'],
    ['**加粗**的字,很好', '**加粗**的字，很好'],
    ['- 一项,两项\n\n> 引文,引文\n\n| 甲,乙 |\n| - |', '- 一项，两项\n\n> 引文，引文\n\n| 甲，乙 |\n| - |'],
  ])('%j', (wrong, right) => expect(fixText(wrong, 'md')).toBe(right));
});

describe('leaves unchanged', () => {
  it.each([
    '他说：“项目开工了,工人进场--去。”',
    '《园区,开工》和‘甲,乙’',
    '引号“没有成对,这一段不动',
    '用"直引号"的,这一段不动',
    '`代码,代码`与[链接](https://例子.example/甲,乙)',
    '总数1,234个，8:30开始，3.5%，a,b，甲,b',
    '本刊讯(记者某某)开工',
    '![画面,画面](./images/甲,乙.jpg "图注,图注")',
    '项目开工。。工人进场',
    '一条链――一座城',
  ])('%j', (text) => expect(fixText(text, 'md')).toBe(text));

  it('the clean articles', () => {
    const folder = new URL('./clean/', import.meta.url);
    for (const file of readdirSync(folder)) {
      const body = readFileSync(new URL(file, folder), 'utf8');
      expect(fixText(body, 'md')).toBe(body);
    }
  });

  it('malformed MDX', () => expect(fixText('占比<5,很好', 'mdx')).toBe('占比<5,很好'));
});

describe('always', { timeout: 60_000 }, () => {
  const signs = '园区开工甲乙１２Ａ3b，,.。;:?!-—…“”‘’《》"\'*_`#>|[]()（）\\& \n\u200B\u3000';
  const text = fc.string({ unit: fc.constantFrom(...signs), maxLength: 60 });
  const texts = fc.oneof(text, fc.constantFrom(...PLANTED.map(([, , wrong]) => wrong)));
  const letters = (body: string) => body.normalize('NFKC').replace(/[^\p{sc=Han}\p{L}\p{N}]/gu, '');
  const quoted = (body: string) => body.match(/“[^“”‘’《》"]*”/gu) ?? [];

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(texts, (body) => {
        const once = fixText(body, 'md');
        expect(fixText(once, 'md')).toBe(once);
      }),
      { numRuns: cases(3000) },
    );
  });

  it('keeps every hanzi, letter and digit in its order', () => {
    fc.assert(
      fc.property(texts, (body) => {
        expect(letters(fixText(body, 'md'))).toBe(letters(body));
      }),
      { numRuns: cases(3000) },
    );
  });

  it('keeps numbers and Latin words', () => {
    const piece = fc.constantFrom(
      '1,234',
      '3.5',
      '３．５',
      '１２',
      '2022-10-01',
      '8:30',
      'GB/T',
      '5G',
      'PM2.5',
      'Wi-Fi',
      'A..B',
      '园区',
      '开工',
      '，，',
      ',',
      '.',
      '......',
      '--',
      '。。。',
      '“好,好”',
      '％',
      '（',
      '）',
      '\n\n',
      '- ',
      '1．',
    );
    const narrow = (body: string) => body.replace(/[０-９Ａ-Ｚａ-ｚ．]/gu, (wide) => wide.normalize('NFKC'));
    const words = (body: string) => narrow(body).match(/[A-Za-z]+|\d+(?:[.,:]\d+)*/gu) ?? [];
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const body = pieces.join('');
        expect(words(fixText(body, 'md'))).toEqual(words(body));
      }),
      { numRuns: cases(2000) },
    );
  });

  it('adds no findings', () => {
    const count = (body: string) =>
      checkText({ body, format: 'md', bodyLine: 1 }).filter(({ severity }) => severity === 'error').length;
    fc.assert(
      fc.property(texts, (body) => {
        // Without an invisible character, the check finds what readers already saw.
        const seen = body.replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/gu, '');
        expect(count(fixText(body, 'md'))).toBeLessThanOrEqual(Math.max(count(body), count(seen)));
      }),
      { numRuns: cases(1500) },
    );
  });

  it('keeps quotations within a paragraph', () => {
    const quotation = fc.tuple(
      fc.string({ unit: fc.constantFrom(...'园区,.--１，，。甲 '), maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...'工人,.--２，，。乙'), maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(quotation, { maxLength: 4 }), (parts) => {
        const body = parts.map(([inside, outside]) => `“甲${inside}乙”丙${outside}丁`).join('');
        expect(quoted(fixText(body, 'md'))).toEqual(quoted(body));
      }),
      { numRuns: cases(2000) },
    );
  });
});
