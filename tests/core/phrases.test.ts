import fc from 'fast-check';
import { expect, it } from 'vitest';
import { phrasesOf } from '../../src/core/text/phrases.ts';
import { typeset, typesetTitle } from '../../src/core/text/typeset.ts';

it.each([
  '“四个一批”|落地|见效：|甲园|前8个月|完成|投资|41.22亿元，|标准|厂房|5×8栋——|电子|信息|产业链|稳步|扩大',
  '乙市|城区|开发区|召开|现场会',
  '园区里的|夜校：|下班|以后的|两个|小时',
  '1—8月|规模|以上|工业|增加值|增长|6.8%',
  '科技型|中小企业|如何|走出|“死亡之谷”',
  '约翰·史密斯|来访',
  '一、创新|机制，|夯实“基”',
  '一千七百亩|地上的|“碳中和”|试验',
  '5G+工业互联网|项目在|AI|园区|落地',
  '向改革|要动力 |向开放|要活力',
  'Measures |for |workshops',
  '投资|超3亿元，|近50家|企业|落户',
  '园',
])('breaks a title between phrases: %s', (marked) => {
  expect(phrasesOf(marked.replaceAll('|', '')).join('|')).toBe(marked);
});

const piece = fc.constantFrom(
  ...'在的区园科技企业第一，“”《》（）·—×～：、58% A',
  '开发区',
  '产业',
  '41.22',
  'GDP',
  '😀',
);

it('changes no character, and leaves no phrase with a single one', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const title = pieces.join('');
      const phrases = phrasesOf(title);
      expect(phrases.join('')).toBe(title);
      for (const phrase of phrases.length > 1 ? phrases : []) {
        expect(phrase.match(/[\p{L}\p{N}]/gu)?.length ?? 0, phrases.join('|')).toBeGreaterThan(1);
      }
    }),
  );
});

it('keeps dashes and dots off the beginning of a line, marks the mark that opens it, and escapes', () => {
  expect(typeset('1—8月，甲·乙，5×8，××县，a<b&c')).toBe(
    '1<span class="kept">—</span>8月，甲<span class="kept">·</span>乙，5<span class="kept">×</span>8，××县，a&lt;b&amp;c',
  );
  expect(typesetTitle('“四个一批”落地')).toBe('<span class="opening">“</span>四个一批”<wbr>落地');
  expect(typeset('《办法》（试行）')).toBe('<span class="opening">《</span>办法》（试行）');
  expect(typesetTitle('园区里的<夜校>')).toBe('园区里的&lt;<wbr>夜校&gt;');
});
