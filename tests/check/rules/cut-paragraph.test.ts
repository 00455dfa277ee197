import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/check/rules/cut-paragraph.ts';
import { findingsOf } from './findings-of.ts';

describe('cut-paragraph', () => {
  it.each<[text: string, findings: string[]]>([
    ['![招来的企业分到三个园区，各管一段，园区的收成明显提](a.jpg)\n\n第二段说完了。', []],
    ['招来的企业分到三个园区，各管一段，园区的收成明显提![工厂](a.jpg)\n\n高了一截。', []],
    ['招来的企业分到三个园区，各管一段，园区的收成明显提\n\n- 高了一截。', []],
  ])('is for paragraphs, not for the texts of pictures: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    [
      '招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招\n\n完。',
      [],
    ],
    [
      '招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招\n\n完。',
      [
        '1:51 这一段没有说完就断了：“招招招招招招招招招招”，下一段是“完。” → 删去中间的空行，连成一段；中间丢了文字的，对照原稿补上',
      ],
    ],
    ['招来，招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招”\n\n完。', []],
    [
      '招来，招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招招”\n\n完。',
      [
        '1:41 这一段没有说完就断了：“招招招招招招招招招””，下一段是“完。” → 删去中间的空行，连成一段；中间丢了文字的，对照原稿补上',
      ],
    ],
  ])(
    'needs more than 50 characters without a mark, or 40 with a quotation at the end: %j',
    (text, findings) => expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    [
      '全县上半年招商、引资、建设的园\n\n区很多。',
      [
        '1:15 这一段没有说完就断了：“招商、引资、建设的园”，下一段是“区很多。” → 删去中间的空行，连成一段；中间丢了文字的，对照原稿补上',
      ],
    ],
    ['全县上半年招商、引资、建设的A园\n\nB区很多。', []],
    ['全县上半年园\n\n区很多。', []],
  ])('sees that a word is cut in two: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['全县上半年投资\n\n，比上年多。', ['3:1 段落以“，”开头 → 和上一段连成一段']],
    ['全县上半年投资\n\n---\n\n，比上年多。', ['5:1 段落以“，”开头 → 删去，或补上前面缺的文字']],
  ])('joins neighbours only: %j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));
});
