import { describe, expect, it } from 'vitest';
import { proofreader } from '../../src/check/proofreader.ts';
import { parseYaml } from '../../src/core/yaml-source.ts';
import { parseBody } from '../../src/markdown/parse.ts';

function findingsOf(fields: string | undefined, body = ''): string[] {
  const article = {
    frontMatter: fields === undefined ? undefined : parseYaml(fields, 2),
    body,
    bodyLine: 9,
    format: 'md',
    parsed: parseBody(body, 'md'),
  } as const;
  return proofreader
    .of(
      {},
      [],
    )(article)
    .map(({ rule, line, column, problem, fix }) => `${line}:${column} ${rule} ${problem} → ${fix}`);
}

describe('the proofreader', () => {
  it.each([
    ['title', 'title: 甲，，乙', '2:9'],
    ['kicker', 'kicker: 甲，，乙', '2:10'],
    ['subtitle', 'subtitle: 甲，，乙', '2:12'],
    ['shortTitle', 'shortTitle: 甲，，乙', '2:14'],
    ['summary', 'summary: 甲，，乙', '2:11'],
    ['caption of the cover', 'cover:\n  caption: 甲，，乙', '3:13'],
    ['alternative text of the cover', 'cover:\n  alt: 甲，，乙', '3:9'],
  ])('reads the %s', (_, fields, place) =>
    expect(findingsOf(fields).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      `${place} repeated-mark`,
    ]),
  );

  it.each([
    ['other fields', 'author: 甲，，乙'],
    ['numbers', 'title: 12'],
    ['a cover that is a path', 'cover: 甲，，乙'],
    ['empty fields', 'title:\ncover:'],
    ['an article without front matter', undefined],
    ['waivers that are no list', 'waivers: 甲'],
    ['waivers without a rule', 'waivers:\n  - reason: 甲\n  -\n  - 甲'],
  ])('keeps silent about %s', (_, fields) => expect(findingsOf(fields)).toEqual([]));

  it('applies waivers to what they quote', () => {
    const waivers = 'waivers:\n  - { rule: repeated-mark, quote: 甲，，乙, reason: 原文如此 }';
    expect(findingsOf(waivers, '甲，，乙。\n\n丙，，丁。').map((line) => line.split(' ')[0])).toEqual([
      '11:2',
    ]);
  });

  it('reports waivers at their place', () => {
    const waivers = [
      'waivers:',
      '  - { rule: dash, quote: 丙, reason: 原文如此 }',
      '  - { rule: dash, quote: 甲 }',
      '  - { rule: dash, reason: " " }',
      '  - { rule: dash, quote: 12, reason: 12 }',
    ].join('\n');
    const without = '豁免“dash”没有写理由，不起作用 → 加一行 reason: 为什么这里可以不照规则';
    expect(findingsOf(waivers, '甲。')).toEqual([
      '3:5 waiver 豁免“dash”没有用上：“丙”没有这个问题 → 删去这条豁免；如果原文改过，quote 照新的原文写',
      `4:5 waiver ${without}`,
      `5:5 waiver ${without}`,
      `6:5 waiver ${without}`,
    ]);
  });

  it('does not apply a waiver whose reason is blank', () => {
    const waivers = 'waivers:\n  - { rule: repeated-mark, reason: " " }';
    expect(findingsOf(waivers, '甲，，乙。').map((line) => line.split(' ')[1])).toEqual([
      'waiver',
      'repeated-mark',
    ]);
  });
});
