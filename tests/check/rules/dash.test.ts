import { describe, expect, it } from 'vitest';
import { fixText } from '../../../src/check/fix-text.ts';
import { rule } from '../../../src/check/rules/dash.ts';
import { findingsOf } from './findings-of.ts';

describe('dash', () => {
  it.each<[text: string, findings: string[]]>([
    ['专业园区---------创新园。', ['1:5 破折号写成了“--------”：专业园区---------创新园。 → 改成“——”']],
    ['专业园区－－创新园。', ['1:5 破折号写成了“－－”：专业园区－－创新园。 → 改成“——”']],
    ['专业园区--', ['1:5 破折号写成了“--”：专业园区-- → 改成“——”']],
  ])('cites eight characters at most: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each([
    ['专业园区---------创新园。', '专业园区——创新园。'],
    ['专业园区－－创新园。', '专业园区－－创新园。'],
    ['专业园区--', '专业园区——'],
  ])('corrects what is certain: %j', (text, corrected) =>
    expect(fixText(text, 'md', [rule])).toBe(corrected),
  );
});
