import { isMedia, MEDIA_END } from '#core/byline/orgs.ts';

const OWN = '(?:本报|本刊|本网|本台|本社)';
const NAMED = `(?:《?[\\p{Script=Han}A-Za-z0-9·]{1,16}?》?${MEDIA_END}》?|新华社|中新社|人民网|中国网)`;
const DATE =
  '(?:\\d{4}年)?(?:\\d{1,2}月\\d{1,2}日|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)';
const PLACE = '\\p{Script=Han}{2,9}?';
const WHERE = `(?: ?(?!${MEDIA_END}|新闻)(?<place>${PLACE}))??(?: ?(?<date>${DATE}))? ?`;
const KIND = '(?:综合|最新|专|新媒体专|体育专|特约|特)?(?:电|讯|消息)|综合报道|报道';
/** `河北日报讯`, `本报某地9月15日电`, `据新华社某地9月15日电` */
const HEAD = new RegExp(`^据?(?:(?<own>${OWN})|(?<source>${NAMED}))${WHERE}(?<kind>${KIND})`, 'u');
/** A newspaper's name without 讯, or a place with 讯; only valid before reporters' names. */
const BEFORE_NAMES = new RegExp(
  `^(?:(?<source>${NAMED}) ?|(?<place>\\p{Script=Han}{2,8})讯 ?|[快短简]讯 ?)(?=（)`,
  'u',
);
/** The end of `本报记者甲某 某地9月15日电`. */
const REPORTED = new RegExp(
  `^(?:(?<place>${PLACE}))?(?: ?(?<date>${DATE}))? ?(?:专?电|讯|摄影报道|综合报道|报道)$`,
  'u',
);
/** Characters that continue 讯 or 电 to another word: 讯息, 电力. */
const WORD_GOES_ON =
  /^(?:[息号问飞速道录员力网子视影话商台器站池路源版报机气能厂梯缆邮脑文告函传汇]|方(?!面))/u;
/** Characters that show that the words are part of a sentence. */
const SENTENCE_GOES_ON = /^ ?[，、。；！？的之”’》了着过]/u;
const BOUNDARY = /^(?:$|[ ：（【记通])/u;
/** Characters before 讯 that form another word: 通讯, 资讯. */
const NO_PLACE = /[通资短快简喜音审闻问电网融采编腾科]$/u;

/** Newspaper, place and date of a dateline, and the length of the text that names them. */
export interface Head {
  length: number;
  source?: string;
  place?: string;
  date?: string;
}

/** Reads `本报讯`, `河北日报讯`, `新华社某地9月15日电` at the start of a unified text. */
export function findHead(text: string): Head | undefined {
  const found = HEAD.exec(text);
  if (!found?.groups || !isHead(found.groups, text.slice(found[0].length))) return undefined;
  const { source, place, date } = found.groups;
  return { length: found[0].length, source, place, date };
}

/** Reads `某报（…`, `某市讯（…`. The caller must check that the brackets contain names. */
export function findHeadBeforeNames(text: string): Head | undefined {
  const found = BEFORE_NAMES.exec(text);
  if (!found) return undefined;
  const { source, place } = found.groups ?? {};
  return NO_PLACE.test(place ?? '') ? undefined : { length: found[0].length, source, place };
}

/** Reads `某地9月15日电` or `报道` after reporters' names. */
export function findReported(text: string): Omit<Head, 'length'> | undefined {
  const found = REPORTED.exec(text);
  return found ? { place: found.groups?.place, date: found.groups?.date } : undefined;
}

/** Whether words that look like a dateline are one, judged by their parts and by the text after them. */
function isHead(groups: Record<string, string | undefined>, after: string): boolean {
  const { own, source = '', place, date, kind = '' } = groups;
  if (WORD_GOES_ON.test(after) || SENTENCE_GOES_ON.test(after)) return false;
  const isBounded = BOUNDARY.test(after);
  if (place !== undefined && (NO_PLACE.test(place) || isMedia(place) || /记者|通讯/u.test(place)))
    return false;
  if (own === undefined && !isMedia(source)) return false;
  if (kind.endsWith('报道') || kind.endsWith('消息')) return isBounded;
  if (date !== undefined) return true;
  if (place !== undefined) return isBounded;
  if (kind.endsWith('电')) return isBounded && (own !== undefined || /^(?:新华|中新)社$/u.test(source));
  return own !== undefined || isBounded || /(?:报|融媒体中心)$/u.test(source);
}
