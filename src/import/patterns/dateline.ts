import type { Person } from '#core/byline.ts';
import { findHead, findHeadBeforeNames, findReported } from './dateline-heads.ts';
import { isNameByRole, isPlausibleName } from '#core/byline/person-names.ts';
import { isMedia, isSigner } from '#core/byline/orgs.ts';
import { readPeople } from '#core/byline/people.ts';
import { REPORTER } from '#core/byline/roles.ts';
import { asPrinted, tidy, unifySigns } from '#core/byline/byline-text.ts';

/** A dateline: the text at the start of a news item, before its first sentence. */
export interface Dateline {
  /** Length in UTF-16 code units, with the space after it. */
  length: number;
  /** As printed. */
  dateline: string;
  /** The newspaper or agency that it names. */
  source?: string;
  people: Person[];
  place?: string;
  /** As printed, often without a year. */
  date?: string;
}

/** Characters at the start of a paragraph in which a dateline is looked for; the longest ones are shorter. */
const MAX_SEARCHED_LENGTH = 240;
const LABEL = /^【 ?([^【】]{2,60}?) ?】/u;
/** `（本报某地电 记者 甲某）` in front of a text. */
const HEAD_IN_BRACKETS = /^（ ?((?:本[报刊社网台]|据?\p{Script=Han}{2,8}[报社])[^（）]{1,60}?) ?）/u;
const BRACKET = /^ *（([^（）]{2,100}(?:（[^（）]{2,30}）[^（）]{0,40})*)）/u;
/** Positions where reporters may end and `某地9月15日电` or `报道` begins. */
const SPLIT_POINTS = / |(?<=\p{Script=Han})(?=\p{Script=Han}{0,9}\d{1,2}月|报道$|摄影报道$)/gu;
/** Maximum number of brackets after a dateline, and of characters that a dateline without a closing sign may have. */
const MAX_BRACKETS = 3;
const MAX_OPEN_LENGTH = 70;

/** Reading position in the start of the text, and what has been read so far. */
interface Cursor {
  head: string;
  at: number;
  people: Person[];
  source?: string;
  place?: string;
  date?: string;
}

/** Reads the dateline at the start of a paragraph; undefined if there is none. */
export function readDateline(text: string): Dateline | undefined {
  const head = unifySigns(text.slice(0, MAX_SEARCHED_LENGTH));
  const cursor = { head, at: head.length - head.trimStart().length, people: [] };
  const end = readLabel(cursor) ?? readHead(cursor) ?? readReported(cursor) ?? readNamesAlone(cursor);
  if (!end) return undefined;
  const { people, source, place, date } = end;
  return {
    length: end.at + spaceAt(head, end.at),
    dateline: text.slice(0, end.at).trim(),
    ...(source && { source: asPrinted(source, text).replace(/[《》]/gu, '') }),
    people,
    ...(place && { place }),
    ...(date && { date }),
  };
}

/** `【本报讯】`, `【某报记者 甲某 报道】` */
function readLabel(cursor: Cursor): Cursor | undefined {
  const found =
    LABEL.exec(cursor.head.slice(cursor.at)) ?? HEAD_IN_BRACKETS.exec(cursor.head.slice(cursor.at));
  if (!found) return undefined;
  const inside = { head: found[1] ?? '', at: 0, people: [] };
  const isRound = found[0].startsWith('（');
  const read = readHead(inside) ?? readReported(inside) ?? (isRound ? undefined : inside);
  if (!read) return undefined;
  const medium = inside.head.trim();
  const behind = cursor.head.slice(cursor.at + found[0].length);
  // 【某融媒】（记者 甲某）
  if (!isRound && isMedia(medium) && BRACKET.test(behind)) {
    const named = readNames({ ...cursor, at: cursor.at + found[0].length, source: medium });
    if (named.people.some(isReporter)) return named;
  }
  const rest = inside.head.slice(read.at).trim();
  const reporters = rest === '' ? [] : reportersOf(rest, { enclosed: true });
  if (!reporters) return undefined;
  const people = [...read.people, ...reporters];
  return readNames({ ...read, head: cursor.head, at: cursor.at + found[0].length, people });
}

function readHead(cursor: Cursor): Cursor | undefined {
  const rest = cursor.head.slice(cursor.at);
  const head = findHead(rest);
  if (head) return readNames({ ...cursor, ...head, at: cursor.at + head.length });
  const short = findHeadBeforeNames(rest);
  if (!short) return undefined;
  const read = readNames({ ...cursor, ...short, at: cursor.at + short.length });
  const isNews = short.source === undefined ? read.people.length > 0 : read.people.some(isReporter);
  return isNews ? read : undefined;
}

function isReporter({ role }: Person): boolean {
  return role !== '作者' && role !== '署名单位';
}

