import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/check/rules/doubled-word.ts';
import { findingsOf } from './findings-of.ts';

describe('doubled-word', () => {
  it.each<[text: string, findings: string[], doubles: string[]]>([
    ['县里推进推进产业。', [], ['推进推进']],
    [
      '县里推进推进产业，今后十年再开放开放一次。',
      ['1:15 “开放”写了两遍：…今后十年再开放开放一次。 → 删去一个“开放”'],
      ['推进推进'],
    ],
    [
      '今后十年再开放开放一次，县里一定推进推进产业。',
      ['1:6 “开放”写了两遍：今后十年再开放开放一次，县里… → 删去一个“开放”'],
      ['推进推进'],
    ],
  ])('leaves out the words of the bulletin that stand close by: %j', (text, findings, doubles) =>
    expect(findingsOf(rule, text, { words: { doubles } })).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['县里推进推进', ['1:3 “推进”写了两遍：县里推进推进 → 删去一个“推进”']],
    ['中国人民国人民来了。', []],
    ['工业园业园区。', []],
    ['民营企业企业家来了。', []],
  ])('reports whole words only: %j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));

  it.each<[text: string, findings: string[]]>([
    [
      '县里推进园区产业县里推进园区产业。',
      ['1:1 “县里推进园区产业”写了两遍：县里推进园区产业县里推进园区产业。 → 删去一个“县里推进园区产业”'],
    ],
    ['县里推进园区大产业县里推进园区大产业。', []],
  ])('reports up to eight characters: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['对对对对对对，他说。', []],
    ['车间亮堂堂亮堂堂。', ['1:3 “亮堂堂”写了两遍：车间亮堂堂亮堂堂。 → 删去一个“亮堂堂”']],
    ['孩子开开心开开心。', ['1:3 “开开心”写了两遍：孩子开开心开开心。 → 删去一个“开开心”']],
  ])('leaves runs of one character to another rule: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it('counts up to fifty in a paragraph', () =>
    expect(findingsOf(rule, '推进推进，'.repeat(60))).toEqual([
      '1:1 “推进”写了两遍：推进推进，推进推进…（这一段共50处） → 删去一个“推进”',
    ]));
});
