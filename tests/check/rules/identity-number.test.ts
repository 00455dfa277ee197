import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/check/rules/identity-number.ts';
import { findingsOf } from './findings-of.ts';

describe('identity-number', () => {
  it.each<[text: string, findings: string[]]>([
    ['联系电话13800138000。', []],
    [
      '联系人身份证号11010519491231002X，电话13800138000。',
      ['1:8 这里有身份证号 1101****2X → 删去，说明它的字（“身份证号”“账户”）也删去'],
    ],
  ])('leaves telephone numbers to another check: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );
});
