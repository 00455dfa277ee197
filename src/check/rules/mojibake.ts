import { eachMatch, firstPerLine } from '../text/matches.ts';
import { mayBeMisread, misreadPattern } from './mojibake/utf8-as-gbk.ts';
import type { Passage, TextRule } from '../text-rule.ts';

/** UTF-8 decoded as Latin-1 or Windows-1252: continuation bytes after a lead byte. */
const AS_LATIN = /(?:[Â-ß][\u0080-¿]){2,}|[à-ï][\u0080-¿ŠšŽžŒœŸƒˆ˜‚„†‡‰‹›€™]{2}|â€[œ\u009d˜™”“\u0080-¿]/gu;
/** GBK decoded as Latin-1: pairs of accented letters. UTF-8 punctuation decoded as GBK. */
const RUNS = /[\u00A1-\u00FF]{6,}|[鈥銆]|锛[屽氱堬燂涳紒]/gu;
const BROKEN = /[\uFFFD\uE000-\uF8FF]+|锟斤拷?|(?:烫){3,}|(?:屯){3,}/gu;

export const rule: TextRule = {
  id: 'mojibake',
  severity: 'error',
  title: '乱码',
  why: '文件用错了编码打开，字已经坏了，只能回原稿里找。',
  examples: [
    {
      bad: '某县锟斤拷产业园开工。',
      line: 1,
      column: 3,
      problem: '这里有乱码“锟斤拷”',
      fix: '对照原稿补上正确的字；整篇都是乱码的，用正确的编码重新导入',
      good: '某县装备产业园开工。',
    },
    {
      bad: '某县产\uFFFD园开工。',
      line: 1,
      column: 4,
      problem: '这里有乱码“\uFFFD”',
      fix: '对照原稿补上正确的字；整篇都是乱码的，用正确的编码重新导入',
      good: '某县产业园开工。',
    },
    {
      bad: '第一段。\n\nä¸­å›½制造。',
      line: 3,
      column: 1,
      problem: '这里有乱码“ä¸\u00AD”（这一段共2处）',
      fix: '对照原稿补上正确的字；整篇都是乱码的，用正确的编码重新导入',
      good: '第一段。\n\n中国制造。',
    },
    {
      bad: '鍥尯鐨勫缓璁俱€',
      line: 1,
      column: 3,
      problem: '这里有乱码“鐨勫缓”',
      fix: '对照原稿补上正确的字；整篇都是乱码的，用正确的编码重新导入',
      good: '园区的建设。',
    },
    {
      bad: '产业园\uE5D2开工',
      field: 'title',
      line: 1,
      column: 4,
      problem: '这里有乱码“\uE5D2”',
      fix: '对照原稿补上正确的字；整篇都是乱码的，用正确的编码重新导入',
      good: '产业园开工',
    },
  ],
  fine: ['与法国某公司合作，在café里谈成。', '企业名为“Müller & Söhne”。', '屯田、屯屯通水泥路。'],
  find({ passages }) {
    const suspects = passages.filter(({ text }) => mayBeMisread(text));
    const searches: [readonly Passage[], RegExp][] = [
      [passages, BROKEN],
      [passages, AS_LATIN],
      [suspects, misreadPattern()],
      [passages, RUNS],
    ];
    return firstPerLine(
      searches.flatMap(([searched, pattern]) =>
        eachMatch(searched, pattern, ([found]) => ({
          problem: `这里有乱码“${found.slice(0, 10)}”`,
          fix: '对照原稿补上正确的字；整篇都是乱码的，用正确的编码重新导入',
        })),
      ),
    );
  },
};
