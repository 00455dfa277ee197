import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/check/rules/title-mark.ts';
import { findingsOf } from './findings-of.ts';

describe.each<[what: string, cases: [text: string, findings: string[]][]]>([
  [
    'headings',
    [
      ['## 把地备好，\n\n先备地。', ['1:8 标题末尾有“，” → 把地备好']],
      ['## 把地备好。\n\n先备地。', []],
      ['## 把地备好，。\n\n先备地。', []],
      ['## 把地备好。，\n\n先备地。', ['1:8 标题末尾有“。，” → 把地备好']],
      ['## 把地备好, ;\n\n先备地。', ['1:8 标题末尾有“, ;” → 把地备好']],
      ['## 把地备好\n\n先备地。', []],
      ['## ——把地备好\n\n先备地。', []],
      ['把地备好，', []],
      ['## ，', ['1:4 标题末尾有“，” → 删去']],
      ['先备地。', []],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));
});