/** `本报记者 甲某 某地9月15日电`, `记者甲某 通讯员乙某报道：` */
function readReported(cursor: Cursor): Cursor | undefined {
  const rest = cursor.head.slice(cursor.at, cursor.at + MAX_OPEN_LENGTH);
  const first = REPORTER.exec(rest);
  if (!first || (first.index > 0 && !isMedia(rest.slice(0, first.index)))) return undefined;
  const phrases = [...rest.matchAll(/(?:电|讯|报道)(?=$|[ ：（])/gu)].map(({ index, 0: end }) =>
    rest.slice(0, index + end.length),
  );
  // A word counts as a name only if no reading does without.
  for (const words of [false, true]) {
    for (const phrase of phrases) {
      const read = reportedAt(phrase, words);
      if (!read) continue;
      const source = first.index > 0 ? rest.slice(0, first.index) : undefined;
      const at = cursor.at + phrase.length + colonAt(rest, phrase.length);
      return readNames({ ...cursor, ...read, at, source });
    }
  }
  return undefined;
}

function reportedAt(
  phrase: string,
  words: boolean,
): { people: Person[]; place?: string; date?: string } | undefined {
  const gaps = [...phrase.matchAll(SPLIT_POINTS)].map(({ index }) => index);
  const ordered = words ? gaps : gaps.toReversed();
  // What is glued to a date is a place; only without a space before it can it be a name.
  const isGlued = (gap: number) => /[^ ]$/u.test(phrase.slice(0, gap)) && /^\d/u.test(phrase.slice(gap));
  for (const gap of [...ordered.filter((each) => !isGlued(each)), ...ordered]) {
    const reported = findReported(phrase.slice(gap).trim());
    const people = reported && reportersOf(phrase.slice(0, gap), { words });
    // Before a date stands a place, even if it could be a name: 本报记者 甲某 丰澜6月18日电.
    const isPlace = reported?.date !== undefined || !isPlausibleName(reported?.place ?? '');
    if (people && isPlace) return { ...reported, people };
  }
  return undefined;
}

/** `（记者 甲某）` at the start, without 本报讯. */
function readNamesAlone(cursor: Cursor): Cursor | undefined {
  const found = /^（([^（）]{2,80})）/u.exec(cursor.head.slice(cursor.at));
  const people = found && reportersOf(found[1] ?? '', { enclosed: true });
  return found && people ? readNames({ ...cursor, at: cursor.at + found[0].length, people }) : undefined;
}

/** Reads people whose role is printed. */
function reportersOf(text: string, context: { enclosed?: true; words?: boolean } = {}): Person[] | undefined {
  const reading = readPeople(tidy(text), { isName: isNameByRole, posts: false, ...context });
  return reading?.hasRole ? reading.people : undefined;
}

/** Reads names in brackets or after a role, then `讯`, `报道` and a colon. */
function readNames(cursor: Cursor): Cursor {
  const { head } = cursor;
  let { at } = cursor;
  const people = [...cursor.people];
  for (let count = 0; count < MAX_BRACKETS; count += 1) {
    const found = BRACKET.exec(head.slice(at));
    const read = found && readEnclosed(found[1] ?? '');
    if (!found || !read) break;
    people.push(...read);
    at += found[0].length;
  }
  const bar =
    people.length === 0 ? (/^ ?[/｜] ?(?=\p{Script=Han})/u.exec(head.slice(at))?.[0].length ?? 0) : 0;
  const open = people.length === 0 ? readOpen(head.slice(at + bar, at + bar + MAX_OPEN_LENGTH)) : undefined;
  people.push(...(open?.people ?? []));
  at += open ? bar + open.length : 0;
  at += /^ ?(?:电|讯|消息|报道|摄影报道)(?=[ ：]|$)/u.exec(head.slice(at))?.[0].length ?? 0;
  return { ...cursor, at: at + colonAt(head, at), people };
}

/** Reads names in brackets after 本报讯; an empty list if they begin with a role but cannot be separated. */
function readEnclosed(inner: string): Person[] | undefined {
  const text = tidy(inner);
  const reading = readPeople(text, { isName: isNameByRole, posts: false, enclosed: true });
  const isSigned = ({ name, role }: Person) => role !== '署名单位' || isSigner(name);
  if (reading) return reading.people.every(isSigned) ? reading.people : undefined;
  return REPORTER.exec(text)?.index === 0 && !/[。！？]/u.test(text) ? [] : undefined;
}

/** `记者甲某报道：`, `记者 甲某、乙某 ` after 本报讯: the longest prefix that reads as reporters. */
function readOpen(rest: string): { length: number; people: Person[] } | undefined {
  const first = REPORTER.exec(rest);
  if (!first || rest.slice(0, first.index).trim() !== '') return undefined;
  const ends = [...rest.matchAll(/(?=[ ：（])|$/gu)].map(({ index }) => index);
  for (const end of ends.filter((each) => each > first.index).toReversed()) {
    const people = reportersOf(rest.slice(0, end));
    if (people) return { length: end, people };
  }
  // Behind 本报讯 a role is certain evidence: 记者高山报道.
  const report = /^(?<by> ?[^ ：（]{2,20}?)报道(?=[ ：（]|$)/u.exec(rest);
  const people = report?.groups?.by && reportersOf(report.groups.by, { enclosed: true });
  return report && people ? { length: report[0].length, people } : undefined;
}

function colonAt(head: string, at: number): number {
  return /^ ?：/u.exec(head.slice(at))?.[0].length ?? 0;
}

function spaceAt(head: string, at: number): number {
  return /^ */u.exec(head.slice(at))?.[0].length ?? 0;
}
