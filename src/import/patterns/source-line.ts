import type { Person } from '#core/byline.ts';
import { readEditorLine } from '#core/byline/byline-line.ts';
import { readDatedName } from './dated-name.ts';
import { findDate } from './find-date.ts';
import { isPageTools, withoutPageTools } from './page-tools.ts';
import { isNameByLabel } from '#core/byline/person-names.ts';
import { isMedia, isOrg } from '#core/byline/orgs.ts';
import { readPeople } from '#core/byline/people.ts';
import { splitFields, type FieldEntry, areSourceFields, trimmed } from './source-fields.ts';
import { asPrinted, isTooLong, tidy, unbracket } from '#core/byline/byline-text.ts';

/** Source information in a line. */
export interface SourceLine {
  source?: string;
  people?: Person[];
  /** `YYYY-MM-DD` */
  date?: string;
  url?: string;
  editor?: string;
  /** The name next to the date may be the author or the source. */
  isUncertain?: true;
}

const URL = /https?:\/\/[^\s，。；）】《》“”<>]{3,500}/u;
/** Words of a web page's toolbar without a label. */
const TOOLS =
  /^(?:[ ｜【】（）/\d+A-]|次|大|中|小|打印|分享|关闭|收藏|T|字体|字号|人|本页|窗口|默认|特大|繁体|简体)*$/u;
const TOOLS_BEHIND = / ?[【（](?:打印|字体|字号|大|中|小| )+[】）]?.*$/u;
/** 原载《某报》 and the like, without a colon. */
/** What WeChat prints above a post taken from another account. */
const REPOSTED = /^以下文章来源于 ?(?<name>[^，]{2,30}?) ?，作者 ?(?<author>.{2,20})$/u;
const FROM =
  /^(?:—{1,2} ?)?(?:本文|此文|该文|文章)?(?:系|为)?(?:原载于?|原刊于?|转载自|转自|摘自|选自|摘编自|节选自|首发于|刊于|载于|刊发于|刊载于|来自|来源于?|据) ?(?:微信)?(?:公众号)? ?(?<name>《[^《》]{2,30}》(?:杂志|月刊|客户端|微信公众号|公众号)?|“[^“”]{2,20}”(?:微信公众号|公众号|客户端|微信)?|[^《》“”，。；：！？ ]{2,24})(?<rest>.{0,40})$/u;
/** 摘自2022年9月15日《某报》 */
const DATE_BEFORE_PAPER = /^(.{0,12}?(?:[载刊]于?|自|于))(\d{4}年\d{1,2}月\d{1,2}日)(《[^《》]{2,30}》)/u;
const PAGE_PATH =
  /^(?<name>[^/ ]{2,20}) ?\/ ?(?<day>\d{4}年\/\d{1,2}月\/\d{1,2}日)\/第?[\dA-Z]{1,4}版(?:\/.{0,20})?$/u;
const PAGES = /(?:\d{4}年)?第?[ \dA-D〇一二三四五六七八九十]{1,5}[版期]|（ *）/gu;
const SENTENCE = /[。！？；]|，.*，/u;
const REPORTERS = / (?:本报|本网)?(?:记者|通讯员|作者)/u;
/** Who put a text on a site; it may be its author. */
const POSTED_BY = /^发布[人者]$/u;
/** What sites print as source where there is none. */
const NO_SOURCE = /^(?:本站|本网站?|本站原创|原创|网络|互联网|未知|不详|无|其他|转载)$/u;
const ROLE_LABEL = /^(?:记者|通讯员)$/u;
const HOST = /(?:www\.)?[A-Za-z0-9-]{2,30}(?:\.[A-Za-z]{2,6}){1,3}/u;
const SPACED_LABEL =
  /(?<=^|[ ｜])((?:发布|发表|更新|发文)(?:时间|日期)|(?:信息|文章|稿件|新闻)?来源|作者|记者|通讯员|责编|编辑|(?:浏览|阅读|点击|访问)(?:次数|量|数)) (?=[^ ：])/gu;
/** Maximum lengths of a line, of the source on it, and of a line with a date alone, in characters. */
const MAX_LINE_LENGTH = 400;
const MAX_SOURCE_LENGTH = 40;
const MAX_DATE_LENGTH = 60;

/** Reads a line that states source, author, date or address and nothing else. */
export function readSourceLine(text: string): SourceLine | undefined {
  if (isTooLong(text, MAX_LINE_LENGTH)) return undefined;
  const url = URL.exec(text)?.[0];
  const tidied = tidy(url ? text.replace(url, ' ') : text);
  const line = unbracket(tidied);
  const read =
    readPagePath(line) ??
    readReposted(line) ??
    readFields(line, url) ??
    readFrom(line, line !== tidied) ??
    readDatedName(line);
  if (!read || Object.keys(read).length === 0) return undefined;
  return read.source === undefined ? read : { ...read, source: titleOf(asPrinted(read.source, text)) };
}

/** `某报/2022年/9月/15日/第003版`: the head of an article in a newspaper database. */
function readPagePath(line: string): SourceLine | undefined {
  const { name, day } = PAGE_PATH.exec(line)?.groups ?? {};
  const found = day === undefined ? undefined : findDate(day.replaceAll('/', ''));
  return name && found && isMedia(name) ? { source: name, date: found.date } : undefined;
}

function readReposted(line: string): SourceLine | undefined {
  const { name, author } = REPOSTED.exec(line)?.groups ?? {};
  const people =
    author === undefined ? undefined : readPeople(author, { isName: isNameByLabel, posts: true });
  return name ? { source: name, ...(people && { people: people.people }), isUncertain: true } : undefined;
}

