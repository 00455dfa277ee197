import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, fold, tokensOf } from '../../src/search/shared/fold.ts';
import { loosePattern, pattern } from '../../src/search/browser/pattern.ts';

describe('patterns', () => {
  it('match any text literally', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        const folded = fold(text);
        if (tokensOf(folded).length > 0) expect(new RegExp(pattern(folded), 'iu').test(folded)).toBe(true);
        if (bare(folded) !== '') expect(new RegExp(loosePattern(folded), 'iu').test(folded)).toBe(true);
      }),
    );
  });
});
