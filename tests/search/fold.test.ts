import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EQUIVALENTS } from '../../src/search/shared/equivalents.ts';
import { fold, foldWithOffsets, printedOf } from '../../src/search/shared/fold.ts';

describe('folding', () => {
  it.each([
    ['ＧＤＰ３９６', 'gdp396'],
    ['１０％，（－５）', '10%,(-5)'],
    ['零\u200B售\uFEFF', '〇售'],
    ['"引号" “引号” 「引号」', '“引号““引号““引号“'],
    ['1—8月 1-8月 1~8月 1～8月 1–8月 1−8月', '1-8月1-8月1-8月1-8月1-8月1-8月'],
    ['1至8月', '1至8月'],
    ['二○二二年 二〇二二年 二零二二年 二0二二年 二O二二年 二О二二年', '二〇二二年'.repeat(6)],
    ['一般0.5 第二05', '一般0.5第二05'],
    ['CO₂ CO2 m² m2 H₂O', 'co2co2m2m2h2o'],
    ['10⁴ 10^4 10⁻⁴ 104', '10^4␣10^4␣10^-4␣104'],
    ['㎡ ㎞ ㎏ ℃ °C ℉ ‰', 'm2kmkg°c°c°f‰'],
    ['3,000万 3，000万 3\u2009000万 1,234,567', '3٬000万3٬000万3٬000万1٬234٬567'],
    ['1,2 2021,2022 1,2345 0,123 1.234,567', '1,2␣2021,2022␣1,2345␣0,123␣1.234,567'],
    [
      '3 500万 1 234 567元 12 345.6亩 3 500 1 200 300 依次',
      '3٬500万1٬234٬567元12␣345.6亩3␣500␣1␣200␣300依次',
    ],
    ['2022 500万 1,2 300个 №7', '2022␣500万1,2␣300个no.7'],
    ['⻓⽉豈', '长月豈'],
    ['葛\u{E0100}é e\u0301 ü ß', '葛eeuss'],
    ['卡尔·马克思 卡尔・马克思 卡尔•马克思', '卡尔·马克思'.repeat(3)],
    ['〔2022〕15号 [2022]15号 （2022）15号', '(2022)15号'.repeat(3)],
    ['①5 ½ 3½ ⒈5 ⑴ Ⅷ', '①5␣1/2␣3␣1/2␣1.␣5(1)viii'],
    ['1 2022 甲 2 乙', '1␣2022甲2乙'],
    ['≥5% ≠ ≮ ±3 …', '>=5%!=≮+-3...'],
    ['が か', 'がか'],
    ['👍🏽👍', '👍👍'],
    ['\u0301园', '园'],
  ])('%j is %j', (text, expected) => expect(fold(text)).toBe(expected));

  it('lists each sign once, and no sign of a class is a word of another', () => {
    const signs = EQUIVALENTS.flatMap((each) => [...each.signs]);
    expect(signs.filter((sign, index) => signs.indexOf(sign) !== index)).toEqual([]);
    for (const { word, signs: of } of EQUIVALENTS) {
      expect([fold(word), ...[...of].map((sign) => fold(`甲${sign}`))]).toEqual([
        word,
        ...[...of].map(() => `甲${word}`),
      ]);
    }
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(...'园区３Aaé"“，, 二○0o1234年²⁴½㎡℃①.\u2009\u0301\u200B\u2063—%😀𠮷'),
    }),
  );
  it('is idempotent', () => {
    fc.assert(
      fc.property(text, (each) => void expect(fold(fold(each))).toBe(fold(each))),
      { numRuns: 2000 },
    );
  });

  it('knows where each word is printed, in order', () => {
    fc.assert(
      fc.property(text, (each) => {
        const { text: folded, starts, ends } = foldWithOffsets(each);
        expect(folded).toBe(fold(each));
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        expect(starts.toSorted((a, b) => a - b)).toEqual(starts);
        expect(ends.every((end, index) => end >= (starts[index] ?? 0) && end <= each.length)).toBe(true);
      }),
    );
  });

  it('is the same for what results show, in which no sign is missing', () => {
    fc.assert(
      fc.property(text, (each) => {
        const printed = printedOf(each);
        expect(fold(printed)).toBe(fold(each));
        expect(printedOf(printed)).toBe(printed);
        const signs = (of: string) => of.replace(/(?!\p{M})[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '');
        expect(signs(printed)).toBe(signs(each));
      }),
      { numRuns: 2000 },
    );
  });
});
