import { excerpt, firstPerLine } from '../text/matches.ts';
import { FAMILY_NAMES } from '../words/family-names.ts';
import type { TextFinding, Passage, TextRule } from '../text-rule.ts';
import { isInsideWord } from '../text/segment.ts';

const SPACE =
  /(?<=[\p{sc=Han}，。：；、])[ \t\u00A0\u3000]{1,2}(?=\p{sc=Han})|(?<=\p{sc=Han})[ \t\u00A0\u3000]{1,2}(?=[，。：；、！？）》”])/gu;
/** Words of bylines, which have spaces between names. */
const BYLINE = /记者|通讯员|作者|来源|编辑|摄影|供图|制图|电话|地址|邮箱/u;
/** Most characters before the end of a dateline. */
const MAX_DATELINE_LENGTH = 40;
/** A number or a date as a label: `第一条 本措施`, `▲9月5日 某市`. */
const LABEL =
  /^[▲△●○■□◆◇★☆※]?(?:第[一二三四五六七八九十百\d]{1,4}[条章节款项编部]|图?[①-⑳\d一二三四五六七八九十年月日时分：:∶.、—～至（）()]{1,24}[天小时万亿元个家％%]{0,3}|[问答]|星期[一二三四五六日])$/u;
const CREDIT = /^[ \u3000]*(?:摄|文|图|摄影|供图|制图|绘|报道|整理|摄影报道|编辑)(?=[，。）/\s]|$)/u;
/** Quotations and titles, which may have two phrases with a space. */
const QUOTED = /“[^“”]{0,80}”|《[^《》]{0,80}》|【[^【】]{0,80}】|‘[^‘’]{0,80}’/gu;
const PARENTHESES = /（[^（）]{0,80}）|\([^()]{0,80}\)/gu;

export const rule: TextRule = {
  id: 'hanzi-space',
  severity: 'warning',
  title: '字间空格',
  why: '句子里的汉字之间没有空格；多出来的空格会在印刷时断开词语。',
  examples: [
    {
      bad: '县里的园 区已经开工，工人进场。',
      line: 1,
      column: 5,
      problem: '汉字之间有空格：县里的园 区已经开工…',
      fix: '删去空格：县里的园区已经开工…',
      good: '县里的园区已经开工，工人进场。',
    },
    {
      bad: '第一段。\n\n完成投资， 开工率提高。',
      line: 3,
      column: 6,
      problem: '汉字之间有空格：完成投资， 开工率提高…',
      fix: '删去空格：完成投资，开工率提高…',
      good: '第一段。\n\n完成投资，开工率提高。',
    },
    {
      bad: '项目开工 ，工人进场。',
      line: 1,
      column: 5,
      problem: '汉字之间有空格：项目开工 ，工人进场…',
      fix: '删去空格：项目开工，工人进场…',
      good: '项目开工，工人进场。',
    },
    {
      bad: '加快推进　产业升级，聚链成群。',
      line: 1,
      column: 5,
      problem: '汉字之间有空格：加快推进　产业升级，…',
      fix: '删去空格：加快推进产业升级，…',
      good: '加快推进产业升级，聚链成群。',
    },
  ],
  fine: [
    '本刊记者 甲某 乙某',
    '本刊讯（记者 甲某 通讯员 乙某）项目开工。',
    '## 先把路修通 再把人请来',
    '图为工人在车间装配。 甲某 摄',
    '全国人大代表李 某说，园区变了样。',
  ],
  find: ({ passages }) =>
    firstPerLine(passages.flatMap((passage) => (isSentence(passage) ? findingsIn(passage) : []))),
};

function isSentence({ kind, text }: Passage): boolean {
  return (
    kind !== 'field' &&
    kind !== 'heading' &&
    kind !== 'cell' &&
    /[，。；]/u.test(text) &&
    /[。！？；：…”）]$/u.test(text)
  );
}

function findingsIn(passage: Passage): TextFinding[] {
  const { text } = passage;
  const asides = rangesOf(text, PARENTHESES);
  const quoted = rangesOf(text, QUOTED);
  return [...text.matchAll(SPACE)].flatMap(({ 0: space, index }) => {
    if (
      LABEL.test(text.slice(0, index)) ||
      isWithin(asides, index) ||
      isBetweenNames(text, index, space.length)
    )
      return [];
    if (isWithin(quoted, index) && !splitsWord(text, index, space.length)) return [];
    return {
      passage,
      index,
      length: space.length,
      problem: `汉字之间有空格：${excerpt(text, index, space.length)}`,
      fix: `删去空格：${excerpt(text, index, space.length).replaceAll(space, '')}`,
    };
  });
}

function isBetweenNames(text: string, index: number, length: number): boolean {
  const before = text.slice(Math.max(0, index - 16), index);
  const after = text.slice(index + length, index + length + 16);
  if (
    /[。！？”]$/u.test(before) ||
    CREDIT.test(after) ||
    /[ \u3000](?:摄|文|图)(?:[，。）]|$)/u.test(after.slice(0, 8))
  )
    return true;
  if (/[日刊报]电$/u.test(before) || (/(?:电|讯|报道)$/u.test(before) && index < MAX_DATELINE_LENGTH))
    return true;
  const sentence = before.slice(before.search(/[^。！？]*$/u));
  if (BYLINE.test(sentence) && !/[，：]/u.test(sentence)) return true;
  const isTwoCharacterName =
    FAMILY_NAMES.includes(before.at(-1) ?? '，') && /^\p{sc=Han}(?:[说、，。）在是的和]|$)/u.test(after);
  if (!isTwoCharacterName) return false;
  return !splitsWord(text, index, length);
}

/** Whether the space splits a word of the dictionary. */
function splitsWord(text: string, index: number, length: number): boolean {
  const near = text.slice(Math.max(0, index - 8), index);
  return isInsideWord(near + text.slice(index + length, index + length + 8), near.length);
}

interface Range {
  from: number;
  to: number;
}

function rangesOf(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
  }));
}

function isWithin(ranges: readonly Range[], index: number): boolean {
  return ranges.some(({ from, to }) => from < index && index < to);
}
