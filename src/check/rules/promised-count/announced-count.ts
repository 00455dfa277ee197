import { NUMERAL, numberOf } from '../../text/chinese-numerals.ts';
import { namedGroups } from '../../text/named-groups.ts';
import type { Passage, TextFinding } from '../../text-rule.ts';

/** A number that a text announces; enumerations have at most nineteen items. */
export const COUNT = `(?<number>${NUMERAL}|1?\\d(?!\\d))`;
const NOUN =
  '重点|环节|层面|维度|问题|难题|特点|亮点|变化|原因|关键|抓手|优势|措施|举措|办法|做法|经验|体会|建议|意见|要求|任务|工作|原则|步骤|途径|路径|难处|好处|短板|转变|突破|提升|跃升|保障|支撑|行动|工程|机制|制度|启示|矛盾|压力';
const ANNOUNCEMENT = new RegExp(
  `(?<![第\\d.一二三四五六七八九十])${COUNT}(?:个?方面|(?:个|项|条|大|类|种|点|方面)(?:${NOUN})|(?:步走|件事|句话|笔账|本账|道坎|道关|道题)|[点招条步关](?=[：，。、；”]|$))`,
  'gu',
);
/** Most characters between the announcement and its items. */
const MAX_DISTANCE = 14;
const MAX_SENTENCE = 60;

/** A number of things that should follow: `三件事`. */
export interface AnnouncedCount {
  passage: Passage;
  index: number;
  text: string;
  count: number;
}

/** The number announced at the end of the last sentence before an index. */
export function lastAnnouncedCount(passage: Passage, end: number): AnnouncedCount | undefined {
  const start = Math.max(0, end - MAX_SENTENCE);
  const lead = passage.text.slice(start, end).replace(/[。：，；、！\s]{1,4}$/u, '');
  const from = Math.max(...[...'。；！？'].map((mark) => lead.lastIndexOf(mark))) + 1;
  const match = [...lead.slice(from).matchAll(ANNOUNCEMENT)].at(-1);
  if (!match) return undefined;
  const rest = lead.slice(from + match.index + match[0].length);
  if (rest.length > MAX_DISTANCE || /^[等多余]/u.test(rest)) return undefined;
  const count = numberOf(namedGroups<'number'>(match).number);
  return { passage, index: start + from + match.index, text: match[0], count };
}

/**
 * The finding that an announced number is wrong.
 * @param actual how many there are
 * @param what a Chinese name for what was counted
 */
export function mismatch(
  { passage, index, text, count }: AnnouncedCount,
  actual: number,
  what: string,
): TextFinding {
  const announced = passage.text.slice(index, index + 8);
  return {
    passage,
    index,
    length: text.length,
    problem: `说是“${announced}”，${what}${actual < count ? '只有' : '却有'}${actual}个`,
    fix: `核对原稿：改正数目“${text}”，或补上、删去相应的内容`,
  };
}
