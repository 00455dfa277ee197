import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/check/rules/ascii-mark.ts';
import { findingsOf } from './findings-of.ts';

describe('ascii-mark', () => {
  it.each<[text: string, findings: string[]]>([
    ['打造"园中园",工人进场。', ['1:3 这里用了半角的 " ：打造"园中园",… → 改成“ ”，引号里的引号用‘ ’']],
    ['工人进场,打造"园中园"。', ['1:5 这里用了半角的 , ：工人进场,打造"园中…（这一段共3处） → 改成“，”']],
    ['打造(园中园),工人进场。', ['1:3 这里用了半角的 ( ：打造(园中园),…（这一段共2处） → 改成全角的“（ ）”']],
    ['某县)开工。', ['1:3 这里用了半角的 ) ：某县)开工。 → 改成全角的“（ ）”']],
  ])('reports the first mark of a line, whatever it is: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );
});
