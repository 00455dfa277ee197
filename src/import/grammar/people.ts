import type { Person, Role } from '#core/byline.ts';
import { isCertainName, isPlausibleName, readNames } from './names.ts';

/** Spaces, brackets and strokes of either width as one; every character keeps its place. */
export function evened(text: string): string {
  return text
    .replace(/[\u3000\u00A0\t]/gu, ' ')
    .replace(/[（〔［]/gu, '(')
    .replace(/[）〕］]/gu, ')')
    .replace(/[／]/gu, '/')
    .replace(/[：]/gu, ':')
    .replace(/[｜丨]/gu, '|');
}

const PAPER =
  '日报|晚报|早报|时报|商报|周报|导报|经济报|法制报|法治报|工人报|农民报|青年报|画报|报|新闻网|在线|网|通讯社|新华社|中新社|社|广播电视台|电视台|台|融媒体中心|融媒中心|新闻中心|传媒中心|传媒集团|报业集团|记者站|客户端';
const OFFICE =
  '融媒体中心|融媒中心|新闻中心|报道组|宣传部|组织部|办公室|管委会|委员会|管理局|开发区|高新区|经开区|发改局|电视台|广播电视台|总工会|商会|协会|公司|集团|大学|学院|研究院|政府|县委|区委|市委|局|委|办|厅|院|中心|部|站|处|科|队';
const KINDS = '全媒体|融媒体|融媒|见习|实习|首席|特派|高级|资深|主任|驻站|文字|视频|本站|本台';

interface RoleWord {
  word: string;
  role: Role;
  /** Stands before its names (记者 张三), after them (张三 摄), or says nothing of the role (文/图). */
  side: 'before' | 'either' | 'after';
}

const ROLE_WORDS: RoleWord[] = [
  ...['特约记者', '特邀记者', '特约撰稿人', '特约评论员', '特约撰稿'].map((word): RoleWord => ({
    word,
    role: '特约记者',
    side: 'before',
  })),
  { word: '特约通讯员', role: '通讯员', side: 'before' },
  { word: '通讯员', role: '通讯员', side: 'before' },
  { word: '实习生', role: '作者', side: 'before' },
  { word: '评论员', role: '记者', side: 'before' },
  { word: '摄影记者', role: '记者', side: 'before' },
  { word: '记者', role: '记者', side: 'before' },
  ...['文/图', '图/文', '文/摄', '文/影', '文图', '图文', '文并摄', '文、图', '文 图'].map(
    (word): RoleWord => ({ word, role: '作者', side: 'after' }),
  ),
  ...['摄影报道', '图片报道', '摄影 报道'].map((word): RoleWord => ({ word, role: '摄影', side: 'after' })),
  ...['文字', '撰文', '撰稿', '策划', '采写', '作者', '执笔', '编译', '翻译', '口述', '编写', '报道'].map(
    (word): RoleWord => ({ word, role: '作者', side: 'either' }),
  ),
  { word: '整理', role: '整理', side: 'either' },
  ...['摄影', '供图', '图片'].map((word): RoleWord => ({ word, role: '摄影', side: 'either' })),
  { word: '供稿', role: '署名单位', side: 'either' },
];
const BY_WORD = new Map(ROLE_WORDS.map((each) => [each.word, each]));
/** A role with the paper and the rank before it; single characters only beside a stroke, a colon or a space. */
const ROLE = new RegExp(
  `(?<org>本报|本刊|本网|\\p{Script=Han}{2,12}?(?:${PAPER}))?(?:驻\\p{Script=Han}{2,6}?)?(?:${KINDS})*(?<word>${ROLE_WORDS.map(({ word }) => word).join('|')})|(?<=^|[ /|:、])(?<short>文|图|摄)(?=$|[ /|:])`,
  'gu',
);
const SHORT: Record<string, RoleWord> = {
  文: { word: '文', role: '作者', side: 'either' },
  图: { word: '图', role: '摄影', side: 'either' },
  摄: { word: '摄', role: '摄影', side: 'either' },
};
const LONGEST = 120;
const OWN = /^本[报刊网]$/u;

