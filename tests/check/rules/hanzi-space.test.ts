import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/check/rules/hanzi-space.ts';
import { findingsOf } from './findings-of.ts';

describe('hanzi-space', () => {
  it.each<[text: string, findings: string[]]>([
    ['## 先把路 修通，再请人。', []],
    ['| 题 |\n| --- |\n| 园 区开工，工人进场。 |', []],
    ['- 园 区开工，工人进场。', ['1:4 汉字之间有空格：园 区开工，工… → 删去空格：园区开工，工…']],
  ])('is for prose only: %j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));

  it.each<[text: string, findings: string[]]>([
    ['园 区开工，工人进场', []],
    ['园 区开工。工人，进场', []],
    ['园 区开工，工人进场。', ['1:2 汉字之间有空格：园 区开工，工… → 删去空格：园区开工，工…']],
  ])('is for sentences with their marks: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['新华社某日电 某县园区开工，工人进场。', []],
    ['本刊讯 某县园区开工，工人进场。', []],
    ['这里的园区已经连续开工建设三年之久，工人们一批又一批地进场施工，大家接着看报道 某县开工，进场。', []],
    [
      '这里的园区已经连续开工建设三年之久了，工人们一批又一批地进场施工，大家接着看报道 某县开工，进场。',
      ['1:41 汉字之间有空格：…接着看报道 某县开工，… → 删去空格：…接着看报道某县开工，…'],
    ],
  ])('knows datelines, at the beginning only: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['记者甲某 乙某来了。园区，开工。', []],
    [
      '记者来了。园 区已经开工，工人进场。',
      ['1:7 汉字之间有空格：…者来了。园 区已经开工… → 删去空格：…者来了。园区已经开工…'],
    ],
    [
      '记者说，园 区已经开工，工人进场。',
      ['1:6 汉字之间有空格：记者说，园 区已经开工… → 删去空格：记者说，园区已经开工…'],
    ],
  ])('knows bylines, within their sentence: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['县长李 某说，园区开工。', []],
    ['来的人姓李 某，园区开工。', []],
    ['县长高 新区来了，园区开工。', ['1:4 汉字之间有空格：县长高 新区来了，… → 删去空格：县长高新区来了，…']],
    [
      '全县提高 新产品比重，园区开工。',
      ['1:5 汉字之间有空格：全县提高 新产品比重… → 删去空格：全县提高新产品比重…'],
    ],
    [
      '县里请来王 大爷说话，园区开工。',
      ['1:6 汉字之间有空格：县里请来王 大爷说话，… → 删去空格：县里请来王大爷说话，…'],
    ],
  ])('knows names of two characters: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['“园 区开工”，工人进场。', ['1:3 汉字之间有空格：“园 区开工”，… → 删去空格：“园区开工”，…']],
    ['“先把路修通 再把人请来”，县里说。', []],
    ['“先通路” 再请人，县里说。', []],
    ['县里说 “先通路”，再请人。', []],
  ])('knows quotations of two phrases: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['图为工人在装配， 甲某 摄。', []],
    [
      '工人在装 配各种各样的灯具 摄，园区开工。',
      ['1:5 汉字之间有空格：工人在装 配各种各样… → 删去空格：工人在装配各种各样…'],
    ],
  ])('knows credits of pictures: %j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));

  it.each<[text: string, findings: string[]]>([
    ['第一条 本措施管园区，自印发起施行。', []],
    ['（园 区开工），工人进场。', []],
    ['他说。 园区已经，开工。', []],
  ])('knows labels and asides: %j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));

  it.each<[text: string, findings: string[]]>([
    [
      '县里的园  区已经开工，工人进场。',
      ['1:5 汉字之间有空格：县里的园  区已经开工… → 删去空格：县里的园区已经开工…'],
    ],
    [
      '县里的园　　区已经开工，工人进场。',
      ['1:5 汉字之间有空格：县里的园　　区已经开工… → 删去空格：县里的园区已经开工…'],
    ],
    [
      '县里的园区 ，已经开工。',
      ['1:6 汉字之间有空格：县里的园区 ，已经开工… → 删去空格：县里的园区，已经开工…'],
    ],
  ])('takes out one or two blanks: %j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));
});
