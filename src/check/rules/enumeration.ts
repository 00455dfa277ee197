import { enumerationsOf, type Item } from '../text/enumerations.ts';
import { numeralOf } from '../text/chinese-numerals.ts';
import type { TextFinding, TextRule } from '../text-rule.ts';

export const rule: TextRule = {
  id: 'enumeration',
  severity: 'warning',
  title: '序号跳号',
  why: '“一是、三是”中间少了“二是”，不是漏了内容，就是删改以后没有重新编号。',
  examples: [
    {
      bad: '一是备地，三是招人。',
      line: 1,
      column: 6,
      problem: '“一是”之后应是“二是”，这里是“三是”',
      fix: '补上漏掉的内容，或把这里改成“二是”',
      good: '一是备地，二是招人。',
    },
    {
      bad: '## 一、备地\n\n先备地。\n\n## 三、招人\n\n再招人。',
      line: 5,
      column: 4,
      problem: '“一、”之后应是“二、”，这里是“三、”',
      fix: '补上漏掉的内容，或把这里改成“二、”',
      good: '## 一、备地\n\n先备地。\n\n## 二、招人\n\n再招人。',
    },
    {
      bad: '一要备地。二要修路。二要招人。',
      line: 1,
      column: 11,
      problem: '“二要”出现了两次',
      fix: '后一处改成“三要”，后面的依次顺延',
      good: '一要备地。二要修路。三要招人。',
    },
    {
      bad: '（一）备地。\n\n（二）修路。\n\n（四）招人。',
      line: 5,
      column: 1,
      problem: '“（二）”之后应是“（三）”，这里是“（四）”',
      fix: '补上漏掉的内容，或把这里改成“（三）”',
      good: '（一）备地。\n\n（二）修路。\n\n（三）招人。',
    },
  ],
  fine: [
    '一是备地，二是招人。再说办法：一是跑，二是谈。',
    '一看就懂，再看才会。',
    '## 一、备地\n\n（一）平地。\n\n（二）修路。\n\n## 二、招人\n\n（一）发布。',
    '一是一，二是二。',
  ],
  find: ({ passages }) =>
    enumerationsOf(passages).flatMap((items) =>
      items.flatMap((item, at) => {
        const last = items[at - 1];
        return last && item.value !== last.value + 1 ? findingFor(last, item) : [];
      }),
    ),
};

function findingFor(last: Item, { passage, index, value, ordinal }: Item): TextFinding {
  const expected = /\d/u.test(ordinal) ? String(last.value + 1) : numeralOf(last.value + 1);
  const right = ordinal.replace(/\d+|[一二三四五六七八九十]+/u, expected);
  return {
    passage,
    index,
    length: ordinal.length,
    problem:
      value === last.value
        ? `“${ordinal}”出现了两次`
        : `“${last.ordinal}”之后应是“${right}”，这里是“${ordinal}”`,
    fix:
      value === last.value
        ? `后一处改成“${right}”，后面的依次顺延`
        : `补上漏掉的内容，或把这里改成“${right}”`,
  };
}
