import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/check/check-text.ts';
import { rule as cutParagraph } from '../../src/check/rules/cut-paragraph.ts';
import { rule as nearNames } from '../../src/check/rules/near-names.ts';
import { rule as promisedCount } from '../../src/check/rules/promised-count.ts';
import type { TextRule } from '../../src/check/text-rule.ts';
import { findingsOf } from './rules/findings-of.ts';

/* Places and messages that depend on the text around a finding. */

function reported(rule: TextRule, body: string, distinct: string[] = []): string[] {
  return findingsOf(rule, body, { words: { distinct } }).map((finding) => finding.replace(/ → .*/u, ''));
}

describe('near-names', () => {
  it.each([
    [
      'calls the rarer one wrong',
      '恒泰重工投产。\n\n恒秦重工开工。\n\n恒秦重工验收。',
      ['1:1 “恒泰重工”和“恒秦重工”'],
    ],
    [
      'calls the later one wrong of two that are as frequent, once',
      '恒泰重工投产。\n\n恒秦重工开工，恒泰重工、恒秦重工验收。',
      ['3:1 “恒秦重工”和“恒泰重工”'],
    ],
    [
      'reports each other spelling',
      '恒泰重工、恒秦重工、恒奉重工。',
      ['1:6 “恒秦重工”和“恒泰重工”', '1:11 “恒奉重工”和“恒秦重工”'],
    ],
    [
      'cites five characters to each side',
      '某某县城青禾绿源产业园投资很大。\n\n某某县城青禾绿原产业园投资很大。',
      ['3:3 “县城青禾绿原产业园投资”和“县城青禾绿源产业园投资”'],
    ],
    ['cites up to the punctuation', '（绿源基地）投产，“绿原基地”开工。', ['1:11 “绿原基地”和“绿源基地”']],
  ])('%s', (_, body, expected) =>
    expect(reported(nearNames, body)).toEqual(expected.map((problem) => `${problem}只差一个字`)),
  );

  it.each([
    [['恒泰重工'], 0],
    [['恒秦'], 0],
    [['新恒秦重工'], 0],
    [['恒奉重工'], 1],
  ])('keeps silent about names in the distinct %j', (distinct, count) =>
    expect(reported(nearNames, '恒泰重工投产，恒秦重工开工。', distinct)).toHaveLength(count),
  );
});

const CUT = '这座园区把小厂请进一个院子，统一办证，统一治污';

describe('cut-paragraph', () => {
  it.each([
    [`${CUT}\n\n，统一培训。`, '和上一段连成一段'],
    ['- 一项\n\n，统一培训。', '删去，或补上前面缺的文字'],
    ['，统一培训。', '删去，或补上前面缺的文字'],
    [CUT, '对照原稿补上后面的文字和句末标点'],
    [`${CUT}\n\n再统一培训工人。`, '删去中间的空行，连成一段；中间丢了文字的，对照原稿补上'],
  ])('of %j says how to mend it', (body, fix) => {
    const input = { body, format: 'md', bodyLine: 1 } as const;
    expect(checkText(input, [cutParagraph]).map((finding) => finding.fix)).toEqual([fix]);
  });

  it('cites ten characters of both paragraphs', () =>
    expect(reported(cutParagraph, `${CUT}\n\n再统一培训工人，统一采购原料。`)).toEqual([
      '1:23 这一段没有说完就断了：“，统一办证，统一治污”，下一段是“再统一培训工人，统一”',
    ]));
});

describe('promised-count', () => {
  it.each([
    ['做好三件事：备地、招人。\n\n做好三件事：备地、招人。', ['1:3', '3:3']],
    ['打好五大攻坚，再打好四大攻坚。\n\n## 项目攻坚\n\n## 招商攻坚\n\n## 环境攻坚', ['1:3', '1:11']],
    ['培育三大产业：皮革、家居，另设数控、焊接、电工、叉车五个工种。', ['1:27']],
  ])('reports each place of %j once', (body, places) =>
    expect(reported(promisedCount, body).map((line) => line.split(' ')[0])).toEqual(places),
  );
});
