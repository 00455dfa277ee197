import type { Person, Role } from '../byline.ts';
import type { Work } from './roles.ts';
import { type Token, tokensOf, type LineContext } from './tokens.ts';

/** A parsed line of names. */
export interface NameLine {
  people: Person[];
  /** Whether a role such as 记者 or 通讯员 is printed. */
  hasRole: boolean;
  works: Work[];
  /** Whether a slash, bar or colon links a kind of work to its names. */
  linked: boolean;
  /** Whether all people are credited for pictures only. */
  photoOnly: boolean;
  /** Organisations of the people. */
  orgs: string[];
}

/** A line with more names is a list and not a byline. */
const MAX_PEOPLE = 24;

/** Parser state: the names that follow a role or a kind of work. */
interface Group {
  role?: Role;
  /** A kind of work that is printed before its names: 摄影：甲某. */
  prefix?: Work;
  /** Whether the prefix applies to several roles: 摄影：记者甲某 通讯员乙某. */
  nested: boolean;
  org?: string;
  /** Organisations that no name has followed yet. */
  pendingOrgs: string[];
  /** Names to which a kind of work printed after them would apply. */
  pendingPeople: Person[];
}

/**
 * Parses a tidied line that consists of roles, kinds of work, organisations and names only.
 * @returns undefined if the line contains anything else, or no names
 */
export function readPeople(line: string, context: LineContext): NameLine | undefined {
  const tokens = tokensOf(line, context);
  if (!tokens) return undefined;
  const significant = mergeWorks(tokens.filter(({ type }) => type !== 'space'));
  const people = peopleFrom(significant);
  if (!people || people.length === 0 || people.length > MAX_PEOPLE) return undefined;
  const works = significant.flatMap((token) => (token.type === 'work' ? [token.work] : []));
  const isOfPhotos = ({ role }: Person) => role === '摄影' || role === '署名单位';
  return {
    people,
    hasRole: significant.some(({ type }) => type === 'role'),
    works,
    linked: significant.some(({ type }) => type === 'link'),
    photoOnly: works.length > 0 && works.every((work) => work === 'photo') && people.every(isOfPhotos),
    orgs: significant.flatMap((token) => (token.type === 'org' ? [token.org] : [])),
  };
}

/** Merges adjacent kinds of work into one: 撰文 摄影：甲某. Text takes precedence over pictures. */
function mergeWorks(tokens: Token[]): Token[] {
  const merged: Token[] = [];
  tokens.forEach((token, index) => {
    const last = merged.at(-1);
    const between = last?.type === 'comma' || last?.type === 'link' ? 1 : 0;
    const before = merged.at(-1 - between);
    const isApart = merged.at(-2 - between)?.type === 'link' && tokens[index + 1]?.type === 'link';
    if (token.type !== 'work' || before?.type !== 'work' || isApart) {
      merged.push(token);
      return;
    }
    merged.length -= between;
    const isText = before.work === 'text' || token.work === 'text';
    merged[merged.length - 1] = { type: 'work', work: isText ? 'text' : before.work };
  });
  return merged;
}

function peopleFrom(tokens: Token[]): Person[] | undefined {
  const people: Person[] = [];
  let group = newGroup({});
  /** The person whose name precedes the brackets that contain the current token. */
  let bracketed: Person | undefined;
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    depth += token.type === 'open' ? 1 : token.type === 'close' ? -1 : 0;
    if (depth < 0 || depth > 1) return undefined;
    if (token.type === 'open') bracketed = before?.type === 'name' ? people.at(-1) : undefined;
    else if (token.type === 'close') bracketed = undefined;
    else if (token.type === 'link' && token.sign === '：' && isNameOrOrg(before)) return undefined;
    else if (token.type === 'name') addName(token.name, group, people);
    else if (token.type === 'org') {
      if (bracketed) bracketed.org = token.org;
      else group.pendingOrgs.push(token.org);
    } else if (token.type === 'role') {
      if (bracketed) bracketed.role = token.role;
      else group = groupOf(token, tokens.slice(0, index), group, people);
    } else if (token.type === 'work') {
      const following = groupAfterWork(token.work, index, tokens, group, people);
      if (!following) return undefined;
      group = following;
    }
  }
  assignOrgs(group, people);
  const last = tokens.at(-1);
  if (last?.type === 'role' && depth === 0) return withRoleBehind(people, last);
  return depth === 0 ? people : undefined;
}

