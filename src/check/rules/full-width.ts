import { eachMatch, firstPerLine } from '../text/matches.ts';
import type { TextRule } from '../text-rule.ts';

/** Full-width letters and digits, with the marks between digits. */
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]+(?:[．／－～][０-９Ａ-Ｚａ-ｚ]+)*|(?<=\d)(?<!^\d{1,2})．(?=\d)/gmu;

export const rule: TextRule = {
  id: 'full-width',
  severity: 'warning',
  title: '全角数字字母',
  why: '全角的数字和字母字距发散，也检索不到，一律用半角。',
  examples: [
    {
      bad: '签约１２个项目。',
      line: 1,
      column: 3,
      problem: '“１２”是全角的',
      fix: '改成半角：12',
      good: '签约12个项目。',
      autofix: true,
    },
    {
      bad: '第一段。\n\n年产３ＧＷ机组。',
      line: 3,
      column: 3,
      problem: '“３ＧＷ”是全角的',
      fix: '改成半角：3GW',
      good: '第一段。\n\n年产3GW机组。',
      autofix: true,
    },
    {
      bad: '２０２２年看园区',
      field: 'title',
      line: 1,
      column: 1,
      problem: '“２０２２”是全角的',
      fix: '改成半角：2022',
      good: '2022年看园区',
    },
  ],
  fine: ['增长10％，5＋5，温度－5℃。', '签约12个项目，年产3GW机组。'],
  find: ({ passages }) =>
    firstPerLine(
      eachMatch(passages, FULL_WIDTH, ([found]) => ({
        problem: `“${found}”是全角的`,
        fix: `改成半角：${found.normalize('NFKC')}`,
      })),
    ),
  fix: ({ text }) =>
    [...text.matchAll(/[０-９Ａ-Ｚａ-ｚ]|(?<=[０-９0-9])(?<!^[０-９0-9]{1,2})．(?=[０-９0-9])/gmu)].map(
      ({ 0: wide, index }) => ({
        start: index,
        end: index + 1,
        text: wide.normalize('NFKC'),
      }),
    ),
};
