import { describe, expect, it } from 'vitest';
import { fixText } from '../../../src/check/fix-text.ts';
import { rule } from '../../../src/check/rules/ellipsis.ts';
import { findingsOf } from './findings-of.ts';

describe('ellipsis', () => {
  it.each<[text: string, findings: string[]]>([
    ['有的谈价..............', ['1:5 省略号写成了“............”：有的谈价.............. → 改成“……”']],
    ['有的谈价·········走了。', ['1:5 省略号写成了“·········”：有的谈价·········走了。 → 改成“……”']],
    [
      '机器、光伏。。。。。。都落了地。',
      ['1:6 省略号写成了“。。。。。。”：机器、光伏。。。。。。都落了地。 → 改成“……”'],
    ],
  ])('cites twelve characters at most: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each([
    ['有的谈价......', '有的谈价……'],
    ['有的谈价。。。走了。', '有的谈价……走了。'],
    ['有的谈价·········走了。', '有的谈价·········走了。'],
  ])('corrects what is certain: %j', (text, corrected) =>
    expect(fixText(text, 'md', [rule])).toBe(corrected),
  );
});
