import type { Person } from '../byline.ts';
import { readEditorLine, withoutEditors } from './editor-line.ts';
import { readNames } from './name-rows.ts';
import { isNameByLabel, isNameByRole, isPlausibleName } from './person-names.ts';
import { isCommentator, isMedia, isSigner } from './orgs.ts';
import { type NameLine, readPeople } from './people.ts';
import { isTooLong, tidy, unbracket, withColons } from './byline-text.ts';

export { isPlausibleName, readEditorLine, readNames };

const MARK_CHARACTERS = '□■◎●○▲△▼▽☆★◆◇◉▣▪▫▶►▷◀▢◻◼◈❖⊙※♦·✎✍✦✧➤▌';
const MARK = new RegExp(`^[${MARK_CHARACTERS}] ?`, 'u');
const MARKS = new RegExp(
  ` ?[${MARK_CHARACTERS}]+(?= |$)| ?[${MARK_CHARACTERS.replace('·', '')}]+ ?|^·`,
  'gu',
);
/** Marks that papers print before bylines rather than before headings. */
const BYLINE_MARK = /^[□◎]/u;
/** A hollow square as OCR reads it. */
const MISREAD_MARK = /^[口日ロ] ?(?=(?:本[报刊网]|记者|通讯员|特约))/u;
const DASHES = /^[—–―-]{1,3} ?|(?: ?[—–―-]{1,3})$/gu;
const PLACE = /(?:[县市区镇乡村省场馆]|开发区|园区)$/u;
/** A label with a space for its colon: 作者 甲某. */
const AUTHOR_LABEL = /^(本文作者|作者|撰文|撰稿|采写) (?=\p{Script=Han}{2,4}(?: |$))/u;
/** The author's place in front of the name: （某县）甲某. */
const PLACE_BEFORE = /^[（【]\p{Script=Han}{2,8}[）】] ?(?=\p{Script=Han})/u;
/** Maximum number of names without a role, and of organisations, on a line: a longer list is no byline. */
const MAX_BARE_NAMES = 6;
const MAX_ORGS = 6;

/** `撰文：张三｜摄影：李四`: elsewhere a bar stands between a role and its name. */
const BAR_BETWEEN_LABELS = /(?<=：[^：｜/]{2,12}) ?｜ ?(?=[^：｜/]{1,8}：)/gu;

/**
 * Parses a line that is a byline by itself: it has a mark, a role or a kind of work.
 * @returns undefined if the line is not a byline
 */
export function readBylineLine(text: string): Person[] | undefined {
  if (isTooLong(text)) return undefined;
  const tidied = withColons(tidy(text)).replace(MISREAD_MARK, '□ ').replace(BAR_BETWEEN_LABELS, ' ');
  const enclosed = unbracket(tidied);
  const mark = MARK.exec(enclosed)?.[0];
  const bare = mark ? enclosed.replace(MARKS, ' ').trim() : enclosed.replace(DASHES, '');
  const line = withoutEditors(unbracket(bare)).replace(AUTHOR_LABEL, '$1：');
  if (isCommentator(line)) return [{ name: line, role: '署名单位' }];
  const isBylineMark = mark !== undefined && BYLINE_MARK.test(mark);
  const isName = isBylineMark ? isNameByRole : isPlausibleName;
  const isEnclosed = enclosed !== tidied;
  const parsed = readPeople(line, { isName, posts: mark !== undefined || isEnclosed, enclosed: isEnclosed });
  if (!parsed) return undefined;
  return (mark ? isMarked(parsed, isBylineMark) : isPlain(parsed)) ? parsed.people : undefined;
}

/**
 * Parses a byline that an editor typed. Any word can be a name, because the field holds nothing else.
 * @returns the people, or undefined if a word does not belong in a byline
 */
export function readTypedByline(text: string): Person[] | undefined {
  if (isTooLong(text)) return undefined;
  const enclosed = unbracket(tidy(text));
  // A separator at either end: a name is missing.
  if (/^[、，；：/]|[、，；：/]$/u.test(enclosed)) return undefined;
  const line = unbracket(enclosed.replace(MARKS, ' ').replace(DASHES, '').trim());
  if (isCommentator(line)) return [{ name: line, role: '署名单位' }];
  return readPeople(line, { isName: isNameByLabel, posts: true })?.people;
}

function isMarked({ people, photoOnly, hasRole, works }: NameLine, isBylineMark: boolean): boolean {
  if (photoOnly && !hasRole && !isBylineMark) return false;
  const isSigned = ({ name, role }: Person) => role !== '署名单位' || isSigner(name);
  return hasRole || works.length > 0 || people.every(isSigned);
}

/** Without a mark, a line is a byline only if it has a role, a kind of work or an organisation. */
function isPlain({ people, photoOnly, hasRole, works, linked, orgs }: NameLine): boolean {
  const hasNames = people.some(({ role }) => role !== '署名单位');
  if (photoOnly) return false;
  if (hasRole) return hasNames || works.length > 0;
  if (hasNames && works.length > 0) return true;
  if (!hasNames) return works.includes('supply') || (linked && works.length > 0);
  return orgs.length > 0 && orgs.every((org) => isMedia(org) || !PLACE.test(org));
}

/**
 * Parses a line that contains only names. The caller must know from its position below a title that it is
 * a byline.
 */
export function readBareNames(text: string): Person[] | undefined {
  if (isTooLong(text)) return undefined;
  const line = unbracket(tidy(text));
  const placed = PLACE_BEFORE.exec(line)?.[0] ?? '';
  const parsed = readPeople(line.slice(placed.length), { isName: isPlausibleName, posts: true });
  if (!parsed || parsed.people.length > MAX_BARE_NAMES || parsed.linked) return undefined;
  if (parsed.hasRole || parsed.works.length > 0) return undefined;
  return parsed.people.every(({ role }) => role === '作者') ? parsed.people : undefined;
}

/**
 * Parses the organisations that sign a text. The caller must know from its position below the text that it
 * is a signature.
 */
export function readSignature(text: string): Person[] | undefined {
  if (isTooLong(text)) return undefined;
  const line = unbracket(tidy(text).replace(MARK, '').replace(DASHES, ''));
  const orgs = line.split(/[ 、，；]+/u);
  return orgs.length <= MAX_ORGS && orgs.every(isSigner)
    ? orgs.map((name) => ({ name, role: '署名单位' }))
    : undefined;
}
