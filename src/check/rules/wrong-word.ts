import { wordings } from '../text/wordings.ts';
import type { TextRule } from '../text-rule.ts';

export const rule: TextRule = {
  id: 'wrong-word',
  severity: 'warning',
  title: '错别字',
  why: '词表里的错词，每一个都只有一种改法；编辑可以在 check.yaml 里添加。',
  examples: [
    {
      bad: '会议部暑下一步工作。',
      line: 1,
      column: 3,
      problem: '“部暑”是错词',
      fix: '改成“部署”',
      good: '会议部署下一步工作。',
    },
    {
      bad: '第一段。\n\n双方签定合同。',
      line: 3,
      column: 3,
      problem: '“签定”是错词',
      fix: '改成“签订”',
      good: '第一段。\n\n双方签订合同。',
    },
    {
      bad: '征稿启示',
      field: 'title',
      line: 1,
      column: 1,
      problem: '“征稿启示”是错词',
      fix: '改成“征稿启事”',
      good: '征稿启事',
    },
  ],
  fine: ['某部暑期开放，按装配式建筑的标准。', '会议部署工作，双方签订合同。'],
  find: ({ passages, words }) =>
    wordings(passages, words.typos, ({ wrong, right }) => ({
      problem: `“${wrong}”是错词`,
      fix: `改成“${right}”`,
    })),
};
