import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, fold, foldWidth, SPACED, spellOut, tokensOf } from '../../src/search/shared/fold.ts';

describe('folding', () => {
  it.each([
    ['ＧＤＰ３９６', 'GDP396'],
    ['１０％，（－５）', '10%，（-5）'],
    ['零\u200B宽\uFEFF', '零宽'],
    ['"引号"', '＂引号＂'],
    ['“引号”（1—8月）', '“引号”（1—8月）'],
  ])('%j is %j', (text, expected) => expect(fold(text)).toBe(expected));

  const text = fc.string({ unit: fc.constantFrom(...'园区３Ａa"“，。 \u200B\u2063—%😀𠮷') });
  it('is idempotent, and foldWidth preserves positions', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(fold(fold(each))).toBe(fold(each));
        expect(foldWidth(each)).toHaveLength(each.length);
      }),
    );
  });

  it('loses only outer white space when a text is split into tokens', () => {
    fc.assert(
      fc.property(text, (each) => {
        const folded = fold(each);
        const spelled = spellOut(folded);
        expect(folded).not.toContain(SPACED);
        expect(spelled.join('').replaceAll(SPACED, ' ')).toBe(folded.trim().replace(/\s+/gu, ' '));
        expect(spelled.map((token) => token.replace(SPACED, ''))).toEqual(tokensOf(folded));
      }),
    );
  });

  it('bare() keeps only letters and digits', () => expect(bare('“1+5”，完 成3.5%')).toBe('15完成35'));
});
