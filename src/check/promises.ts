import { NUMERAL, numberOf } from './numerals.ts';
import type { Passage } from './rule.ts';

/** A number that may be promised: nobody enumerates more than nineteen. */
export const NUMBER = `(?<number>${NUMERAL}|1?\\d(?!\\d))`;
const NOUN =
  '重点|环节|层面|维度|问题|难题|特点|亮点|变化|原因|关键|抓手|优势|措施|举措|办法|做法|经验|体会|建议|意见|要求|任务|工作|原则|步骤|途径|路径|难处|好处|短板|转变|突破|提升|跃升|保障|支撑|行动|工程|机制|制度|启示|矛盾|压力';
const PROMISE = new RegExp(
  `(?<![第\\d.一二三四五六七八九十])${NUMBER}(?:个?方面|(?:个|项|条|大|类|种|点|方面)(?:${NOUN})|(?:步走|件事|句话|笔账|本账|道坎|道关|道题)|[点招条步关](?=[：，。、；”]|$))`,
  'gu',
);
/** How far the promise may stand before what it promises. */
const REACH = 14;
const SENTENCE = 60;

/** So many of something that will follow: `三件事`. */
export interface Promised {
  passage: Passage;
  index: number;
  text: string;
  count: number;
}

/** The promise in the last sentence before a place, where it is the last that the sentence says. */
export function lastPromise(passage: Passage, end: number): Promised | undefined {
  const start = Math.max(0, end - SENTENCE);
  const lead = passage.text.slice(start, end).replace(/[。：，；、！\s]{1,4}$/u, '');
  const from = Math.max(...[...'。；！？'].map((mark) => lead.lastIndexOf(mark))) + 1;
  const match = [...lead.slice(from).matchAll(PROMISE)].at(-1);
  if (!match) return undefined;
  const rest = lead.slice(from + match.index + match[0].length);
  if (rest.length > REACH || /^[等多余]/u.test(rest)) return undefined;
  const count = numberOf(match.groups?.number ?? '');
  return { passage, index: start + from + match.index, text: match[0], count };
}
