import type { Person } from '#core/byline.ts';
import { readBareNames, unbracketed } from './byline.ts';
import { evened, readPeople } from './people.ts';

export interface SourceLine {
  source?: string;
  people?: Person[];
  /** `2022-09-15` */
  date?: string;
  url?: string;
}

const LONGEST = 200;
const LONGEST_SOURCE = 30;
const KEY =
  /(?<source>(?:本文|文章|信息|稿件|新闻|资料)?(?:来源|出处)|稿源)|(?<people>作者|记者|撰稿)|(?<date>发[布表]时间|发布日期|发稿时间|时间|日期|发[布表]于)|(?<url>原文(?:链接|网址|地址)|链接|网址)|(?<other>浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:次数|量)?|访问量|责任编辑|编辑|字体|字号|分享|打印)/u;
const KEYED = new RegExp(`(?<=^|[ |(,，;；])(?:${KEY.source}) *[:|] *`, 'gu');
const QUOTED =
  /^(?:原载|原刊|转自|转载自|摘自|选自|据)(?:于)?[: ]*《?(?<source>[^《》\d:，。]{2,30}?)》? *(?<date>\d{4}[年./-].{3,8})?(?:第?\d+版)?$/u;
const FULL_DATE = /(?<year>\d{4}) *[年./-] *(?<month>\d{1,2}) *[月./-] *(?<day>\d{1,2}) *日?/u;
const DIGITS = '〇零一二三四五六七八九';

/** A line that says where a piece is taken from, who wrote it and when; undefined for any other line. */
export function readSourceLine(text: string): SourceLine | undefined {
  const line = unbracketed(evened(text).trim());
  if (line.length > LONGEST || line === '') return undefined;
  const quoted = QUOTED.exec(line)?.groups;
  const isBracketed = line !== evened(text).trim();
  if (
    quoted?.source &&
    (/^(?:原|转|摘|选)/u.test(line) || (isBracketed && /报|网|社/u.test(quoted.source)))
  ) {
    const date = dateIn(quoted.date ?? '');
    return { source: quoted.source.trim(), ...(date && { date }) };
  }
  const keys = [...line.matchAll(KEYED)];
  const before = line.slice(0, keys[0]?.index ?? 0).trim();
  const day = readDateLine(before);
  if (keys.length === 0 || (before !== '' && day === undefined)) return undefined;
  const out: SourceLine = day === undefined ? {} : { date: day };
  keys.forEach(({ index, 0: key, groups = {} }, at) => {
    const value = line
      .slice(index + key.length, keys[at + 1]?.index ?? line.length)
      .replace(/[ |,，;；]+$/u, '');
    if (groups.source !== undefined) readSource(value, out);
    else if (groups.people !== undefined) {
      const people = readPeople(value) ?? readBareNames(value);
      if (people) out.people = people;
    } else if (groups.date !== undefined) {
      const date = dateIn(value);
      if (date) out.date = date;
    } else if (groups.url !== undefined && /^https?:\/\//u.test(value)) out.url = value;
  });
  // A line of names alone is a byline; a line of 浏览次数 alone is residue.
  return out.source !== undefined || out.date !== undefined || out.url !== undefined ? out : undefined;
}

function readSource(value: string, out: SourceLine): void {
  const date = dateIn(value);
  const name = value
    .replace(FULL_DATE, '')
    .replace(/\d{1,2}:\d{2}(?::\d{2})?|[《》|]|\( *\)/gu, '')
    .trim();
  if (name !== '' && [...name].length <= LONGEST_SOURCE && !/[。，]/u.test(name)) out.source = name;
  if (date) out.date = date;
}

/** A line that is a full date and nothing else. */
export function readDateLine(text: string): string | undefined {
  const line = unbracketed(evened(text).trim());
  if (line.length > 40) return undefined;
  const plain = line
    .replace(/ *\(?星期[一二三四五六日天]\)?$/u, '')
    .replace(/ +\d{1,2}:\d{2}(?::\d{2})?$/u, '');
  const figures = plain.replace(
    /^([\p{Script=Han}○]{4})年(\p{Script=Han}{1,3})月(\p{Script=Han}{1,3})日$/u,
    (_, year, month, day) => `${figure(year)}年${count(month)}月${count(day)}日`,
  );
  const found = FULL_DATE.exec(figures);
  return found && found[0] === figures ? dateIn(figures) : undefined;
}

function figure(hanzi: string): string {
  return [...hanzi.replace(/[○Ｏ]/gu, '〇')]
    .map((each) => {
      const at = DIGITS.indexOf(each);
      return at < 2 ? (at < 0 ? 'x' : 0) : at - 1;
    })
    .join('');
}

/** 十五 as 15. */
function count(hanzi: string): number {
  const [tens = '', ones = ''] = hanzi.includes('十') ? hanzi.split('十') : ['', hanzi];
  const value = (each: string) => Math.max(0, DIGITS.indexOf(each) - 1);
  return (hanzi.includes('十') ? (tens === '' ? 1 : value(tens)) * 10 : 0) + value(ones);
}

/** The first full date in a text, if the calendar has it. */
function dateIn(text: string): string | undefined {
  const { year = '', month = '', day = '' } = FULL_DATE.exec(text)?.groups ?? {};
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = year !== '' && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return real ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}
