import { readBareNames, readBylineLine, readEditorLine, readSignature } from '#core/byline/byline-line.ts';
import { isTooLong, tidy, unbracket } from '#core/byline/byline-text.ts';
import { isMedia, isOrg } from '#core/byline/orgs.ts';
import { readPeople } from '#core/byline/people.ts';
import { isNameByRole } from '#core/byline/person-names.ts';
import type { Person } from '#core/byline.ts';
import { readCredit } from './credit.ts';
import { type Dateline, readDateline } from './dateline.ts';
import { findDate } from './find-date.ts';
import { withSpaces } from './ornaments.ts';
import { type OrgLine, readOrgLine } from './signature-tail.ts';
import { isIndexLine, trimmed } from './source-fields.ts';
import { readDateLine, readSourceLine, type SourceLine } from './source-line.ts';

/** A line that newspapers and offices print below a text. */
export type EndLine =
  | { kind: 'people'; people: Person[]; date?: string; isUncertain?: true }
  | ({ kind: 'org' } & OrgLine)
  | ({ kind: 'source' } & SourceLine)
  | { kind: 'editor'; editor?: string }
  | { kind: 'credit'; people: Person[] }
  | ({ kind: 'dateline' } & Dateline)
  | { kind: 'contact' }
  /** Kept as printed: 原标题, 转载请注明出处. */
  | { kind: 'note' }
  /** Like a byline, but not readable as one. */
  | { kind: 'unread' };

/** Maximum length of a note in characters, and maximum number of organisations on a line: anything longer is text. */
const MAX_NOTE_LENGTH = 50;
const MAX_OFFICES = 4;
const ALL_OF = /全体(?:职工|员工|师生|教师|村民|居民|业主|同志|党员|干部|会员|成员|人员)$/u;
/** Maximum length of a contact line, in characters. */
const MAX_CONTACT_LENGTH = 120;
const CONTACT_LABEL =
  '(?:联系人|联系方式|联系电话|联系|电话号码|电话|热线|邮箱|信箱|邮编|邮政编码|通讯地址|地址|传真|网址|官网|微信号?|微博|[Qq]{2}群?号?|手机|电子邮件|[Ee]-?mail|Tel|TEL|网站|公众号)';
/** A contact line stays in the text: it can be part of a notice. */
const CONTACT = new RegExp(
  `^[（【]?[\\p{Script=Han}]{0,8}?${CONTACT_LABEL}(?:（[^（）]{1,8}）)?(?: ?[：/] ?\\S| ?\\d)[^。！？]*[。）】]?$`,
  'u',
);
const NUMBER_ONLY = /^[\d（）+—–-][\d（）+ —–/、-]{6,40}$/u;
const ADDRESS = /^<?(https?:\/\/[^\s<>]{4,500})>?$/u;
const ENCLOSED = /^[（【].*[）】]$/u;

const NOTE =
  /^(?:原标题|原题) ?：|^(?:未经[^。]{0,12}|如需|若需|欢迎)?转载[^。]{0,30}$|^(?:本文|文章|此文)?(?:略)?有(?:删节|删改|删减|改动)$|专稿$|^附件(?:下载)? ?：.{1,60}\.(?:docx?|pdf|xlsx?|pptx?|zip|rar|wps|ofd|jpe?g|png)$|^(?:版权|著作权)[^。]{0,30}$/u;
/** 本组稿件由本报记者甲某采写 */
const WRITTEN_BY =
  /^(?:本[组版文期篇]|以上)?(?:稿件|文字|报道|图文|文图|文章|内容)?(?:均|都|皆)?由 ?(?<by>.{2,60}?) ?(?:采写|撰写|采访|整理|报道|供稿)$/u;
/** 综合某社、某报报道 */
const ROUNDUP = /^(?:本报|本刊)?(?:综合|据)(?<by>.{2,60}?)等?(?:综合)?(?:报道|消息|电|讯)$/u;
/** What a letter to the editors is signed with. */
const READER =
  /^(?:一?名?)(?:本[报刊])?(?:读者|观众|听众|网友|家长|职工|工人|村民|居民|市民|业主|学生|写信人|反映人|投诉人)[ ：]+(?<name>\p{Script=Han}[\p{Script=Han} 、]{1,20})$/u;
const DATED_AT =
  / ?(?:(?:[写作记草]|改定|修改|定稿|初稿|完稿)?于\p{Script=Han}{2,10}|改定|修改|定稿|初稿|完稿|写毕|[深凌]?[夜晨])$/u;

