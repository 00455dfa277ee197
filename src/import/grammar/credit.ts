import type { Person } from '#core/byline.ts';
import { readNames } from './names.ts';
import { evened, readPeople } from './people.ts';

export interface Credit {
  /** What stands before the credit; empty where the line is a credit alone. */
  caption: string;
  /** As printed, without its brackets. */
  credit: string;
  people: Person[];
}

const WHO =
  '(?:(?:新华社|中新社|本报|本刊|\\p{Script=Han}{2,10}(?:日报|晚报|报|网|社|融媒体中心))?(?:特约|见习|实习|全媒体|融媒体|摄影)*(?:记者|通讯员)?(?:发)? *)?';
const AFTER = new RegExp(
  `^${WHO}(?<names>[^\\d，。；！？:()“”]{2,24}?) *(?:/ *)?(?<how>摄影|摄|供图|制图|绘图|绘|图)$`,
  'u',
);
const BEFORE = /^(?:摄影|图片|图|制图|供图|绘图|漫画)[:/|] *(?<names>[^，。；！？:()“”]{2,24})$/u;
const STOCK = /^(?:资料图片?|资料照片|本报资料图片?|网络图片)$/u;
const LONGEST = 400;

/** Reads the credit of a photograph: a line of its own, or the end of a caption. */
export function readCredit(text: string): Credit | undefined {
  if (text.length > LONGEST) return undefined;
  const line = evened(text);
  const end = line.trimEnd().length;
  for (const start of startsOf(line.slice(0, end))) {
    const bracketed = line[start] === '(' && line[end - 1] === ')';
    const [from, to] = bracketed ? [start + 1, end - 1] : [start, end];
    const read = creditOf(line.slice(from, to).trim());
    if (read)
      return { caption: text.slice(0, start).trim(), credit: text.slice(from, to).trim(), people: read };
  }
  return undefined;
}

/** Where a credit may begin: the line, a bracket, after the last sentence, after the last spaces. */
function startsOf(line: string): number[] {
  const starts = [0];
  if (line.endsWith(')')) starts.push(line.lastIndexOf('('));
  const sentence = Math.max(line.lastIndexOf('。'), line.lastIndexOf('！'), line.lastIndexOf('”'));
  if (sentence >= 0) starts.push(sentence + 1);
  const spaces = [...line.matchAll(/ +/gu)].map(({ index, 0: gap }) => index + gap.length);
  return [...starts, ...spaces.slice(-4)].filter((start) => start >= 0 && start < line.length);
}

function creditOf(text: string): Person[] | undefined {
  if (STOCK.test(text)) return [];
  const people = /(?:摄|摄影)$/u.test(text) ? readPeople(text) : undefined;
  if (people) return people.map((person) => ({ ...person, role: '摄影' }));
  const { names = '', how = '' } = (AFTER.exec(text) ?? BEFORE.exec(text))?.groups ?? {};
  if (names === '') return undefined;
  const read = readNames(names);
  if (read) return read.map((name) => ({ name, role: '摄影' }));
  const office = /^\p{Script=Han}{3,20}(?:部|局|委|办|中心|公司|管委会|开发区|高新区|政府|社|集团|提供)$/u;
  return how.endsWith('图') && office.test(names.trim())
    ? [{ name: names.trim(), role: '署名单位' }]
    : undefined;
}
