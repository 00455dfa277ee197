import { eachMatch, firstPerLine } from '../text/matches.ts';
import type { TextRule } from '../text-rule.ts';

/** Radicals and compatibility characters, which PDF files contain instead of common hanzi. */
const LOOK_ALIKE = /[\u2E80-\u2FDF\uF900-\uFAFF]/gu;

/**
 * Radicals of the block CJK Radicals Supplement, each followed by its hanzi: the property
 * Equivalent_Unified_Ideograph of Unicode 14. NFKC maps only two of them. Thirteen are left out whose hanzi
 * are outside the basic plane, as no keyboard has them.
 */
const RADICALS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
const HANZI = new Map(RADICALS.match(/../gu)?.map((pair) => [pair[0] ?? '', pair[1] ?? '']));

/** The hanzi to use instead; undefined where there is none that can be typed. */
function hanziOf(char: string): string | undefined {
  const hanzi = HANZI.get(char) ?? char.normalize('NFKC');
  return hanzi === char ? undefined : hanzi;
}

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
