import { eachMatch, firstOfEach } from '../flaws.ts';
import type { TextRule } from '../rule.ts';

/** Radicals and compatibility characters, which PDF files give for common hanzi. */
const LOOK_ALIKE = /[\u2E80-\u2FDF\uF900-\uFAFF]/gu;

/** Radicals of CJK Radicals Supplement, each with its hanzi: Unicode's EquivalentUnifiedIdeograph.txt. */
const RADICALS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺉刂⺊卜⺋㔾⺌小⺍小⺎尢⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳罒⺴网⺵㓁⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
const HANZI = new Map(RADICALS.match(/../gu)?.map((pair) => [pair[0] ?? '', pair[1] ?? '']));

/** The hanzi that a look-alike stands for; undefined where it is a hanzi of its own, or stands for none. */
function hanziOf(sign: string): string | undefined {
  const hanzi = HANZI.get(sign) ?? sign.normalize('NFKC');
  return hanzi === sign ? undefined : hanzi;
}

export const rule: TextRule = {
  id: 'look-alike-character',
  severity: 'warning',
  title: '形似的部首字',
  why: '从 PDF 里复制来的“⽤”“⼯”是部首，看着一样，检索和朗读都认不出。',
  examples: [
    { bad: '⼯业园区开工。', line: 1, column: 1, good: '工业园区开工。' },
    { bad: '第一段。\n\n全县⽤地。', line: 3, column: 3, good: '第一段。\n\n全县用地。' },
    { bad: '⻓期坚持，⻔市开工。', line: 1, column: 1, good: '长期坚持，门市开工。' },
    { bad: '⾼新区', field: 'title', line: 1, column: 1, good: '高新区' },
  ],
  fine: ['工业园区用地。'],
  find({ passages }) {
    return firstOfEach(
      eachMatch(passages, LOOK_ALIKE, ([found]) => {
        const hanzi = hanziOf(found);
        return hanzi === undefined
          ? undefined
          : {
              problem: `“${found}”看着像“${hanzi}”，却是另一个字符（${codePoint(found)}）`,
              fix: `重新打一个“${hanzi}”，或运行 npm run check -- --fix`,
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

function codePoint(sign: string): string {
  return `U+${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
