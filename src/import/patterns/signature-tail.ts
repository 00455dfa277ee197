import type { Person } from '#core/byline.ts';
import { isPlausibleName } from '#core/byline/person-names.ts';
import { isPost } from '#core/byline/orgs.ts';
import { type NameLine, readPeople } from '#core/byline/people.ts';
import { REPORTER } from '#core/byline/roles.ts';
import { readDateline } from './dateline.ts';
import { isTooLong, tidy, unbracket, unifySigns } from '#core/byline/byline-text.ts';

/** Number of characters at the end of a paragraph that are searched for names. */
const MAX_SEARCHED_LENGTH = 120;
const BRACKET = / *（(?<inner>[^（）]{2,80}(?:（[^（）]{2,30}）[^（）]{0,30})?)） *$/u;
/** Names in brackets without a role must follow a complete sentence, else they are part of it. */
const ENDED = /[。！？…”’；]$/u;
/** Names without brackets; these need a role or a mark in front. */
const OPEN = /(?<=[。！？…”’]) *(?<mark>[□■◎] ?)?(?<inner>[^。！？；：“”（）]{2,60})$/u;

/** The names at the end of a text, and the agency that they report for. */
export interface Tail {
  /** Before the space in front of the names. */
  start: number;
  people: Person[];
  source?: string;
}

/** Reads the names or the dateline at the end of an article's last paragraph. */
export function readTail(text: string): Tail | undefined {
  const from = Math.max(0, text.length - MAX_SEARCHED_LENGTH);
  const end = unifySigns(text.slice(from));
  const bracket = BRACKET.exec(end);
  const found = bracket ?? OPEN.exec(end);
  if (!found) return undefined;
  const { inner = '', mark } = found.groups ?? {};
  const dateline = bracket ? readWholeDateline(inner) : undefined;
  if (dateline) return { start: from + found.index, ...dateline };
  const reading = readPeople(tidy(inner), {
    isName: isPlausibleName,
    posts: false,
    enclosed: bracket !== null,
  });
  if (!reading) return undefined;
  const before = end.slice(0, found.index);
  const isTail = bracket ? isEnclosed(reading, before) : reading.hasRole || mark !== undefined;
  return isTail ? { start: from + found.index, people: reading.people } : undefined;
}

/** `（据新华社某地9月12日电）` */
function readWholeDateline(inner: string): Omit<Tail, 'start'> | undefined {
  const line = tidy(inner);
  const read = readDateline(line);
  if (read?.length !== line.length) return undefined;
  return { people: read.people, ...(read.source && { source: read.source }) };
}

function isEnclosed({ hasRole, works, people }: NameLine, before: string): boolean {
  if (hasRole || works.length > 0) return true;
  return people.every(({ role }) => role !== '署名单位') && ENDED.test(before);
}

const OFFICE = '(?<org>[^，。；：！？].{2,79})';
const LABELLED = new RegExp(
  `^(?:(?:第一|本文|文章)?(?:作者|通讯员)(?:所在)?单位(?:系|为|是)? ?：?|单位 ?：) ?${OFFICE}$`,
  'u',
);
const STATED = new RegExp(
  `^(?:本文|文章)?作者(?: ?：? ?(?<name>\\p{Script=Han}{2,4}?))??，? ?(?:分别)?[系为是] ?：?${OFFICE}$`,
  'u',
);
const NAMED = new RegExp(`^(?<name>\\p{Script=Han}{2,4})，? ?[系为] ?${OFFICE}$`, 'u');
/** （甲某，某厂工人） */
const NAME_AND_POST = new RegExp(`^(?<name>\\p{Script=Han}{2,4})[，、] ?${OFFICE}$`, 'u');
/** 王小明 作者单位：某县某局; 作者为某协会会员 王小明 */
const NAME_FIRST = new RegExp(
  `^(?:作者 ?：? ?)?(?<name>\\p{Script=Han}{2,4})[ ，]{1,2}(?:作者)?单位 ?：? ?${OFFICE}$`,
  'u',
);
const NAME_LAST = new RegExp(`^(?:本文|文章)?作者[系为是] ?${OFFICE} (?<name>\\p{Script=Han}{2,4})$`, 'u');
const WITH_COLON = /^作者： ?(?<org>\S{4,60})$/u;
const OFFICE_END =
  /(?:[部委办局厅署院所处科室站社会校司厂场馆行心地区园道府关队组县市镇乡村省员长者]|记者|工程师|干部|公司|集团|工人|职工|教师|医生|师傅|村民|农民|作家|诗人|学生)$/u;

/** An author's affiliation, with the author's name if it is printed. */
export interface OrgLine {
  org: string;
  name?: string;
}

/** Reads a line with the author's affiliation: `（作者单位：某县某局）`, `（作者系某县县委书记）`. */
export function readOrgLine(text: string): OrgLine | undefined {
  if (isTooLong(text)) return undefined;
  const tidied = tidy(text).replace(/。$/u, '');
  const line = unbracket(tidied).replace(/。$/u, '');
  const isEnclosed = line !== tidied;
  const labelled = LABELLED.exec(line)?.groups?.org;
  if (labelled !== undefined) return { org: labelled.trim() };
  const beside = (NAME_FIRST.exec(line) ?? NAME_LAST.exec(line))?.groups;
  if (beside?.org && isPlausibleName(beside.name ?? '')) return { org: beside.org, name: beside.name };
  const { name, org } =
    STATED.exec(line)?.groups ??
    (isEnclosed ? (NAMED.exec(line) ?? NAME_AND_POST.exec(line))?.groups : undefined) ??
    {};
  if (!org) return readColoned(line, isEnclosed);
  if (!isOffice(org)) return undefined;
  if (name === undefined) return { org: org.trim() };
  return isPlausibleName(name) && !REPORTER.test(name) ? { org: org.trim(), name } : undefined;
}

/** `（作者：某县某局）` */
function readColoned(line: string, isEnclosed: boolean): OrgLine | undefined {
  const org = isEnclosed ? WITH_COLON.exec(line)?.groups?.org : undefined;
  return org !== undefined && isOffice(org) ? { org } : undefined;
}

function isOffice(text: string): boolean {
  return isPost(text.split(/[，、； ]/u).at(-1) ?? '') || OFFICE_END.test(text);
}
