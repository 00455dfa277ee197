import { excerpt, eachMatch, firstPerLine } from '../text/matches.ts';
import type { TextRule } from '../text-rule.ts';

/**
 * Zero-width characters, soft hyphens and direction marks. Not joiners in emoji (👨‍👩‍👧) or between Arabic letters.
 */
const INVISIBLE =
  /(?:[\u200B\u200E\u200F\u2060-\u2064\uFEFF]|(?<!\p{sc=Arabic})\u200C|(?<!\p{Extended_Pictographic}|\uFE0F|[\u{1F3FB}-\u{1F3FF}]|\p{sc=Arabic})\u200D|(?<=\p{Extended_Pictographic}|\uFE0F|[\u{1F3FB}-\u{1F3FF}])\u200D(?!\p{Extended_Pictographic}|[♀♂⚕⚖✈]))+|(?<![\u0080-\u00FF\u2010-\u2122])\u00AD+/gu;
/** The same and control characters, which the loader reports. */
const REMOVED = new RegExp(
  `${INVISIBLE.source}|[\\u202A-\\u202E\\u2066-\\u2069]+|[^\\P{Cc}\\t\\n\\r\\u0080-\\u009F]+`,
  'gu',
);

export const rule: TextRule = {
  id: 'invisible-character',
  severity: 'warning',
  title: '看不见的字符',
  why: '网页和 Word 里复制来的零宽字符看不见，却会让检索找不到这个词。',
  examples: [
    {
      bad: '产业\u200B园开工。',
      line: 1,
      column: 3,
      problem: '夹着看不见的字符：产业园开工。',
      fix: '删去，或运行 npm run check -- --fix',
      good: '产业园开工。',
      autofix: true,
    },
    {
      bad: '第一段。\n\n某县\uFEFF开工。',
      line: 3,
      column: 3,
      problem: '夹着看不见的字符：某县开工。',
      fix: '删去，或运行 npm run check -- --fix',
      good: '第一段。\n\n某县开工。',
      autofix: true,
    },
    {
      bad: '招商\u00AD引资',
      field: 'title',
      line: 1,
      column: 3,
      problem: '夹着看不见的字符：招商引资',
      fix: '删去，或运行 npm run check -- --fix',
      good: '招商引资',
    },
  ],
  fine: ['第一行\n第二行。', '一家三口👨\u200D👩\u200D👧，彩旗🏳️\u200D🌈，5️⃣个项目。'],
  find({ passages }) {
    return firstPerLine(
      eachMatch(passages, INVISIBLE, ({ 0: found, index }, { text }) => ({
        problem: `夹着看不见的字符：${excerpt(text, index, found.length).replaceAll(found, '')}`,
        fix: '删去，或运行 npm run check -- --fix',
      })),
    );
  },
  fix: ({ text }) =>
    [...text.matchAll(REMOVED)].map(({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
      text: '',
    })),
};
