import type { Role } from '../byline.ts';
import { joinSpacedNames, splitGlued } from './name-rows.ts';
import { isNameByLabel, isNameByRole, isPlausibleName, isWordAsName, type NameTest } from './person-names.ts';
import { isMedia, isOrg, isPost } from './orgs.ts';
import { BOTH, GLUED_WORK, REPORTER, roleOf, type Work, workOf } from './roles.ts';

/** A token of a line of names. */
export type Token =
  | { type: 'role'; role: Role; org?: string; isOwn?: true }
  | { type: 'work'; work: Work }
  | { type: 'name'; name: string }
  | { type: 'org'; org: string }
  | { type: 'link' | 'comma' | 'space' | 'open' | 'close'; sign: string };

/** What the position of a line says about its words. */
export interface LineContext {
  isName: NameTest;
  /** Whether posts may precede names: 某县县长 甲某. */
  posts: boolean;
  /** The line is in brackets, as a signature is. */
  enclosed?: boolean;
  /** False if an ordinary word beside a role is not a name. */
  words?: boolean;
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
/** The position between a name and a kind of work for text and pictures: 王小明文/图. */
const GLUED_BOTH =
  /(?<=[\p{Script=Han}某×](?<!撰))(?=(?:文[/、·]图片?|图[/、·]文|文[/、·]摄影?|文图|图文|文并摄|摄影报道)(?:$|[ ；）]))/gu;
/** Text by one person and pictures by another, without spaces: 王小明文 李小红图. */
const GLUED_PAIR = /(?<=\p{Script=Han}{2})文([ ，、]+[^ ，、]*\p{Script=Han}{2})([图摄])$/u;
/** A kind of work in front of a name without a space: 记者王小明 摄影李四. */
const GLUED_LABEL = /(?<= )(?:摄影|文字|撰文|图片|整理|供图|采写)(?=\p{Script=Han}{2,3}(?:$|[ 、，；]))/gu;
/** Roles printed with spaces inside, as names of two characters are. */
const SPACED = /(?<=记) (?=者)|(?<=通) (?=讯 ?员)|(?<=讯) (?=员)|(?<=作) (?=者)|(?<=摄) (?=影)/gu;
/** Names printed with spaces inside and without a space beside a role: 记者王 伟通讯员李 娜. */
const ROLE_BEFORE_SPACED = new RegExp(`(${REPORTER.source})(?=\\p{Script=Han} \\p{Script=Han})`, 'gu');
const ROLE_BEHIND_SPACED = new RegExp(`(?<= \\p{Script=Han})(?=${REPORTER.source})`, 'gu');
/** Names of two characters that are words, printed with spaces, behind a role. */
const SPACED_WORDS =
  /((?:记者|通[讯信]员|实习生) ?)(\p{Script=Han} \p{Script=Han}(?: \p{Script=Han} \p{Script=Han}){0,3})(?=$|[、，；）]| (?!\p{Script=Han}(?:$| )))/gu;
/** What follows a photographer's name. */
const PHOTOGRAPHER = /^[ /]摄(?:影)?$/u;
/** A role that only a byline has: 本报记者, 特约记者. */
const OWN_PAPER = /^[本我][报刊网台社]|^特[约邀]|实习生$/u;
/** Words that do not change the result: the paper itself without a role, a trainee in brackets. */
const IGNORED = /^(?:本报|本刊|本网|本台|本社|实习|见习)$/u;
const FROM = /^发自\p{Script=Han}{2,8}$/u;
/** A place before the word for a report: 某县报道. */
const PLACED = /^\p{Script=Han}{2,6}(?:摄影)?报道$/u;
/** Roles in one word: a longer run is not a byline. */
const MAX_ROLES = 12;

/** Splits a tidied line into tokens; returns undefined if a word is not a token of such a line. */
export function tokensOf(text: string, context: LineContext): Token[] | undefined {
  const isName = REPORTER.test(text) ? isNameByRole : context.isName;
  const separated = text
    .replace(SPACED, '')
    .replace(GLUED_BOTH, ' ')
    .replace(GLUED_PAIR, ' 文$1 $2')
    .replace(GLUED_LABEL, (label: string, at: number) =>
      REPORTER.test(text.slice(0, at)) ? `${label} ` : label,
    )
    .replace(ROLE_BEFORE_SPACED, '$1 ')
    .replace(ROLE_BEHIND_SPACED, ' ');
  const joined = joinSpacedNames(separated, isName);
  const line = context.words === false ? joined : joinWords(joined);
  const both = new RegExp(BOTH, 'uy');
  const tokens: Token[] = [];
  for (let at = 0; at < line.length;) {
    const sign = line[at] ?? '';
    const type = SIGNS[sign];
    if (type) {
      tokens.push({ type, sign });
      at += 1;
      continue;
    }
    both.lastIndex = at;
    const work = both.exec(line)?.[0];
    WORD.lastIndex = at;
    const word = work ?? WORD.exec(line)?.[0] ?? sign;
    const read = work
      ? [{ type: 'work', work: 'text' } as const]
      : readWord(word, tokens, context, PHOTOGRAPHER.test(line.slice(at + word.length)));
    if (!read) return undefined;
    tokens.push(...read);
    at += word.length;
  }
  return tokens;
}

/** Joins names that are words and printed with spaces: 本报记者 谷 雨. */
function joinWords(line: string): string {
  return line.replace(SPACED_WORDS, (all, role: string, run: string) => {
    const words = run.match(/\p{Script=Han} \p{Script=Han}/gu)?.map((pair) => pair.replace(' ', '')) ?? [];
    return words.every((word) => isWordAsName(word, false)) ? role + words.join(' ') : all;
  });
}

/** Splits a word that may contain several roles with their names: 本报记者甲某通讯员乙某. */
function readWord(
  word: string,
  before: Token[],
  context: LineContext,
  takesPhotos: boolean,
): Token[] | undefined {
  if (IGNORED.test(word)) return [];
  const tokens: Token[] = [];
  let rest = word;
  for (let found = REPORTER.exec(rest); found && tokens.length < MAX_ROLES; found = REPORTER.exec(rest)) {
    const head = rest.slice(0, found.index);
    const role = roleOf(found[0]);
    const org = orgBefore(head, found[0]);
    const isOwn = org !== undefined || OWN_PAPER.test(found[0]);
    if (org !== undefined || head === '')
      tokens.push({ type: 'role', role, ...(org && { org }), ...(isOwn && { isOwn }) });
    else {
      const names = readPlain(head, [...before, ...tokens], context);
      if (!names) return undefined;
      tokens.push(...names, { type: 'role', role, ...(isOwn && { isOwn }) });
    }
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest === '') return tokens;
  const last = readPlain(rest, [...before, ...tokens], context, takesPhotos);
  return last && [...tokens, ...last];
}

/** The organisation before a reporter's role: 河北日报 in 河北日报记者, 某县融媒体 in 某县融媒体记者. */
function orgBefore(head: string, reporter: string): string | undefined {
  if (head === '') return undefined;
  const named = /^《(.+)》$/u.exec(head)?.[1] ?? head;
  if (isOrg(named)) return named;
  const medium = head + (/^(?:融媒体|全媒体|融媒|新媒体)/u.exec(reporter)?.[0] ?? '');
  return medium !== head && isMedia(medium) ? medium : undefined;
}

function readPlain(
  word: string,
  before: Token[],
  context: LineContext,
  takesPhotos = false,
): Token[] | undefined {
  const work = workOf(word);
  if (work) return [{ type: 'work', work }];
  const isName = nameTestAfter(before, context.isName);
  const hasRole = before.some(({ type }) => type === 'role');
  if (isName(word)) return [{ type: 'name', name: word }];
  if (FROM.test(word)) return hasRole ? [{ type: 'work', work: 'text' }] : [];
  const glued = GLUED_WORK.exec(word);
  const isReport = glued?.[0].endsWith('报道') === true;
  const gluedContext = isReport ? { ...context, words: false } : context;
  const names = glued?.index ? readPlain(word.slice(0, glued.index), before, gluedContext) : undefined;
  if (hasRole && isReport && names?.some((each) => each.type === 'org' && isNameAndPlace(each.org)))
    return undefined;
  if (glued && names) return [...names, { type: 'work', work: workOf(glued[0]) ?? 'text' }];
  if (hasRole && before.some(({ type }) => type === 'name') && PLACED.test(word)) {
    return [{ type: 'work', work: 'text' }];
  }
  if (isOrg(word) || (context.posts && isPost(word))) return [{ type: 'org', org: word }];
  return (
    readGlued(word, hasRole, isName, context.posts) ?? readWordAsName(word, before, context, takesPhotos)
  );
}

/** Whether a name and a place are printed without a space: 王小明甲县. Where the name ends is uncertain. */
function isNameAndPlace(org: string): boolean {
  return /^\p{Script=Han}{4,8}[省市州县旗镇乡]$/u.test(org) && isPlausibleName(org.slice(0, 3));
}

/** An ordinary word directly behind a role or a label is a name: 本报记者 谷雨, 作者：谷雨. */
function readWordAsName(
  word: string,
  before: Token[],
  context: LineContext,
  isPhotographer: boolean,
): Token[] | undefined {
  if (context.words === false) return undefined;
  if (isPhotographer) return isWordAsName(word, false) ? [{ type: 'name', name: word }] : undefined;
  const last = before.findLastIndex(({ type }) => type === 'role' || type === 'work');
  const opener = before[last];
  if (opener === undefined) return undefined;
  const between = before.slice(last + 1);
  const isLabel = between[0]?.type === 'link';
  if (opener.type === 'work' && !isLabel) return undefined;
  const isGlued = between.length === 0;
  const isOwn = opener.type === 'role' && opener.isOwn === true;
  const isCertain = isOwn || context.enclosed === true || isLabel;
  if (isGlued && !isCertain) return undefined;
  return isWordAsName(word, isCertain) ? [{ type: 'name', name: word }] : undefined;
}

/** Which test applies to a name after these tokens. */
function nameTestAfter(before: Token[], isName: NameTest): NameTest {
  const [work, link] = before.filter(({ type }) => type !== 'space').slice(-2);
  if (work?.type === 'work' && link?.type === 'link' && work.work !== 'photo') return isNameByLabel;
  return before.some(({ type }) => type === 'role') ? isNameByRole : isName;
}

/** Splits names without separators, or an organisation and a name. */
function readGlued(word: string, hasRole: boolean, isName: NameTest, posts: boolean): Token[] | undefined {
  const names = hasRole ? splitGlued(word, isName) : undefined;
  if (names) return names.map((name) => ({ type: 'name', name }));
  for (const length of [3, 2, 4]) {
    const [org, name] = [word.slice(0, -length), word.slice(-length)];
    const isNamedOrg = isMedia(org) || (hasRole && isOrg(org)) || (posts && isPost(org));
    if (isNamedOrg && isPlausibleName(name)) {
      return [
        { type: 'org', org },
        { type: 'name', name },
      ];
    }
  }
  return undefined;
}