/** Reads a line below a text; undefined if it is part of the text. */
export function readEndLine(printed: string): EndLine | undefined {
  const text = withSpaces(printed);
  const address = ADDRESS.exec(text)?.[1];
  if (address) return { kind: 'source', url: address };
  const source = readSourceLine(text);
  if (source) return { kind: 'source', ...source };
  const date = readDateLine(text) ?? readDateLine(text.replace(DATED_AT, ''));
  if (date) return { kind: 'source', date };
  const editor = readEditorLine(text);
  if (editor) return { kind: 'editor', ...(editor.editor && { editor: editor.editor }) };
  if (isIndexLine(text)) return { kind: 'editor' };
  const org = readOrgLine(text);
  if (org) return { kind: 'org', ...org };
  const line = unbracket(tidy(text)).replace(/。$/u, '');
  if (line.length <= MAX_NOTE_LENGTH && NOTE.test(line)) return { kind: 'note' };
  return (
    readRoundup(line) ??
    readNamesLine(printed) ??
    readNamesWithDate(line) ??
    readWholeDateline(text) ??
    (isContact(text) ? { kind: 'contact' } : undefined)
  );
}

/** `综合某社、某报报道`: the source if it is one, the reporters if they are named. */
export function readRoundup(line: string): EndLine | undefined {
  const by = ROUNDUP.exec(line)?.groups?.by?.trim();
  if (by === undefined) return undefined;
  const media = by.split(/[、，和及]/u).map((each) => each.trim().replace(/^《(.+)》$/u, '$1'));
  if (media.every((each) => isMedia(each) || /^本[报刊网]$/u.test(each))) {
    const [source] = media;
    return { kind: 'source', ...(media.length === 1 && source && isMedia(source) && { source }) };
  }
  const people = readPeople(by, { isName: isNameByRole, posts: false, enclosed: true });
  return people?.hasRole ? { kind: 'people', people: people.people } : undefined;
}

function readNamesLine(text: string): EndLine | undefined {
  const credit = readCredit(text);
  if (credit?.caption === '') return { kind: 'credit', people: credit.people };
  const people = readSignature(text) ?? readBylineLine(text);
  if (people) return { kind: 'people', people };
  const by = WRITTEN_BY.exec(unbracket(tidy(text)).replace(/。$/u, ''))?.groups?.by;
  const writers = by === undefined ? undefined : readPeople(tidy(by), { isName: isNameByRole, posts: false });
  return writers?.hasRole ? { kind: 'people', people: writers.people } : undefined;
}

/** `（某报 记者 甲某 2022年9月15日）` */
function readNamesWithDate(printed: string): EndLine | undefined {
  const line = printed.replace(DATED_AT, '');
  const found = isTooLong(line) ? undefined : findDate(line);
  if (!found || found.end !== line.length) return undefined;
  const names = trimmed(line.slice(0, found.start));
  const people = readBylineLine(names);
  if (people) return { kind: 'people', people, date: found.date };
  const bare = readBareNames(names);
  return bare && bare.length <= 2
    ? { kind: 'people', people: bare, date: found.date, isUncertain: true }
    : undefined;
}

/**
 * Reads a line of names without any role. The caller must know that it is the last line below a text.
 * Names in brackets are certain.
 */
export function readNamesAtEnd(text: string): EndLine | undefined {
  const people = readBareNames(text);
  if (!people) return undefined;
  return { kind: 'people', people, ...(!ENCLOSED.test(tidy(text)) && { isUncertain: true }) };
}

/**
 * Reads the offices or the reader that sign above a date. The caller must know that the line stands there.
 * Offices that do not usually sign are uncertain.
 */
export function readOfficeAboveDate(text: string): EndLine | undefined {
  const words = unbracket(tidy(text)).split(/[ 、，；]+/u);
  const isNamed = (word: string) => word.length >= 4 && isOrg(word.replace(ALL_OF, ''));
  const isOffice = words.length <= MAX_OFFICES && words.every(isNamed);
  if (isOffice)
    return { kind: 'people', people: words.map((name) => ({ name, role: '署名单位' })), isUncertain: true };
  const reader = READER.exec(tidy(text))?.groups?.name;
  const people = reader === undefined ? undefined : readBareNames(reader);
  return people && { kind: 'people', people };
}

/** A dateline without a text behind it: `（据新华社某地9月12日电）`. */
function readWholeDateline(text: string): EndLine | undefined {
  if (isTooLong(text)) return undefined;
  const tidied = tidy(text).replace(/。$/u, '');
  const line = unbracket(tidied);
  const read = readDateline(line);
  return read && read.length === line.length ? { kind: 'dateline', ...read, dateline: text } : undefined;
}

function isContact(text: string): boolean {
  if (isTooLong(text, MAX_CONTACT_LENGTH)) return false;
  const line = tidy(text);
  return CONTACT.test(line) || NUMBER_ONLY.test(line);
}
