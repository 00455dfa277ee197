import type { Person } from '#core/byline.ts';
import { isMedia, isOrg, isSigner } from '#core/byline/orgs.ts';
import { isPlausibleName } from '#core/byline/person-names.ts';
import { findDate } from './find-date.ts';
import { withoutPageTools } from './page-tools.ts';

/** A date with the name of a paper, an office or a person next to it, without labels. */
export interface DatedName {
  date?: string;
  source?: string;
  people?: Person[];
  /** The name may be the author or the source: the office of a company page. */
  isUncertain?: true;
}

/** Limits of a line with names and a date: its characters, its words, and the characters of a word. Longer ones are text. */
const MAX_LENGTH = 70;
const MAX_WORDS = 3;
const MAX_WORD_LENGTH = 12;
/** The page of a paper, and where and how a platform says that a post was sent. */
const PAGE =
  /(?:^| )(?:第 ?)?(?:[A-D]\d{2}(?= |$)|(?:[A-D]?\d{1,3}|[一二三四五六七八九十]{1,2}) ?版)(?:[：·]? ?\p{Script=Han}{2,4}(?= |$))?/gu;
const SENT =
  /(?:发表于|发布于|编辑于|IP属地|来自|发自)：? ?\p{Script=Han}{2,6}|(?<=^| )(?:首次)?(?:发布|发表|更新|刊发|编发)(?= |$)|已编辑|(?<=^| )(?:原创|转载)(?= |$)/gu;
/** Names of companies, accounts and offices that are no media. */
const OFFICE =
  /(?:集团|公司|股份|控股|科技|宣传|党建|工会|团委|办公室|管委会|园区|高新区|开发区|经开区|政府|政务|官微|之声|新闻|资讯|视窗|之窗)$/u;
const WORD = /^[\p{Script=Han}A-Za-z0-9·（）_]{2,24}$/u;
/** A day without a year, or a time ago. */
const DAY =
  /(?:\d{1,2}月\d{1,2}日|(?<!\d)\d{1,2}-\d{1,2}(?!\d)|昨天|前天|今天|\d{1,2}(?:天|小时|分钟)前|星期[一二三四五六日天])(?: ?\d{1,2}：\d{2})?/u;
/** Dates as databases of papers print them: `2023年/3月/1日`. */
const DATE_IN_PARTS = /(\d{4}) ?年 ?\/ ?(\d{1,2}) ?月 ?\/ ?(\d{1,2}) ?日 ?\/?/u;

const EDITION = /(?:数字|电子)(?:报刊?|版|报纸)$/u;

/** Reads the name of a paper's site above an article: `某报数字报`. */
export function readMasthead(line: string): DatedName | undefined {
  const paper = line
    .replace(EDITION, '')
    .replace(/^《(.+)》$/u, '$1')
    .trim();
  return paper !== line && isMedia(paper) ? { source: paper, isUncertain: true } : undefined;
}

/** Reads `某集团 2023-03-01`, `2023年3月1日 某办公室`, `某报 2023年3月1日 第3版`; the line is tidied. */
export function readDatedName(line: string): DatedName | undefined {
  const rest = restOf(line);
  if (!rest) return undefined;
  const { words, date, isApart } = rest;
  const isPost = /发表于|发布于/u.test(line);
  if (words.length === 0) return date === undefined ? undefined : { date };
  const names = words.map((word) => word.replace(/^《(.+)》$/u, '$1'));
  const media = names.filter(isMedia);
  const others = names.filter((name) => !isMedia(name));
  const dated = date === undefined ? {} : { date };
  if (media.length > 1 || !others.every((name) => isPlausibleName(name) || (isOffice(name) && date)))
    return undefined;
  if (others.length === 0) return { ...dated, source: media[0] };
  if (!isApart && others.some(isPlausibleName)) return undefined;
  // A name next to a day only is too little evidence.
  if (date === undefined) return undefined;
  const account = isPost && others.length > 1 ? others.at(-1) : undefined;
  const signers = others.filter((name) => name !== account);
  const people = signers.flatMap((name): Person[] =>
    isPlausibleName(name) ? [{ name, role: '作者' }] : isSigner(name) ? [{ name, role: '署名单位' }] : [],
  );
  return {
    date,
    ...((media[0] ?? account) && { source: media[0] ?? account }),
    ...(people.length > 0 && { people }),
    isUncertain: true,
  };
}

/** Whether a line begins with a numeric date or with a time of day: no title does. */
export function beginsWithTime(line: string): boolean {
  return /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)|(?:\d{1,2}[-./]\d{1,2}|(?:\d{1,2}月)?\d{1,2}日|今天|昨天|前天) ?\d{1,2}：\d{2})/u.test(
    line,
  );
}

/** Reads the date of a line with one short word of any kind, as pages print it below a title. */
export function readDateWithWord(line: string): DatedName | undefined {
  const rest = restOf(line);
  const [word = ''] = rest?.words ?? [];
  if (rest?.date === undefined || !rest.isApart || rest.words.length !== 1 || word.length > MAX_WORD_LENGTH)
    return undefined;
  return { date: rest.date, isUncertain: true };
}

function isOffice(name: string): boolean {
  return name.length >= 3 && (isOrg(name) || OFFICE.test(name));
}

/** The date of a line and the words next to it. */
function restOf(printed: string): { date?: string; words: string[]; isApart: boolean } | undefined {
  if (printed.length > MAX_LENGTH) return undefined;
  const line = withoutPageTools(printed.replace(DATE_IN_PARTS, ' $1年$2月$3日 '));
  const full = findDate(line);
  const day = full ? undefined : (DAY.exec(line) ?? undefined);
  const start = full?.start ?? day?.index;
  const end = full?.end ?? (day && day.index + day[0].length);
  if (start === undefined || end === undefined) return undefined;
  const [before, after] = [line.slice(0, start), line.slice(end)];
  const rest = `${before} ${after}`
    .replace(SENT, ' ')
    .replace(PAGE, ' ')
    .replace(/[【】｜/，、；·—-]+/gu, ' ')
    .trim();
  const words = rest.split(/ +/u).filter(Boolean);
  if (words.length > MAX_WORDS || words.some((word) => !WORD.test(word.replace(/[《》]/gu, ''))))
    return undefined;
  const isBehindSpace = /[ ）]$/u.test(line.slice(start, end));
  const isApart =
    /^$|[ ｜/【】（）·]$/u.test(before) && (isBehindSpace || /^(?:$|[ ｜/【】（）·])/u.test(after));
  return { ...(full && { date: full.date }), words, isApart };
}
