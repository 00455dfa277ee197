import { joinSpacedNames, splitGlued } from './name-rows.ts';
import { isNameByLabel, isNameByRole, isPlausibleName, type NameTest } from './person-names.ts';
import { isOrg } from './orgs.ts';
import { workOf } from './roles.ts';
import { isTooLong, tidy, unbracket, withColons } from './byline-text.ts';

/** The people who edited a page, with their duties as printed. */
export interface EditorLine {
  /** Names of the editors in charge, separated by 、. */
  editor?: string;
  others: { duty: string; names: string[] }[];
}

const EDITOR =
  /^(?:(?:本期|本版|值班|网络|电子|文字|新媒体|融媒体|首席|特约|见习|实习|[一二三四]版)?(?:责任编辑|责编|编辑)|执行编辑|栏目编辑)$/u;
/** A duty with its possible prefixes. */
const DUTY =
  '(?:(?:本期|本版|值班|网络|电子|文字|新媒体|融媒体|首席|特约|见习|实习|执行|常务|栏目|美术|技术|视觉|版式|责任|图片|[一二三四]版)?' +
  '(?:责任编辑|责任校对|编辑人|校对人|责编|责校|编辑|主编|副主编|总编辑|副总编辑|总编|美编|编审|编校|编发|编委|校对|校审|校核|审校|审核人|审核|审稿人|审稿|签发人|审签|审读|审定|初审|复审|终审|[一二三]审|[一二三]校|签发|签审|监制|总监制|策划|总策划|统筹|总统筹|版式|排版|组版|设计|制作|值班主任|值班编委|值班总编|主任|录入|发布|出品人|出品|制图))';
/** Kinds of work that may appear on the same line. */
const WORK = '(?:文字|撰文|撰稿|采写|执笔|主笔|摄影|图片|图|文|摄像|视频|记者|通讯员|供稿)';
const WRITING = /^(?:执笔|主笔|文字|撰文|文|撰稿|采写|记者|通讯员|供稿)$/u;
/** Duties that are no authorship where somebody else wrote the text. */
const BESIDE_WRITERS = /策划|统筹|设计|制作|制图|录入/u;
const PICTURES = /^(?:摄影|图片|图|摄像|视频)$/u;
const STARTS_WITH_DUTY = new RegExp(`^${DUTY}`, 'u');
const PARTS = new RegExp(`(?<=^|[ 、，；/｜])(${DUTY}|${WORK}) ?([：/｜ ]) ?(?=[^ ])`, 'gu');
const GLUED = new RegExp(`(?<=^|[ ；])(${DUTY})(\\p{Script=Han}{2,4})(?=$|[ ；、])`, 'gu');
/** Contact data behind the names: 责编：甲某　电话：…. */
const CONTACT =
  /(?<=\S) (?:联系|电子|投稿)?(?:电话|热线|邮箱|信箱|传真|邮编|[Ee]-?mail|QQ|微信) ?[：/ ] ?[^ ].{3,60}$/u;
const USER_NAME = /^[A-Za-z][A-Za-z0-9_.-]{1,19}$/u;

/**
 * Parses a line that names editors and no authors: `责任编辑：甲某`, `（责编 甲某 校对 乙某）`.
 * @returns undefined if the line is not such a line
 */
export function readEditorLine(text: string): EditorLine | undefined {
  if (isTooLong(text)) return undefined;
  const line = unbracket(withColons(tidy(text)).replace(CONTACT, ''));
  if (!STARTS_WITH_DUTY.test(line)) return undefined;
  const spaced = joinSpacedNames(line.replace(GLUED, '$1 $2'), isNameByRole);
  const parts = [...spaced.matchAll(PARTS)];
  if (parts[0]?.index !== 0) return undefined;
  const read: EditorLine['others'] = [];
  for (const [index, part] of parts.entries()) {
    const [all, duty = '', sign = ''] = part;
    const list = spaced.slice(part.index + all.length, parts[index + 1]?.index);
    const names = readNameList(list, nameTestFor(duty, sign));
    if (!names) return undefined;
    read.push({ duty, names });
  }
  if (read.some(({ duty }) => WRITING.test(duty))) return undefined;
  const editors = read.filter(({ duty }) => EDITOR.test(duty)).flatMap(({ names }) => names);
  return {
    ...(editors.length > 0 && { editor: editors.join('、') }),
    others: read.filter(({ duty }) => !EDITOR.test(duty)),
  };
}

/** Which words count as names after a duty: after a colon also pen names, organisations and user names. */
function nameTestFor(duty: string, sign: string): NameTest {
  if (sign !== ' ') return (word) => isNameByLabel(word) || isOrg(word) || USER_NAME.test(word);
  return EDITOR.test(duty) || /校对?$/u.test(duty) ? isNameByRole : isPlausibleName;
}

function readNameList(text: string, isName: NameTest): string[] | undefined {
  const words = text.split(/[ 、，；/｜&]+/u).filter(Boolean);
  const names = words.flatMap((word) =>
    isName(word) ? [word] : (splitGlued(word, isPlausibleName) ?? ['']),
  );
  return names.length > 0 && !names.includes('') ? names : undefined;
}

/** Removes the editors from a tidied line, so that only authors remain. */
export function withoutEditors(line: string): string {
  const parts = [...line.matchAll(PARTS)];
  const hasWriters = parts.some(([, duty = '']) => WRITING.test(duty));
  const isEditors = (duty: string) =>
    (hasWriters && BESIDE_WRITERS.test(duty)) ||
    (!WRITING.test(duty) && !PICTURES.test(duty) && workOf(duty) === undefined);
  if (!parts.some(([, duty = '']) => isEditors(duty))) return line;
  const authors = parts.flatMap((part, index) =>
    isEditors(part[1] ?? '') ? [] : [line.slice(part.index, parts[index + 1]?.index)],
  );
  return [line.slice(0, parts[0]?.index), ...authors]
    .map((part) => part.replace(/[ 、，；/｜]+$/u, ''))
    .filter(Boolean)
    .join(' ');
}