/** `《某报》` as 某报, `《某刊》杂志` as 某刊杂志. */
function titleOf(source: string): string {
  return source
    .replace(/^《([^《》]+)》(?=$|杂志|月刊|周刊)/u, '$1')
    .replace(/^“([^“”]+)”(?:微信公众号|公众号|客户端|微信)?$/u, '$1');
}

/** Labels that some pages print with a space in place of the colon. */
function withColons(line: string): string {
  return line.replace(SPACED_LABEL, '$1：');
}

/** `编辑：甲某 2023年5月6日` with the date in front, where it belongs to no field. */
function withDateFirst(line: string): string {
  const found = findDate(line);
  if (!found || found.end !== line.length || !/^(?:本[版期]|值班)?(?:责任)?[编责]/u.test(line)) return line;
  return `${line.slice(found.start)} ${line.slice(0, found.start).trim()}`;
}

/** Reads `时间：… 来源：… 作者：…`; only a date may precede the first field. */
function readFields(line: string, url: string | undefined): SourceLine | undefined {
  const { lead, entries } = splitFields(withDateFirst(withColons(line)));
  if (entries.length === 0 || !areSourceFields(entries, url, findDate(lead) !== undefined)) return undefined;
  const result: SourceLine = url ? { url } : {};
  if (lead && !readLead(lead, result)) return undefined;
  return entries.every((entry) => readField(entry, result)) ? result : undefined;
}

function readLead(lead: string, result: SourceLine): boolean {
  const found = findDate(lead);
  if (!found) return false;
  result.date = found.date;
  const rest = `${lead.slice(0, found.start)} ${lead.slice(found.end)}`
    .replace(HOST, '')
    .replace(/[【】｜]/gu, ' ');
  const name = trimmed(rest);
  if (isMedia(name)) result.source = name;
  // The name of the site or of the section.
  return /^[\p{Script=Han}A-Za-z0-9]{0,12}$/u.test(name);
}

/** Reads a field into the result; false if its value does not fit the field. */
function readField({ field, key, value }: FieldEntry, result: SourceLine): boolean {
  if (field === 'date') {
    const found = findDate(value);
    if (!found) return value === '' || /^\d{1,2}[-月]\d{1,2}/u.test(value);
    result.date ??= found.date;
    const rest = trimmed(`${value.slice(0, found.start)} ${value.slice(found.end)}`);
    return TOOLS.test(rest) || isPageTools(rest);
  }
  if (field === 'people') {
    const role = ROLE_LABEL.exec(key)?.[0] ?? '作者';
    if (value !== '' && POSTED_BY.test(key)) result.isUncertain = true;
    return value === '' || readAuthors(`${role}：${value}`, result);
  }
  if (field === 'editor') return value === '' || readEditor(value, result);
  if (field === 'source') return value === '' || readSource(value, result);
  return field !== 'url' || value === '';
}

function readAuthors(all: string, result: SourceLine): boolean {
  const found = findDate(all);
  if (found) result.date ??= found.date;
  const value = found ? trimmed(all.slice(0, found.start) + all.slice(found.end)) : all;
  const reading = readPeople(value, { isName: isNameByLabel, posts: true });
  if (reading) result.people = [...(result.people ?? []), ...reading.people];
  return reading !== undefined || /^[\p{Script=Han}A-Za-z0-9_ ：-]{1,24}$/u.test(value);
}

function readEditor(value: string, result: SourceLine): boolean {
  const editor = readEditorLine(`编辑：${value}`)?.editor;
  if (editor) result.editor = editor;
  return value.length <= MAX_SOURCE_LENGTH;
}

/** Removes date, page and reporters from a source; the rest is its name. */
function readSource(value: string, result: SourceLine): boolean {
  let rest = value;
  const found = findDate(rest);
  if (found) {
    result.date ??= found.date;
    rest = `${rest.slice(0, found.start)} ${rest.slice(found.end)}`;
  }
  rest = trimmed(rest.replace(PAGES, ' '));
  const by = rest.search(REPORTERS);
  if (by > 0) {
    if (!readAuthors(rest.slice(by + 1), result)) return false;
    rest = trimmed(rest.slice(0, by));
  }
  if (rest.length > MAX_SOURCE_LENGTH || SENTENCE.test(rest)) return false;
  rest = trimmed(withoutPageTools(rest));
  if (NO_SOURCE.test(rest)) return true;
  const source = trimmed(rest.replace(TOOLS_BEHIND, '').replace(/】$/u, ''));
  if (source) result.source ??= source;
  return true;
}

/** Reads `原载《某报》2022年9月15日`, `（据某社电）`: without a colon. */
function readFrom(printed: string, isEnclosed: boolean): SourceLine | undefined {
  const line = printed.replace(DATE_BEFORE_PAPER, '$1$3$2');
  const { name, rest = '' } = FROM.exec(line)?.groups ?? {};
  if (name === undefined) return undefined;
  const isTitled = /^[《“]/u.test(name);
  const plain = name.replace(/电$/u, '');
  if (!isTitled && !isMedia(plain) && !(isEnclosed && isOrg(plain))) return undefined;
  if (line.startsWith('据') && !isEnclosed && !isTitled) return undefined;
  const found = findDate(rest);
  const left = found ? rest.slice(0, found.start) + rest.slice(found.end) : rest;
  if (!/^[ ，、。·]*$/u.test(left.replace(PAGES, ''))) return undefined;
  return { source: plain, ...(found && { date: found.date }) };
}

/** Reads a line that is a full date and nothing else, as `YYYY-MM-DD`. */
export function readDateLine(text: string): string | undefined {
  if (isTooLong(text, MAX_DATE_LENGTH)) return undefined;
  const line = tidy(text)
    .replace(/^[（【](.*)[）】]$/u, '$1')
    .trim();
  const found = findDate(line);
  return found?.start === 0 && found.end === line.length ? found.date : undefined;
}
