import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/check/rules/look-alike-character.ts';
import { findingsOf } from './findings-of.ts';

describe.each<[what: string, cases: [text: string, findings: string[]][]]>([
  [
    'radicals with a hanzi, radicals without one, and compatibility characters',
    [
      [
        '⼯业园区。',
        ['1:1 “⼯”看着像“工”，却是另一个字符（U+2F2F） → 重新打一个“工”，或运行 npm run check -- --fix'],
      ],
      [
        '⼯业⽤地。',
        [
          '1:1 “⼯”看着像“工”，却是另一个字符（U+2F2F）（这一段共2处） → 重新打一个“工”，或运行 npm run check -- --fix',
        ],
      ],
      ['⺀园区。', ['1:1 “⺀”是部首，不是汉字（U+2E80） → 对照原稿，重新打这个字']],
      [
        '⼯⺀园区。',
        [
          '1:1 “⼯”看着像“工”，却是另一个字符（U+2F2F）（这一段共2处） → 重新打一个“工”，或运行 npm run check -- --fix',
        ],
      ],
      ['⺀园区。', ['1:1 “⺀”是部首，不是汉字（U+2E80） → 对照原稿，重新打这个字']],
      [
        '刺园区。',
        ['1:1 “刺”看着像“刺”，却是另一个字符（U+F9FF） → 重新打一个“刺”，或运行 npm run check -- --fix'],
      ],
      ['﨎园区。', []],
      [
        '兀园区。',
        ['1:1 “兀”看着像“兀”，却是另一个字符（U+FA0C） → 重新打一个“兀”，或运行 npm run check -- --fix'],
      ],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));
});
