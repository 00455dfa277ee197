import { eachMatch, firstPerLine } from '../text/matches.ts';
import type { TextRule } from '../text-rule.ts';

/**
 * A year in Chinese numerals with other characters as zeros. Four characters with a circle are a year; with
 * a letter or a digit only before a word that shows a year.
 */
const YEAR =
  /(?<![一二三四五六七八九〇○◯Oo0-9])(?=[一二三四五六七八九〇]{1,3}[○◯OoＯｏ0０])(?:[一二三四五六七八九〇○◯]{4}(?![一二三四五六七八九〇○◯])|[一二三四五六七八九〇○◯OoＯｏ0０]{4}(?=年|——|至|到))/gu;
const CIRCLE = /[○◯OoＯｏ0０]/gu;

export const rule: TextRule = {
  id: 'year-zero',
  severity: 'warning',
  title: '年份的圈号',
  why: '汉字年份里的零是“〇”；圆圈符号和字母 O 看着像，检索不到，朗读也读不出。',
  examples: [
    {
      bad: '二○二二年开工。',
      line: 1,
      column: 1,
      problem: '“二○二二”里的零不是“〇”',
      fix: '改成“二〇二二”，或运行 npm run check -- --fix',
      good: '二〇二二年开工。',
      autofix: true,
    },
    {
      bad: '第一段。\n\n到一九九O年完工。',
      line: 3,
      column: 2,
      problem: '“一九九O”里的零不是“〇”',
      fix: '改成“一九九〇”，或运行 npm run check -- --fix',
      good: '第一段。\n\n到一九九〇年完工。',
      autofix: true,
    },
    {
      bad: '一九九○、一九九一年开工。',
      line: 1,
      column: 1,
      problem: '“一九九○”里的零不是“〇”',
      fix: '改成“一九九〇”，或运行 npm run check -- --fix',
      good: '一九九〇、一九九一年开工。',
      autofix: true,
    },
    {
      bad: '二◯◯五年总结',
      field: 'title',
      line: 1,
      column: 1,
      problem: '“二◯◯五”里的零不是“〇”',
      fix: '改成“二〇〇五”，或运行 npm run check -- --fix',
      good: '二〇〇五年总结',
    },
  ],
  fine: ['二〇二一、二〇二二年，某○○局，一二三四○。', '二〇二二年、2022年、二零二二年，○一区。'],
  find: ({ passages }) =>
    firstPerLine(
      eachMatch(passages, YEAR, ([found]) => ({
        problem: `“${found}”里的零不是“〇”`,
        fix: `改成“${found.replaceAll(CIRCLE, '〇')}”，或运行 npm run check -- --fix`,
      })),
    ),
  fix: ({ text }) =>
    [...text.matchAll(YEAR)].map(({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
      text: found.replaceAll(CIRCLE, '〇'),
    })),
};
