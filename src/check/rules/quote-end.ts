import { excerpt } from '../text/matches.ts';
import { PROSE_KINDS, type TextRule } from '../text-rule.ts';

/** A quotation as long as a sentence, at the beginning of a sentence or after a colon, and its speaker. */
const SPEECH =
  /(?:^|[：。！？”\n])“([^“”]{10,2000}|[^“”]{5,9}(?=”[他她](?:说|道|笑道|答道|表示|笑着说)))”(?=[^，。；：！？“”]{1,30}?(?:说|表示|介绍|坦言|感慨|告诉|强调|指出|道)[，。])/gu;

export const rule: TextRule = {
  id: 'quote-end',
  severity: 'warning',
  title: '引文缺句末标点',
  why: '引用整句话，句末的标点写在引号里面：“……。”某某说。',
  examples: [
    {
      bad: '“搬进园区以后，跑腿的事少了”一位业主说。',
      line: 1,
      column: 15,
      problem: '引文末尾没有标点：…腿的事少了”一位业主说…',
      fix: '后，跑腿的事少了。”',
      good: '“搬进园区以后，跑腿的事少了。”一位业主说。',
    },
    {
      bad: '第一段。\n\n“我们只管生产，别的不用操心”他表示。',
      line: 3,
      column: 15,
      problem: '引文末尾没有标点：…的不用操心”他表示。',
      fix: '产，别的不用操心。”',
      good: '第一段。\n\n“我们只管生产，别的不用操心。”他表示。',
    },
    {
      bad: '会上有人发言：“园区的服务比外面便宜”张某说。',
      line: 1,
      column: 19,
      problem: '引文末尾没有标点：…比外面便宜”张某说。',
      fix: '的服务比外面便宜。”',
      good: '会上有人发言：“园区的服务比外面便宜。”张某说。',
    },
  ],
  fine: [
    '“搬进园区以后，跑腿的事少了，”他说，“还省钱。”',
    '“实业强县、幸福某县”是县里的说法。',
    '“搬进园区以后，省心多……”他说。',
  ],
  find: ({ passages }) =>
    passages
      .filter(({ kind }) => PROSE_KINDS.includes(kind))
      .flatMap((passage) =>
        [...passage.text.matchAll(SPEECH)].flatMap(({ 0: found, 1: said = '', index }) => {
          if (/[。！？…，—～]$/u.test(said)) return [];
          const end = index + found.length - 1;
          return {
            passage,
            index: end,
            length: 1,
            problem: `引文末尾没有标点：${excerpt(passage.text, end, 1)}`,
            fix: `${said.slice(-8)}。”`,
          };
        }),
      ),
};
