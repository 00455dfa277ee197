import { hanziOf, LOOK_ALIKE } from '#core/text/look-alike-hanzi.ts';
import { eachMatch, firstPerLine } from '../text/matches.ts';
import type { TextRule } from '../text-rule.ts';

export const rule: TextRule = {
  id: 'look-alike-character',
  severity: 'warning',
  title: '形似的部首字',
  why: '从 PDF 里复制来的“⽤”“⼯”是部首，看着一样，检索和朗读都认不出。',
  examples: [
    {
      bad: '⼯业园区开工。',
      line: 1,
      column: 1,
      problem: '“⼯”看着像“工”，却是另一个字符（U+2F2F）',
      fix: '重新打一个“工”，或运行 npm run check -- --fix',
      good: '工业园区开工。',
      autofix: true,
    },
    {
      bad: '第一段。\n\n全县⽤地。',
      line: 3,
      column: 3,
      problem: '“⽤”看着像“用”，却是另一个字符（U+2F64）',
      fix: '重新打一个“用”，或运行 npm run check -- --fix',
      good: '第一段。\n\n全县用地。',
      autofix: true,
    },
    {
      bad: '⻓期坚持，⻔市开工。',
      line: 1,
      column: 1,
      problem: '“⻓”看着像“长”，却是另一个字符（U+2ED3）（这一段共2处）',
      fix: '重新打一个“长”，或运行 npm run check -- --fix',
      good: '长期坚持，门市开工。',
      autofix: true,
    },
    {
      bad: '⾼新区',
      field: 'title',
      line: 1,
      column: 1,
      problem: '“⾼”看着像“高”，却是另一个字符（U+2FBC）',
      fix: '重新打一个“高”，或运行 npm run check -- --fix',
      good: '高新区',
    },
  ],
  fine: ['工业园区用地。'],
  find({ passages }) {
    return firstPerLine(
      eachMatch(passages, LOOK_ALIKE, ([found]) => {
        const hanzi = hanziOf(found);
        if (hanzi !== undefined) {
          return {
            problem: `“${found}”看着像“${hanzi}”，却是另一个字符（${codePoint(found)}）`,
            fix: `重新打一个“${hanzi}”，或运行 npm run check -- --fix`,
          };
        }
        // Some characters of the compatibility block are hanzi of their own.
        if (found >= '\uF900') return undefined;
        return {
          problem: `“${found}”是部首，不是汉字（${codePoint(found)}）`,
          fix: '对照原稿，重新打这个字',
        };
      }),
    );
  },
  fix: ({ text }) =>
    [...text.matchAll(LOOK_ALIKE)].flatMap(({ index, 0: found }) => {
      const hanzi = hanziOf(found);
      return hanzi === undefined ? [] : [{ start: index, end: index + found.length, text: hanzi }];
    }),
};

function codePoint(char: string): string {
  return `U+${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
