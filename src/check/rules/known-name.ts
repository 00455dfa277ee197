import { type NearKnown, nearKnown } from '../near-known.ts';
import type { TextRule } from '../rule.ts';

/** How a piece differs from the name. */
const DIFFERENCE: Record<NearKnown['kind'], (known: string) => string> = {
  wrong: (known) => `和“${known}”只差一个字`,
  extra: (known) => `比“${known}”多一个字`,
  missing: (known) => `比“${known}”少一个字`,
  swapped: (known) => `和“${known}”有两个字颠倒了`,
};

export const rule: TextRule = {
  id: 'known-name',
  severity: 'warning',
  title: '名称差一字',
  why: '和登记的地区、园区、栏目、来源，或常用的提法只差一个字，或者多一个字、少一个字、两个字颠倒，多是打错；提法可以在 check.yaml 的 phrases 里添加。',
  examples: [
    { bad: '推进京津翼协同发展。', line: 1, column: 3, good: '推进京津冀协同发展。' },
    {
      bad: '第一段。\n\n企业融入“一代一路”建设。',
      line: 3,
      column: 6,
      good: '第一段。\n\n企业融入“一带一路”建设。',
    },
    { bad: '融入京冀津协同发展。', line: 1, column: 3, good: '融入京津冀协同发展。' },
    { bad: '河北雄安新新区开工。', line: 1, column: 3, good: '河北雄安新区开工。' },
    { bad: '固定资投资增长。', line: 1, column: 1, good: '固定资产投资增长。' },
    { bad: '深化放管付改革', field: 'title', line: 1, column: 3, good: '深化放管服改革' },
  ],
  fine: [
    '京津两地，一代人一路走来。',
    '优化供给策略，专精特新企业。',
    '高质量的发展，战略新兴产业，粤港澳湾区。',
  ],
  find({ passages, words }) {
    const near = [words.phrases, words.names].flatMap((list) => nearKnown(list)(passages));
    return near.flatMap(({ passage, index, found, known, kind }) =>
      words.distinct.some((name) => name.includes(found) || found.includes(name)) ||
      words.typos.some(({ wrong }) => found.includes(wrong))
        ? []
        : {
            passage,
            index,
            length: found.length,
            problem: `“${found}”${DIFFERENCE[kind](known)}`,
            fix: `改成“${known}”；确实是别的名称，写进 check.yaml 的 distinct`,
          },
    );
  },
};
