import { excerpt, eachMatch } from '../text/matches.ts';
import type { TextRule } from '../text-rule.ts';

const DOTS =
  /(?:(?<=[\p{sc=Han}，、“”’）》])|^)(?:\.{3,}|。{3,}|·{3,}|．{3,})|(?:\.{3,}|。{3,}|·{3,}|．{3,})(?=[\p{sc=Han}“”’（《]|$)/gmu;
const HALF = /(?<!…)…(?!…)/gu;

export const rule: TextRule = {
  id: 'ellipsis',
  severity: 'warning',
  title: '省略号',
  why: '省略号是六个点“……”，占两个字（GB/T 15834）。',
  examples: [
    {
      bad: '有的看样，有的谈价......',
      line: 1,
      column: 10,
      problem: '省略号写成了“......”：…，有的谈价......',
      fix: '改成“……”',
      good: '有的看样，有的谈价……',
      autofix: true,
    },
    {
      bad: '第一段。\n\n机器、光伏。。。都落了地。',
      line: 3,
      column: 6,
      problem: '省略号写成了“。。。”：机器、光伏。。。都落了地。',
      fix: '改成“……”',
      good: '第一段。\n\n机器、光伏……都落了地。',
      autofix: true,
    },
    {
      bad: '有的看样，有的谈价…',
      line: 1,
      column: 10,
      problem: '省略号只写了一半“…”',
      fix: '改成“……”',
      good: '有的看样，有的谈价……',
    },
  ],
  fine: ['机器、光伏、新材料……都落了地。', '型号A...Z，参数1...9。'],
  find: ({ passages }) => [
    ...eachMatch(passages, DOTS, ({ 0: found, index }, { text }) => ({
      problem: `省略号写成了“${found.slice(0, 12)}”：${excerpt(text, index, found.length)}`,
      fix: '改成“……”',
    })),
    ...eachMatch(passages, HALF, () => ({ problem: '省略号只写了一半“…”', fix: '改成“……”' })),
  ],
  fix: ({ text }) =>
    [...text.matchAll(DOTS)]
      .filter(({ 0: found }) => /[.。]/u.test(found))
      .map(({ 0: found, index }) => ({ start: index, end: index + found.length, text: '……' })),
};
