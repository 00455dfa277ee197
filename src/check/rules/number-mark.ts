import { excerpt, eachMatch } from '../text/matches.ts';
import type { TextRule } from '../text-rule.ts';

const PATTERNS = [
  { pattern: /百分之\d+(?:\.\d+)?[%％]/gu, problem: '“百分之”和“%”重复', fix: '留下一种写法' },
  {
    pattern: /(?<=\d)。(?=\d+(?:[%％万亿倍]|平方|公里))/gu,
    problem: '小数点写成了句号',
    fix: '改成半角的“.”',
  },
  { pattern: /(?<=\d)\.{2,}(?=\d)(?<!\d\.{3,})/gu, problem: '小数点重复', fix: '留下一个“.”' },
  {
    pattern: /(?<![\d，、])\d{1,3}，\d{3}(?![\d，、])(?=[万亿元个家户人亩吨])/gu,
    problem: '千分位用了全角逗号',
    fix: '改成半角的“,”，或不加逗号',
  },
  {
    pattern:
      /(?<![\d.,])\d{1,3}(?:,\d{3})*,\d{1,2}(?=[万亿元个家户人亩吨])|(?<![\d.,])\d{4,},\d{3}(?=[万亿元个家户人亩吨])/gu,
    problem: '千分位的逗号位置不对',
    fix: '从个位起三位一节；小数用“.”',
  },
  {
    pattern:
      /(?:(?<=\d)元[万亿]元|[万亿]元元|[亿万][亿万]元(?<!万亿元)|(?<=\d)亩亩|(?<=\d)家家(?![户具居电政庭长禽畜族装纺用园家]))/gu,
    problem: '单位重复或颠倒',
    fix: '核对原稿，留下正确的单位',
  },
];

export const rule: TextRule = {
  id: 'number-mark',
  severity: 'warning',
  title: '数字写法',
  why: '小数点、千分位和单位错一个，数目就差了许多倍。',
  examples: [
    {
      bad: '增长3。5%。',
      line: 1,
      column: 4,
      problem: '小数点写成了句号：增长3。5%。',
      fix: '改成半角的“.”',
      good: '增长3.5%。',
    },
    {
      bad: '第一段。\n\n投资4..5亿元。',
      line: 3,
      column: 4,
      problem: '小数点重复：投资4..5亿元。',
      fix: '留下一个“.”',
      good: '第一段。\n\n投资4.5亿元。',
    },
    {
      bad: '就业1，250人。',
      line: 1,
      column: 3,
      problem: '千分位用了全角逗号：就业1，250人。',
      fix: '改成半角的“,”，或不加逗号',
      good: '就业1250人。',
    },
    {
      bad: '投资15亿元元。',
      line: 1,
      column: 5,
      problem: '单位重复或颠倒：投资15亿元元。',
      fix: '核对原稿，留下正确的单位',
      good: '投资15亿元。',
    },
  ],
  fine: [
    '增长3.5%，总数1,234个，就业1250人，两万亿元。',
    '共12个。5个项目开工。',
    '项目有1，2，3三个。',
    '引进12家家具企业、5家家电企业。',
  ],
  find: ({ passages }) =>
    PATTERNS.flatMap(({ pattern, problem, fix }) =>
      eachMatch(passages, pattern, ({ 0: found, index }, { text }) => ({
        problem: `${problem}：${excerpt(text, index, found.length)}`,
        fix,
      })),
    ),
};
