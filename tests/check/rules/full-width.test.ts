import { describe, expect, it } from 'vitest';
import { fixText } from '../../../src/check/fix-text.ts';
import { rule } from '../../../src/check/rules/full-width.ts';
import { findingsOf } from './findings-of.ts';

describe('full-width', () => {
  it.each<[text: string, findings: string[]]>([
    ['增长３．５倍。', ['1:3 “３．５”是全角的 → 改成半角：3.5']],
    ['增长3．5倍。', ['1:4 “．”是全角的 → 改成半角：.']],
    ['３．环境好。', ['1:1 “３”是全角的 → 改成半角：3']],
    ['增长１２，减少３４。', ['1:3 “１２”是全角的（这一段共2处） → 改成半角：12']],
    ['长３－５米。', ['1:2 “３－５”是全角的 → 改成半角：3-5']],
  ])('reports a number as a whole and the first of a line: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each([
    ['增长３．５倍。', '增长3.5倍。'],
    ['增长3．5倍。', '增长3.5倍。'],
    ['３．环境好。', '3．环境好。'],
    ['3．环境好。', '3．环境好。'],
    ['12．环境好。', '12．环境好。'],
    ['产值123．5万元。', '产值123.5万元。'],
    ['３．', '3．'],
    ['甲．５', '甲．5'],
  ])('corrects what is certain: %j', (text, corrected) =>
    expect(fixText(text, 'md', [rule])).toBe(corrected),
  );
});
