import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/check/rules/wrong-word.ts';
import { findingsOf } from './findings-of.ts';

describe.each<[what: string, cases: [text: string, findings: string[]][]]>([
  [
    'words of the list',
    [
      ['会议部暑工作。', ['1:3 “部暑”是错词 → 改成“部署”']],
      ['某部暑期开放。', []],
      ['双方签定，会议部暑。', ['1:3 “签定”是错词 → 改成“签订”', '1:8 “部暑”是错词 → 改成“部署”']],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));
});
