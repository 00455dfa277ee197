import { excerpt, firstPerLine } from '../text/matches.ts';
import type { TextFinding, Passage, TextRule } from '../text-rule.ts';

const WIDE: Record<string, string> = {
  ',': '，',
  '.': '。',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '｡': '。',
  '､': '、',
};
/** Characters of Chinese text before and after a mark. */
const BEFORE = '[\\p{sc=Han}”’）》】」％，。；：？！、…]';
const AFTER = '[\\p{sc=Han}“‘（《【「”’）》】」，。；：？！、…]';
const PATTERNS = [
  new RegExp(`(?<=${BEFORE})[,;?!:.](?=${AFTER})`, 'gu'),
  new RegExp(`(?<=${BEFORE})[,;?!](?=[ \\d\\p{sc=Latin}]|$)`, 'gmu'),
  new RegExp(`(?<=${BEFORE}):(?=\\d)`, 'gu'),
  new RegExp(`(?<=[\\d%％])[,;](?=${AFTER})`, 'gu'),
  /(?<=[\p{sc=Han}”）》])\.$/gmu,
  /[｡､]/gu,
];
/** Straight quotation marks next to hanzi; after a number they mean inches. */
const QUOTE =
  /(?<=\p{sc=Han}|[，。：；、（]|^)["'](?=[\p{sc=Han}\d\p{sc=Latin}《])|(?<=[\p{sc=Han}\p{sc=Latin}》。！？])["'](?=\p{sc=Han}|[，。：；、）]|$)/gmu;
/** Not after `]`: `markdown-left` reports broken links. */
const PARENTHESIS = /(?<!\])\((?=[^()（）\n]{0,60}\p{sc=Han})|(?<=\p{sc=Han})\)|(?<=（[^（）()\n]{0,60})\)/gu;

export const rule: TextRule = {
  id: 'ascii-mark',
  severity: 'warning',
  title: '半角标点',
  why: '汉字之间用全角标点（GB/T 15834），半角的逗号、引号和括号印出来挤在一起。',
  examples: [
    {
      bad: '项目开工了,工人进场。',
      line: 1,
      column: 6,
      problem: '这里用了半角的 , ：项目开工了,工人进场。',
      fix: '改成“，”',
      good: '项目开工了，工人进场。',
      autofix: true,
    },
    {
      bad: '第一段。\n\n县里打造"园中园"。',
      line: 3,
      column: 5,
      problem: '这里用了半角的 " ：县里打造"园中园"。（这一段共2处）',
      fix: '改成“ ”，引号里的引号用‘ ’',
      good: '第一段。\n\n县里打造“园中园”。',
    },
    {
      bad: '本刊讯(记者某某)项目开工。',
      line: 1,
      column: 4,
      problem: '这里用了半角的 ( ：本刊讯(记者某某)…（这一段共2处）',
      fix: '改成全角的“（ ）”',
      good: '本刊讯（记者某某）项目开工。',
    },
    {
      bad: '完成投资15亿元.',
      line: 1,
      column: 9,
      problem: '这里用了半角的 . ：…资15亿元.',
      fix: '改成“。”',
      good: '完成投资15亿元。',
    },
    {
      bad: '开工率95.5%,比上年高。',
      line: 1,
      column: 9,
      problem: '这里用了半角的 , ：…95.5%,比上年高。',
      fix: '改成“，”',
      good: '开工率95.5%，比上年高。',
    },
    {
      bad: '招谁来?怎么帮',
      field: 'title',
      line: 1,
      column: 4,
      problem: '这里用了半角的 ? ：招谁来?怎么帮',
      fix: '改成“？”',
      good: '招谁来？怎么帮',
    },
  ],
  fine: [
    '总数1,234个，增长3.5%，时间8:30，网址https://example.com/a,b?c=1。',
    '他用Wi-Fi看GB/T 15834(2011)和Nature, Science。',
    '1.优化环境。\n\n2.引进项目。',
    '投稿邮箱:a@b.example',
  ],
  find: ({ passages }) =>
    passages.flatMap((passage) => firstPerLine(findingsIn(passage).sort((a, b) => a.index - b.index))),
  fix: ({ text }) =>
    [...text.matchAll(BETWEEN_HANZI)].map(({ 0: char, index }) => ({
      start: index,
      end: index + 1,
      text: WIDE[char] ?? char,
    })),
};

const BETWEEN_HANZI = /(?<=\p{sc=Han})[,.;:?!](?=\p{sc=Han})/gu;

function findingsIn(passage: Passage): TextFinding[] {
  const { text } = passage;
  return [...PATTERNS, QUOTE, PARENTHESIS].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: char, index }) => ({
      passage,
      index,
      length: 1,
      problem: `这里用了半角的 ${char} ：${excerpt(text, index, 1)}`,
      fix: fixFor(char),
    })),
  );
}

function fixFor(char: string): string {
  const wide = WIDE[char];
  if (wide) return `改成“${wide}”`;
  return char === '(' || char === ')' ? '改成全角的“（ ）”' : '改成“ ”，引号里的引号用‘ ’';
}
