import { excerpt, eachMatch } from '../text/matches.ts';
import type { TextRule } from '../text-rule.ts';

const SIDE = '[\\p{sc=Han}“”‘’（）《》，。：；、！？]';
const DASH = new RegExp(
  `(?:(?<=${SIDE})|^)(?:-{2,}|－{2,}|―{1,}|─{1,})(?=${SIDE})|(?<=${SIDE})(?:-{2,}|－{2,}|―{1,}|─{1,})$`,
  'gmu',
);

export const rule: TextRule = {
  id: 'dash',
  severity: 'warning',
  title: '破折号',
  why: '破折号是“——”，占两个字；用减号拼的会断开，用制表符的会高低不齐（GB/T 15834）。',
  examples: [
    {
      bad: '还有一个专业园区--创新园。',
      line: 1,
      column: 9,
      problem: '破折号写成了“--”：…个专业园区--创新园。',
      fix: '改成“——”',
      good: '还有一个专业园区——创新园。',
      autofix: true,
    },
    {
      bad: '第一段。\n\n一座城――一条链。',
      line: 3,
      column: 4,
      problem: '破折号写成了“――”：一座城――一条链。',
      fix: '改成“——”',
      good: '第一段。\n\n一座城——一条链。',
    },
    {
      bad: '一条链──一座城',
      field: 'title',
      line: 1,
      column: 4,
      problem: '破折号写成了“──”：一条链──一座城',
      fix: '改成“——”',
      good: '一条链——一座城',
    },
  ],
  fine: ['1—8月，中国—东盟博览会，A--B，2022-09-30。', '还有一个专业园区——创新园。'],
  find: ({ passages }) =>
    eachMatch(passages, DASH, ({ 0: found, index }, { text }) => ({
      problem: `破折号写成了“${found.slice(0, 8)}”：${excerpt(text, index, found.length)}`,
      fix: '改成“——”',
    })),
  fix: ({ text }) =>
    [...text.matchAll(DASH)]
      .filter(({ 0: found }) => found[0] === '-')
      .map(({ 0: found, index }) => ({ start: index, end: index + found.length, text: '——' })),
};
