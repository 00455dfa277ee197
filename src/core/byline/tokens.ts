import type { Role } from '../byline.ts';
import { joinSpacedNames, splitGlued } from './name-rows.ts';
import { isNameByLabel, isNameByRole, isPlausibleName, type NameTest } from './person-names.ts';
import { isMedia, isOrg, isPost } from './orgs.ts';
import { BOTH, GLUED_WORK, REPORTER, roleOf, type Work, workOf } from './roles.ts';

/** What a line of names is made of. */
export type Token =
  | { type: 'role'; role: Role; org?: string }
  | { type: 'work'; work: Work }
  | { type: 'name'; name: string }
  | { type: 'org'; org: string }
  | { type: 'link' | 'comma' | 'space' | 'open' | 'close'; sign: string };

/** How far the place of a line vouches for its words. */
export interface LineContext {
  isName: NameTest;
  /** Whether posts may stand before names: 某县县长 甲某. */
  posts: boolean;
}

const SIGNS: Record<string, 'link' | 'comma' | 'space' | 'open' | 'close'> = {
  ' ': 'space',
  '、': 'comma',
  '，': 'comma',
  '；': 'comma',
  '&': 'comma',
  '/': 'link',
  '｜': 'link',
  '：': 'link',
  '（': 'open',
  '）': 'close',
};
const WORD = /[^ 、，；&/｜：（）]+/uy;
/** A work of both kinds that is glued to the name before it: 王小明文/图. */
const GLUED_BOTH =
  /(?<=[\p{Script=Han}某×](?<!撰))(?=(?:文[/、·]图片?|图[/、·]文|文[/、·]摄影?|文图|图文|文并摄|摄影报道)(?:$|[ ；）]))/gu;
/** Roles set with spaces, as two-character names are. */
const SPACED = /(?<=记) (?=者)|(?<=通) (?=讯 ?员)|(?<=讯) (?=员)|(?<=作) (?=者)|(?<=摄) (?=影)/gu;
/** Names set with spaces and glued to a role: 记者王 伟通讯员李 娜. */
const ROLE_BEFORE_SPACED = new RegExp(`(${REPORTER.source})(?=\\p{Script=Han} \\p{Script=Han})`, 'gu');
const ROLE_BEHIND_SPACED = new RegExp(`(?<= \\p{Script=Han})(?=${REPORTER.source})`, 'gu');
/** Words that say nothing of the people: one's own paper apart from the role, a beginner in brackets. */
const IGNORED = /^(?:本报|本刊|本网|本台|本社|实习|见习)$/u;
const FROM = /^发自\p{Script=Han}{2,8}$/u;
/** Where a report was written, before the word for it: 某县报道. */
const PLACED = /^\p{Script=Han}{2,6}(?:摄影)?报道$/u;
const MAX_ROLES = 12;

/** Takes a tidied line apart; undefined where any word of it is none that such a line has. */
export function tokensOf(text: string, vouching: LineContext): Token[] | undefined {
  const isName = REPORTER.test(text) ? isNameByRole : vouching.isName;
  const parted = text
    .replace(SPACED, '')
    .replace(GLUED_BOTH, ' ')
    .replace(ROLE_BEFORE_SPACED, '$1 ')
    .replace(ROLE_BEHIND_SPACED, ' ');
  const line = joinSpacedNames(parted, isName);
  const both = new RegExp(BOTH, 'uy');
  const tokens: Token[] = [];
  for (let at = 0; at < line.length;) {
    const sign = line[at] ?? '';
    const is = SIGNS[sign];
    if (is) {
      tokens.push({ type: is, sign });
      at += 1;
      continue;
    }
    both.lastIndex = at;
    const work = both.exec(line)?.[0];
    WORD.lastIndex = at;
    const word = work ?? WORD.exec(line)?.[0] ?? sign;
    const read = work ? [{ is: 'work', work: 'text' } as const] : readWord(word, tokens, vouching);
    if (!read) return undefined;
    tokens.push(...read);
    at += word.length;
  }
  return tokens;
}

/** Reads a word that may hold several roles with their names: 本报记者甲某通讯员乙某. */
function readWord(word: string, before: Token[], vouching: LineContext): Token[] | undefined {
  if (IGNORED.test(word)) return [];
  const tokens: Token[] = [];
  let rest = word;
  for (let found = REPORTER.exec(rest); found && tokens.length < MAX_ROLES; found = REPORTER.exec(rest)) {
    const head = rest.slice(0, found.index);
    const role = roleOf(found[0]);
    const org = orgBefore(head, found[0]);
    if (org !== undefined || head === '') tokens.push({ type: 'role', role, ...(org && { org }) });
    else {
      const names = readPlain(head, [...before, ...tokens], vouching);
      if (!names) return undefined;
      tokens.push(...names, { type: 'role', role });
    }
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest === '') return tokens;
  const last = readPlain(rest, [...before, ...tokens], vouching);
  return last && [...tokens, ...last];
}

/** The paper or office that a reporter is of: 河北日报 in 河北日报记者, 某县融媒体 in 某县融媒体记者. */
function orgBefore(head: string, reporter: string): string | undefined {
  if (head === '') return undefined;
  const named = /^《(.+)》$/u.exec(head)?.[1] ?? head;
  if (isOrg(named)) return named;
  const medium = head + (/^(?:融媒体|全媒体|融媒|新媒体)/u.exec(reporter)?.[0] ?? '');
  return medium !== head && isMedia(medium) ? medium : undefined;
}

function readPlain(word: string, before: Token[], vouching: LineContext): Token[] | undefined {
  const work = workOf(word);
  if (work) return [{ type: 'work', work }];
  const isName = nameTestAfter(before, vouching.isName);
  const hasRole = before.some(({ type: is }) => is === 'role');
  if (isName(word)) return [{ type: 'name', name: word }];
  if (hasRole && FROM.test(word)) return [{ type: 'work', work: 'text' }];
  const glued = GLUED_WORK.exec(word);
  const bearers = glued?.index ? readPlain(word.slice(0, glued.index), before, vouching) : undefined;
  if (glued && bearers) return [...bearers, { type: 'work', work: workOf(glued[0]) ?? 'text' }];
  if (hasRole && before.some(({ type: is }) => is === 'name') && PLACED.test(word)) {
    return [{ type: 'work', work: 'text' }];
  }
  if (isOrg(word) || (vouching.posts && isPost(word))) return [{ type: 'org', org: word }];
  return readGlued(word, hasRole, isName, vouching.posts);
}

/** How sure the words before make it that a name follows. */
function nameTestAfter(before: Token[], isName: NameTest): NameTest {
  const [work, link] = before.filter(({ type: is }) => is !== 'space').slice(-2);
  if (work?.type === 'work' && link?.type === 'link' && work.work !== 'photo') return isNameByLabel;
  return before.some(({ type: is }) => is === 'role') ? isNameByRole : isName;
}

/** Names without anything between them, or an office and a name. */
function readGlued(word: string, hasRole: boolean, isName: NameTest, posts: boolean): Token[] | undefined {
  const names = hasRole ? splitGlued(word, isName) : undefined;
  if (names) return names.map((name) => ({ is: 'name', name }));
  for (const length of [3, 2, 4]) {
    const [org, name] = [word.slice(0, -length), word.slice(-length)];
    const isBearer = isMedia(org) || (hasRole && isOrg(org)) || (posts && isPost(org));
    if (isBearer && isPlausibleName(name)) {
      return [
        { type: 'org', org },
        { type: 'name', name },
      ];
    }
  }
  return undefined;
}
