import { readTypedByline } from './byline/byline-line.ts';
import { GLUED_WORK, REPORTER, workOf } from './byline/roles.ts';
import { unifySigns } from './byline/byline-text.ts';
import { ROLES } from './schema/article.ts';

export type Role = (typeof ROLES)[number];

/** One name of a byline; the role 作者 means that no role is printed. */
export interface Person {
  name: string;
  role: Role;
  org?: string;
}

/** Characters that no name contains: a text with one of them is a printed form and not the shorthand. */
const PRINTED = /[（）()[\]【】□■◎●○▲△◆◇★☆/／|｜：:—–]|^本[报刊网台社](?:讯|记者|通讯员|驻)/u;
const ROLE_WORDS =
  /记者团|(?:特约|实习|见习|首席|本报|本刊|本网|本台|驻\p{Script=Han}{1,8}?)*(?:记者|通[讯信]员)|评论员|撰稿人/gu;
const WORK_WORDS =
  /综合报道|采访报道|联合报道|图文报道|摄影报道|图片摄影|图片提供|摄影|文字|撰文|撰稿|采写|整理|供图|供稿|作者|图片|文|图|摄/gu;

/**
 * Parses a byline: the shorthand `记者 甲某、乙某；通讯员 丙某` with any names, or any printed form that the
 * importer also reads, `□本报记者 甲某 通讯员 乙某`. Every character must belong to a name, an organisation,
 * a role, a kind of work or a separator.
 * @returns the people, or undefined if any part of the text is something else
 */
export function parseByline(text: string): Person[] | undefined {
  const typed = shorthand(text);
  if (typed) return typed;
  const people = readTypedByline(text);
  return people && coversText(text, people) ? people : undefined;
}

/** Groups separated by ；, each a role and its names separated by 、. A group without a role is 作者. */
function shorthand(text: string): Person[] | undefined {
  const people: Person[] = [];
  for (const group of text.split(/[；;]/u)) {
    const words = group
      .trim()
      .split(/[\s：:]+/u)
      .filter(Boolean);
    const role = ROLES.find((known) => known === words[0]);
    const rest = role ? words.slice(1).join(' ') : words.join(' ');
    const names = rest.split(/[、,，]/u).map((name) => name.trim());
    if (names.some((name) => name === '' || /\s/u.test(name) || isPrinted(name))) return undefined;
    for (const name of names) people.push({ name, role: role ?? '作者' });
  }
  return people;
}

/** Whether a word contains more than a name: `本报记者甲某`, `甲某摄`. */
function isPrinted(word: string): boolean {
  if (PRINTED.test(word)) return true;
  const role = REPORTER.exec(word)?.[0];
  if (role !== undefined) return !/(?:部|室|组|站|团|协会|联盟)$/u.test(word);
  return workOf(word) !== undefined || (GLUED_WORK.test(word) && word.length > 2);
}

/** Whether a text consists only of these names and organisations, of roles, kinds of work and punctuation. */
function coversText(text: string, people: readonly Person[]): boolean {
  const named = new Set(people.flatMap(({ name, org }) => [name, ...(org?.split(' ') ?? [])]));
  let rest = unifySigns(text).replace(/\s/gu, '');
  for (const each of [...named].toSorted((a, b) => b.length - a.length)) {
    const name = unifySigns(each).replace(/\s/gu, '');
    if (!rest.includes(name)) return false;
    rest = rest.replaceAll(name, '｜');
  }
  return /^[\p{P}\p{S}]*$/u.test(rest.replace(REPORTERS, '').replace(ROLE_WORDS, '').replace(WORK_WORDS, ''));
}

const REPORTERS = new RegExp(REPORTER, 'gu');
