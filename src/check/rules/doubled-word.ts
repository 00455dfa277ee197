import { excerpt, firstPerLine } from '../text/matches.ts';
import type { ArticleText, TextFinding, Passage, TextRule } from '../text-rule.ts';
import { isHanzi, wordsAround } from '../text/segment.ts';

/** Characters of a doubled word: a single one is for `doubled-character`, a longer run for `repeated-run`. */
const MIN_LENGTH = 2;
const MAX_LENGTH = 8;
/** Maximum number of doubled words examined in a passage; a passage with more repeats on purpose. */
const MAX_WORDS = 50;
/** Suffixes that make the second one another word: 企业企业家. */
const SUFFIX = /[家员者化性界主部局厅社工品厂院系法学群类链园]/u;
/** Words that are doubled on purpose. */
const DOUBLED_ON_PURPOSE =
  /^(?:[一几]..?|.一|.[着啊呀了]|[轰隆哗啦叮当咚嘟嘀嗒呼噜咕噼啪嘎吱哐咔嚓扑通丁零哈嘻呵]{2,4}|很.|[太好许]?[久多少远]|好[久多远]|太[多少远久]|千万|成[宿天年夜]|整[宿天夜]|暖和|纠正|清静|轻松|舒服|痛快|亲热|咱们|多年|解释|说明|帮助|照顾|关心|回忆|思考|反思|感受|放松|热闹|高兴|凉快|见识|打量|盘算|计算|掂量|开导|批评|鼓励|安慰|适应|熟悉|协调|沟通|联系|核实|对照|查看|比较|总结|走访|研究|讨论|商量|考虑|了解|锻炼|学习|休息|打扫|收拾|琢磨|合计|参观|体验|尝试|活动|交流|请教|打听|走动|议论|指点|调整|梳理|整理|观察|检查|介绍|认识|非常|十分|特别|真的|永远|很多|许多|很久|加油|谢谢|通红|雪白|碧绿|湛蓝|金黄|漆黑|笔直|滚烫|冰凉|溜圆|老大|好多|好的|不是|就是|对的)$/u;

export const rule: TextRule = {
  id: 'doubled-word',
  severity: 'warning',
  title: '叠词',
  why: '同一个词连写了两遍，多半是改稿时没有删净。',
  examples: [
    {
      bad: '县里推进推进产业升级。',
      line: 1,
      column: 3,
      problem: '“推进”写了两遍：县里推进推进产业升级。',
      fix: '删去一个“推进”',
      good: '县里推进产业升级。',
    },
    {
      bad: '第一段。\n\n园区的服务的服务更好。',
      line: 3,
      column: 3,
      problem: '“的服务”写了两遍：园区的服务的服务更好。',
      fix: '删去一个“的服务”',
      good: '第一段。\n\n园区的服务更好。',
    },
    {
      bad: '全省经开区经开区开工率高',
      field: 'title',
      line: 1,
      column: 3,
      problem: '“经开区”写了两遍：全省经开区经开区开工率高',
      fix: '删去一个“经开区”',
      good: '全省经开区开工率高',
    },
  ],
  fine: [
    '一个一个谈，一项一项办，研究研究再定。',
    '民营企业企业家、发展合作合作社来了。',
    '件件有回音，人人人人都出力。',
  ],
  find: (article) => firstPerLine(article.passages.flatMap((passage) => findingsIn(passage, article))),
};

function findingsIn(passage: Passage, { words: lists }: ArticleText): TextFinding[] {
  const { text } = passage;
  return doubledWords(text).flatMap(({ word, index }) => {
    if (DOUBLED_ON_PURPOSE.test(word) || SUFFIX.test(text[index + word.length * 2] ?? '')) return [];
    const context = text.slice(Math.max(0, index - 6), index + word.length * 2 + 6);
    if (lists.doubles.some((right) => context.includes(right))) return [];
    const words = wordsAround(text, index);
    const edges = new Set(words.flatMap((each) => [each.index, each.index + each.text.length]));
    const end = index + word.length * 2;
    if (![index, index + word.length, end].every((edge) => edges.has(edge))) return [];
    return {
      passage,
      index,
      length: word.length * 2,
      problem: `“${word}”写了两遍：${excerpt(text, index, word.length * 2)}`,
      fix: `删去一个“${word}”`,
    };
  });
}

/** Runs of two to eight hanzi, not all the same, that occur twice in a row. */
function doubledWords(text: string): { word: string; index: number }[] {
  const found: { word: string; index: number }[] = [];
  for (let length = MIN_LENGTH; length <= MAX_LENGTH && found.length < MAX_WORDS; length++) {
    let same = 0;
    for (let index = 0; index + length < text.length; index++) {
      same = text[index] === text[index + length] && isHanzi(text[index]) ? same + 1 : 0;
      if (same < length) continue;
      const start = index - length + 1;
      const word = text.slice(start, index + 1);
      if (found.length < MAX_WORDS && !/^(.)\1+$/u.test(word)) found.push({ word, index: start });
      same = 0;
    }
  }
  return found;
}
