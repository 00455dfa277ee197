import { eachMatch, firstPerLine } from '../text/matches.ts';
import { isMaskedPlace } from '../text/masked-place.ts';
import type { TextFinding, TextRule } from '../text-rule.ts';

/** Asterisks before a kind of place that Markdown leaves as text. */
const ASTERISKS = /\*{1,6}(?=[省市县区州乡镇村旗])/gu;
/** Asterisks that Markdown reads as bold: `在**县，为**县`. */
const PAIRED_ASTERISKS = /\*\*([省市县区州乡镇村旗])[^*\n]{0,2000}\*\*(?=[省市县区州乡镇村旗])/gu;
const LETTERS = /(?<![\p{sc=Latin}\d×])(?:[XxＸ]{2,8}(?=\p{sc=Han})|[XＸ](?=[省市县乡镇]))/gu;
const OTHERS = /(?:[□○〇_＿?？]{2,8})(?=[省市县乡镇])/gu;

/** The kinds of places whose names are masked. */
const PLACE = /^[省市县区州乡镇村旗]/u;

/** @param next the text after the signs; names of firms are masked too */
const messageFor = (signs: string, next: string) => ({
  problem: `隐去的${PLACE.test(next) ? '地名' : '名称'}写成了“${signs}${PLACE.exec(next)?.[0] ?? ''}”`,
  fix: '隐名统一用“××”，例如“××县”',
});

export const rule: TextRule = {
  id: 'mask',
  severity: 'error',
  title: '隐名写法',
  why: '星号在 Markdown 里是加粗，会吃掉文字；字母 X 读不通。隐去的名称一律用“××”。',
  examples: [
    {
      bad: '今年以来，\\*\\*县开工12个项目。',
      line: 1,
      column: 7,
      problem: '隐去的地名写成了“**县”',
      fix: '隐名统一用“××”，例如“××县”',
      good: '今年以来，××县开工12个项目。',
    },
    {
      bad: '这一年，**县备好地，再为**县招商。',
      line: 1,
      column: 5,
      problem: '隐去的地名写成了“**县”',
      fix: '隐名统一用“××”，例如“××县”',
      good: '这一年，××县备好地，再为××县招商。',
    },
    {
      bad: 'XX县开工12个项目。',
      line: 1,
      column: 1,
      problem: '隐去的地名写成了“XX县”',
      fix: '隐名统一用“××”，例如“××县”',
      good: '××县开工12个项目。',
    },
    {
      bad: '路通到XX州新城。',
      line: 1,
      column: 4,
      problem: '隐去的地名写成了“XX州”',
      fix: '隐名统一用“××”，例如“××县”',
      good: '路通到××州新城。',
    },
    {
      bad: 'XX县的三步棋',
      field: 'title',
      line: 1,
      column: 1,
      problem: '隐去的地名写成了“XX县”',
      fix: '隐名统一用“××”，例如“××县”',
      good: '××县的三步棋',
    },
  ],
  fine: ['××县、某县与XXL号工装。', '这是**县里的做法**，20XX年再看。', 'X光机、X射线、A区和X区。'],
  find({ passages, source }) {
    const left = [ASTERISKS, LETTERS, OTHERS].flatMap((pattern) =>
      eachMatch(passages, pattern, ({ 0: found, index }, { text }) => {
        const next = index + found.length;
        if (found.startsWith('*') && !isMaskedPlace(text, next)) return undefined;
        return messageFor(found, text.slice(next));
      }),
    );
    const paired = eachMatch(source, PAIRED_ASTERISKS, ({ 0: found, 1: place = '', index }, { text }) =>
      isMaskedPlace(text, index + 2) && isMaskedPlace(text, index + found.length)
        ? messageFor('**', place)
        : undefined,
    );
    return firstPerLine([...left, ...paired.map((finding): TextFinding => ({ ...finding, length: 3 }))]);
  },
};