/**
 * Applies a kind of work to the names before it, or begins the group of the names after it.
 * @returns the current group; undefined if the kind of work has no names
 */
function groupAfterWork(
  work: Work,
  index: number,
  tokens: Token[],
  group: Group,
  people: Person[],
): Group | undefined {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  if (!followsNames(before, next, tokens.at(-1), group)) {
    if (!next) return undefined;
    assignOrgs(group, people);
    return newGroup({ prefix: work });
  }
  const authors = appliesToAll(index, tokens) ? people : group.pendingPeople;
  for (const person of authors) person.role = roleBy(work, person.role);
  assignOrgs(group, people);
  group.pendingPeople = [];
  return group;
}

/** A role behind a name is that person's: 甲某，某报记者. */
function withRoleBehind(
  people: Person[],
  { role, org }: Extract<Token, { type: 'role' }>,
): Person[] | undefined {
  const [person, ...others] = people.filter((each) => each.role === '作者');
  if (!person || others.length > 0) return undefined;
  return people.map((each) => (each === person ? { ...each, role, ...(org && { org }) } : each));
}

function newGroup(start: Partial<Group>): Group {
  return { nested: false, pendingOrgs: [], pendingPeople: [], ...start };
}

function addName(name: string, group: Group, people: Person[]): void {
  if (group.pendingOrgs.length > 0) {
    // A second organisation begins anew: its people have no printed role.
    if (group.org !== undefined && group.pendingPeople.length > 0) group.role = undefined;
    group.org = group.pendingOrgs.join(' ');
  }
  group.pendingOrgs = [];
  const role = roleBy(group.prefix, group.role);
  const person: Person = { name, role, ...(group.org && { org: group.org }) };
  people.push(person);
  group.pendingPeople.push(person);
}

/** The group that a role begins. A kind of work right before the role applies to it too. */
function groupOf(
  token: Extract<Token, { type: 'role' }>,
  before: Token[],
  group: Group,
  people: Person[],
): Group {
  const printed = token.org ?? (before.at(-1)?.type === 'org' ? group.pendingOrgs.pop() : undefined);
  // A trainee is at the paper of the reporter before.
  const org = printed ?? (token.role === '实习生' && group.role === '记者' ? group.org : undefined);
  assignOrgs(group, people);
  const work = before.at(-1)?.type === 'link' ? before.at(-2) : before.at(-1);
  const nested = group.nested || (work?.type === 'work' && group.prefix !== undefined);
  return newGroup({
    role: token.role,
    nested,
    ...(nested && group.prefix && { prefix: group.prefix }),
    ...(org && { org }),
  });
}

function roleBy(work: Work | undefined, role: Role | undefined): Role {
  if (work === 'photo') return '摄影';
  return work === '整理' ? '整理' : (role ?? '作者');
}

/** Whether a kind of work applies to the names before it (甲某/文) and not to those after it (文/甲某). */
function followsNames(
  before: Token | undefined,
  next: Token | undefined,
  last: Token | undefined,
  group: Group,
): boolean {
  if (group.pendingPeople.length === 0 && group.pendingOrgs.length === 0) return false;
  if (before?.type === 'link') return true;
  if (next?.type === 'link') return false;
  return !(isNameOrOrg(next) && isNameOrOrg(last));
}

/** Whether a kind of work at the end of a line applies to all its people: 记者甲某 通讯员乙某 摄. */
function appliesToAll(index: number, tokens: Token[]): boolean {
  const isOnly = tokens.findIndex(({ type }) => type === 'work') === index;
  return isOnly && index === tokens.length - 1 && tokens[index - 1]?.type !== 'link';
}

function isNameOrOrg(token: Token | undefined): boolean {
  return token?.type === 'name' || token?.type === 'org';
}

/** Organisations that no name follows belong to the names before them, or sign the text themselves. */
function assignOrgs(group: Group, people: Person[]): void {
  const withoutOrg = group.pendingPeople.filter(({ org }) => org === undefined);
  const org = group.pendingOrgs.join(' ');
  if (org && withoutOrg.length > 0) for (const person of withoutOrg) person.org = org;
  else people.push(...group.pendingOrgs.map((name): Person => ({ name, role: '署名单位' })));
  group.pendingOrgs = [];
}
