import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/check/rules/enumeration.ts';
import { findingsOf } from './findings-of.ts';

describe('enumeration', () => {
  it.each<[text: string, findings: string[]]>([
    ['1、备地。\n\n12、招人。', ['3:1 “1、”之后应是“2、”，这里是“12、” → 补上漏掉的内容，或把这里改成“2、”']],
    [
      '一、备地。\n\n十二、招人。',
      ['3:1 “一、”之后应是“二、”，这里是“十二、” → 补上漏掉的内容，或把这里改成“二、”'],
    ],
    [
      '一是备地，十二是招人。',
      ['1:6 “一是”之后应是“二是”，这里是“十二是” → 补上漏掉的内容，或把这里改成“二是”'],
    ],
  ])('replaces a number of two characters: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );
});
