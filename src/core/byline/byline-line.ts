import type { Person } from '../byline.ts';
import { readEditorLine, withoutEditors } from './editor-line.ts';
import { readNames } from './name-rows.ts';
import { isNameByLabel, isNameByRole, isPlausibleName } from './person-names.ts';
import { isCommentator, isMedia, isSigner } from './orgs.ts';
import { type NameLine, readPeople } from './people.ts';
import { isTooLong, tidy, unbracket } from './byline-text.ts';

export { isPlausibleName, readEditorLine, readNames };

const SIGNS = '□■◎●○▲△▼▽☆★◆◇◉▣▪▫▶►▷◀▢◻◼◈❖⊙※♦·✎✍✦✧➤▌';
const MARK = new RegExp(`^[${SIGNS}] ?`, 'u');
const MARKS = new RegExp(` ?[${SIGNS}]+(?= |$)| ?[${SIGNS.replace('·', '')}]+ ?|^·`, 'gu');
/** The marks that papers set before bylines rather than before headings. */
const BYLINE_MARK = /^[□◎]/u;
/** A hollow square as text recognition reads it. */
const MISREAD_MARK = /^[口日ロ] ?(?=(?:本[报刊网]|记者|通讯员|特约))/u;
const DASHES = /^[—–―-]{1,3} ?|(?: ?[—–―-]{1,3})$/gu;
const PLACE = /(?:[县市区镇乡村省场馆]|开发区|园区)$/u;
const MAX_BARE_NAMES = 6;
const MAX_ORGS = 6;

/** Reads a whole line that is a byline, by its mark or by a role or work that it prints. */
export function readBylineLine(text: string): Person[] | undefined {
  if (isTooLong(text)) return undefined;
  const tidied = tidy(text).replace(MISREAD_MARK, '□ ');
  const enclosed = unbracket(tidied);
  const mark = MARK.exec(enclosed)?.[0];
  const bare = mark ? enclosed.replace(MARKS, ' ').trim() : enclosed.replace(DASHES, '');
  const line = withoutEditors(unbracket(bare));
  if (isCommentator(line)) return [{ name: line, role: '署名单位' }];
  const isSure = mark !== undefined && BYLINE_MARK.test(mark);
  const isName = isSure ? isNameByRole : isPlausibleName;
  const reading = readPeople(line, { isName, posts: mark !== undefined || enclosed !== tidied });
  if (!reading) return undefined;
  return (mark ? isMarked(reading, isSure) : isPlain(reading)) ? reading.people : undefined;
}

/**
 * Reads a byline that an editor typed: its field vouches for the names, and nobody else stands in it.
 * @returns the people, or undefined where a word is none of a byline
 */
export function readTypedByline(text: string): Person[] | undefined {
  if (isTooLong(text)) return undefined;
  const enclosed = unbracket(tidy(text));
  // A sign with nothing beside it: a name is missing.
  if (/^[、，；：/]|[、，；：/]$/u.test(enclosed)) return undefined;
  const line = unbracket(enclosed.replace(MARKS, ' ').replace(DASHES, '').trim());
  if (isCommentator(line)) return [{ name: line, role: '署名单位' }];
  return readPeople(line, { isName: isNameByLabel, posts: true })?.people;
}

function isMarked({ people, photoOnly, hasRole, works }: NameLine, isSure: boolean): boolean {
  if (photoOnly && !hasRole && !isSure) return false;
  const isSigned = ({ name, role }: Person) => role !== '署名单位' || isSigner(name);
  return hasRole || works.length > 0 || people.every(isSigned);
}

/** Without a mark, a role or a work has to vouch for the names, or the paper or office they are of. */
function isPlain({ people, photoOnly, hasRole, works, linked, orgs }: NameLine): boolean {
  const hasNames = people.some(({ role }) => role !== '署名单位');
  if (photoOnly) return false;
  if (hasRole) return hasNames || works.length > 0;
  if (hasNames && works.length > 0) return true;
  if (!hasNames) return works.includes('supply') || (linked && works.length > 0);
  return orgs.length > 0 && orgs.every((org) => isMedia(org) || !PLACE.test(org));
}

/** Reads a line of names alone; only its place below a title tells that it is a byline. */
export function readBareNames(text: string): Person[] | undefined {
  if (isTooLong(text)) return undefined;
  const reading = readPeople(unbracket(tidy(text)), { isName: isPlausibleName, posts: true });
  if (!reading || reading.people.length > MAX_BARE_NAMES || reading.linked) return undefined;
  if (reading.hasRole || reading.works.length > 0) return undefined;
  return reading.people.every(({ role }) => role === '作者') ? reading.people : undefined;
}

/** Reads the office that signs a text; only its place below the text tells that it is a signature. */
export function readSignature(text: string): Person[] | undefined {
  if (isTooLong(text)) return undefined;
  const line = unbracket(tidy(text).replace(MARK, '').replace(DASHES, ''));
  const offices = line.split(/[ 、，；]+/u);
  return offices.length <= MAX_ORGS && offices.every(isSigner)
    ? offices.map((name) => ({ name, role: '署名单位' }))
    : undefined;
}
