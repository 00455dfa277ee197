import type { Person, Role } from '../byline.ts';
import type { Work } from './roles.ts';
import { type Token, tokensOf, type LineContext } from './tokens.ts';

/** What a line of names says. */
export interface NameLine {
  people: Person[];
  /** Whether 记者, 通讯员 or the like is printed. */
  hasRole: boolean;
  works: Work[];
  /** Whether a slash, bar or colon ties a work to its names. */
  linked: boolean;
  /** Whether all of them are named for their pictures only. */
  photoOnly: boolean;
  /** Offices that are named with their people. */
  orgs: string[];
}

const MAX_PEOPLE = 24;

/** The state in which the next name is read. */
interface Group {
  role?: Role;
  /** A work that is printed before its names: 摄影：甲某. */
  prefix?: Work;
  /** Whether the prefix stands before reporters of several roles: 摄影：记者甲某 通讯员乙某. */
  nested: boolean;
  org?: string;
  /** Offices after which no name has come yet. */
  pendingOrgs: string[];
  /** Names that a work behind them would be of. */
  pendingPeople: Person[];
}

/** Reads a tidied line that is made of roles, works, offices and names, and of nothing else. */
export function readPeople(line: string, vouching: LineContext): NameLine | undefined {
  const tokens = tokensOf(line, vouching);
  if (!tokens) return undefined;
  const solid = mergeWorks(tokens.filter(({ type: is }) => is !== 'space'));
  const people = peopleFrom(solid);
  if (!people || people.length === 0 || people.length > MAX_PEOPLE) return undefined;
  const works = solid.flatMap((token) => (token.type === 'work' ? [token.work] : []));
  const isOfPhotos = ({ role }: Person) => role === '摄影' || role === '署名单位';
  return {
    people,
    hasRole: solid.some(({ type: is }) => is === 'role'),
    works,
    linked: solid.some(({ type: is }) => is === 'link'),
    photoOnly: works.length > 0 && works.every((work) => work === 'photo') && people.every(isOfPhotos),
    orgs: solid.flatMap((token) => (token.type === 'org' ? [token.org] : [])),
  };
}

/** Makes one work of those printed side by side: 撰文 摄影：甲某. Of both kinds, the text counts. */
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
  /** The person behind whose name the tokens stand in brackets. */
  let aside: Person | undefined;
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    const [before, next] = [tokens[index - 1], tokens[index + 1]];
    depth += token.type === 'open' ? 1 : token.type === 'close' ? -1 : 0;
    if (depth < 0 || depth > 1) return undefined;
    if (token.type === 'open') aside = before?.type === 'name' ? people.at(-1) : undefined;
    else if (token.type === 'close') aside = undefined;
    else if (token.type === 'link' && token.sign === '：' && isNameOrOrg(before)) return undefined;
    else if (token.type === 'name') addName(token.name, group, people);
    else if (token.type === 'org') {
      if (aside) aside.org = token.org;
      else group.pendingOrgs.push(token.org);
    } else if (token.type === 'role') {
      if (aside) aside.role = token.role;
      else group = groupOf(token, tokens.slice(0, index), group, people);
    } else if (token.type === 'work') {
      if (followsNames(before, next, tokens.at(-1), group)) {
        const bearers = appliesToAll(index, tokens) ? people : group.pendingPeople;
        for (const person of bearers) person.role = roleBy(token.work, person.role);
        assignOrgs(group, people);
        group.pendingPeople = [];
      } else if (next) {
        assignOrgs(group, people);
        group = newGroup({ prefix: token.work });
      } else return undefined;
    }
  }
  assignOrgs(group, people);
  return depth === 0 ? people : undefined;
}

function newGroup(start: Partial<Group>): Group {
  return { nested: false, pendingOrgs: [], pendingPeople: [], ...start };
}

function addName(name: string, group: Group, people: Person[]): void {
  if (group.pendingOrgs.length > 0) group.org = group.pendingOrgs.join(' ');
  group.pendingOrgs = [];
  const role = roleBy(group.prefix, group.role);
  const person: Person = { name, role, ...(group.org && { org: group.org }) };
  people.push(person);
  group.pendingPeople.push(person);
}

/** The group that a role begins; a work right before it goes for it too. */
function groupOf(
  token: Extract<Token, { is: 'role' }>,
  before: Token[],
  group: Group,
  people: Person[],
): Group {
  const org = token.org ?? (before.at(-1)?.type === 'org' ? group.pendingOrgs.pop() : undefined);
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

/** Whether a work belongs to the names before it (甲某/文), not to those after it (文/甲某). */
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

/** Whether a work that ends a line is of all its people: 记者甲某 通讯员乙某 摄. */
function appliesToAll(index: number, tokens: Token[]): boolean {
  const isOnly = tokens.findIndex(({ type: is }) => is === 'work') === index;
  return isOnly && index === tokens.length - 1 && tokens[index - 1]?.type !== 'link';
}

function isNameOrOrg(token: Token | undefined): boolean {
  return token?.type === 'name' || token?.type === 'org';
}

/** Offices without names after them are those of the names before them, or sign themselves. */
function assignOrgs(group: Group, people: Person[]): void {
  const homeless = group.pendingPeople.filter(({ org }) => org === undefined);
  const org = group.pendingOrgs.join(' ');
  if (org && homeless.length > 0) for (const person of homeless) person.org = org;
  else people.push(...group.pendingOrgs.map((name): Person => ({ name, role: '署名单位' })));
  group.pendingOrgs = [];
}