interface Token {
  role?: RoleWord;
  org?: string;
  start: number;
  end: number;
}

/**
 * Reads people with their roles, the whole text: 本报记者 张三 通讯员 李四, 文/张三 图/李四.
 * @returns undefined where anything else stands in it, or no role at all
 */
export function readPeople(text: string): Person[] | undefined {
  const line = evened(text).trim();
  if (line.length > LONGEST || /[。！？!?“”《》]/u.test(line)) return undefined;
  const roles = [...line.matchAll(ROLE)].map(({ index, 0: all, groups }): Token => {
    const role = BY_WORD.get(groups?.word ?? '') ?? SHORT[groups?.short ?? ''];
    const org = groups?.org;
    return {
      start: index,
      end: index + all.length,
      ...(role && { role }),
      ...(org && !OWN.test(org) && { org }),
    };
  });
  if (roles.length === 0) return undefined;
  const people: Person[] = [];
  let before: Token | undefined;
  const [first] = roles;
  const opens = first?.start === 0 && first.role !== undefined && first.role.side !== 'before';
  for (let index = -1; index < roles.length; index += 1) {
    const own = roles[index];
    const next = roles[index + 1];
    const gap = line.slice(own?.end ?? 0, next?.start ?? line.length);
    const names = gap.replace(/^[ /|:、，,;；和]+|[ /|、，,;；和]+$/gu, '');
    if (own && (opens || leads(own, gap))) before = own;
    else if (own) before = undefined;
    if (names === '') continue;
    const after =
      next && !opens && !leads(next, line.slice(next.end, roles[index + 2]?.start ?? line.length))
        ? next
        : undefined;
    const read = readGroup(names, before, after);
    if (!read) return undefined;
    people.push(...read);
  }
  return people.length > 0 ? people : undefined;
}

/** Whether a role stands before its names: 摄影 张三, but 张三 摄影. */
function leads({ role }: Token, right: string): boolean {
  if (!role || role.side === 'before') return true;
  if (role.side === 'after') return false;
  return /^ *[/|:]/u.test(right) || (role.word.length > 1 && /\p{Script=Han}/u.test(right));
}

function readGroup(text: string, before: Token | undefined, after: Token | undefined): Person[] | undefined {
  const role = roleOf(before?.role, after?.role);
  if (role === undefined) {
    // 张三 李四 本报记者 王五: names before the first role have none.
    const names = readNames(text);
    return names?.every(isCertainName) ? names.map((name) => ({ name, role: '作者' as const })) : undefined;
  }
  if (role === '署名单位') return [{ name: text.replace(/ +/gu, ''), role }];
  return readListed(text, role, before?.org);
}

/**
 * Names of one role with where they work: 某县融媒体中心 张三, 张三（某县委宣传部）.
 * @param org what was named with the role
 */
export function readListed(text: string, role: Role, org?: string): Person[] | undefined {
  const people: Person[] = [];
  let rest = /^\([^()]*\)$/u.test(text) ? text.slice(1, -1) : text;
  let place = org;
  const office = new RegExp(`^(?<office>\\p{Script=Han}{2,20}?(?:${OFFICE}))(?: +|(?=\\())`, 'u').exec(rest);
  if (office?.groups?.office && !isPlausibleName(office.groups.office)) {
    place = office.groups.office;
    rest = rest.slice(office[0].length);
  }
  for (const part of rest.split(/(?<=\))/u)) {
    const [, listed = '', own] =
      /^([^()]*)(?:\(([^()]{2,30})\))?$/u.exec(part.replace(/^[ 、，,;；]+/u, '')) ?? [];
    const names = readNames(listed);
    if (!names) return undefined;
    // 张三（实习） tells a rank, no office.
    const at = own && !/^(?:实习|见习|文|图|摄|整理)/u.test(own) ? own : place;
    for (const name of names) people.push({ name, role, ...(at && { org: at }) });
  }
  return people.length > 0 ? people : undefined;
}

function roleOf(before: RoleWord | undefined, after: RoleWord | undefined): Role | undefined {
  if (before === undefined) return after?.role;
  return after?.word === '摄' || after?.word === '供稿' ? after.role : before.role;
}
