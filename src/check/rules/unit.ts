import { eachMatch } from '../text/matches.ts';
import type { TextRule } from '../text-rule.ts';

const RIGHT: Record<string, string> = {
  km2: '平方公里',
  m2: '平方米',
  m3: '立方米',
  km3: '立方公里',
  hm2: '公顷',
  cm2: '平方厘米',
};
const UNIT = /(?<=[\d万亿 ])(?:km2|km3|hm2|cm2|m2|m3)(?![\w])/giu;

export const rule: TextRule = {
  id: 'unit',
  severity: 'warning',
  title: '单位符号',
  why: '从 Word 里复制时上标会掉下来，“m²”变成“m2”，读作米二。',
  examples: [
    {
      bad: '厂房面积3.2万m2。',
      line: 1,
      column: 9,
      problem: '“m2”的上标丢了',
      fix: '改成“平方米”',
      good: '厂房面积3.2万平方米。',
    },
    {
      bad: '第一段。\n\n园区12.5km2。',
      line: 3,
      column: 7,
      problem: '“km2”的上标丢了',
      fix: '改成“平方公里”',
      good: '第一段。\n\n园区12.5平方公里。',
    },
    {
      bad: '日处理污水3万m3，全部回用。',
      line: 1,
      column: 8,
      problem: '“m3”的上标丢了',
      fix: '改成“立方米”',
      good: '日处理污水3万立方米，全部回用。',
    },
  ],
  fine: ['厂房面积3.2万m²，M2增速8%，型号km2000。'],
  find: ({ passages }) =>
    eachMatch(passages, UNIT, ([found]) =>
      found.startsWith('M')
        ? undefined
        : { problem: `“${found}”的上标丢了`, fix: `改成“${RIGHT[found.toLowerCase()]}”` },
    ),
};
