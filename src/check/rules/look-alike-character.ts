import { eachMatch, firstOfEach } from '../flaws.ts';
import type { TextRule } from '../rule.ts';

/** Radicals and compatibility characters, which PDF files give for common hanzi. */
const LOOK_ALIKE = /[\u2E80-\u2FDF\uF900-\uFAFF]/gu;

export const rule: TextRule = {
  id: 'look-alike-character',
  severity: 'warning',
  title: '形似的部首字',
  why: '从 PDF 里复制来的“⽤”“⼯”是部首，看着一样，检索和朗读都认不出。',
  examples: [
    { bad: '⼯业园区开工。', line: 1, column: 1, good: '工业园区开工。' },
    { bad: '第一段。\n\n全县⽤地。', line: 3, column: 3, good: '第一段。\n\n全县用地。' },
    { bad: '⾼新区', field: 'title', line: 1, column: 1, good: '高新区' },
  ],
  fine: ['工业园区用地。'],
  find({ passages }) {
    return firstOfEach(
      eachMatch(passages, LOOK_ALIKE, ([found]) => ({
        problem: `“${found}”是部首，不是汉字“${found.normalize('NFKC')}”`,
        fix: `重新打一个“${found.normalize('NFKC')}”`,
      })),
    );
  },
};
