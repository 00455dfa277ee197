import { readBareNames, readBylineLine, readEditorLine, readSignature } from '#core/byline/byline-line.ts';
import { isTooLong, tidy, unbracket } from '#core/byline/byline-text.ts';
import type { Person } from '#core/byline.ts';
import { readCredit } from './credit.ts';
import { type Dateline, readDateline } from './dateline.ts';
import { withSpaces } from './ornaments.ts';
import { type OrgLine, readOrgLine } from './signature-tail.ts';
import { readDateLine, readSourceLine, type SourceLine } from './source-line.ts';

/** A line that newspapers and offices print below a text. */
export type EndLine =
  | { kind: 'people'; people: Person[]; editor?: string; isUncertain?: true }
  | ({ kind: 'org' } & OrgLine)
  | ({ kind: 'source' } & SourceLine)
  | { kind: 'editor'; editor?: string }
  | { kind: 'credit'; people: Person[] }
  | ({ kind: 'dateline' } & Dateline)
  | { kind: 'contact' }
  /** Like a byline, but not readable as one. */
  | { kind: 'unread' };

const MAX_CONTACT_LENGTH = 120;
const CONTACT_LABEL =
  '(?:联系人|联系方式|联系电话|联系|电话号码|电话|热线|邮箱|信箱|邮编|邮政编码|通讯地址|地址|传真|网址|官网|微信号?|微博|[Qq]{2}群?号?|手机|电子邮件|[Ee]-?mail|Tel|TEL|网站|公众号)';
/** A contact line stays in the text: it can be part of a notice. */
const CONTACT = new RegExp(
  `^[（【]?[\\p{Script=Han}]{0,8}?${CONTACT_LABEL}(?:（[^（）]{1,8}）)?(?: ?[：/] ?\\S| ?\\d)[^。！？]*[。）】]?$`,
  'u',
);
const NUMBER_ONLY = /^[\d（）+—–-][\d（）+ —–/、-]{6,40}$/u;
const ADDRESS = /^<?(https?:\/\/[^\s<>]{4,500})>?$/u;
const ENCLOSED = /^[（【].*[）】]$/u;

/** Reads a line below a text; undefined if it is part of the text. */
export function readEndLine(printed: string): EndLine | undefined {
  const text = withSpaces(printed);
  const address = ADDRESS.exec(text)?.[1];
  if (address) return { kind: 'source', url: address };
  const source = readSourceLine(text);
  if (source) return { kind: 'source', ...source };
  const date = readDateLine(text);
  if (date) return { kind: 'source', date };
  const editor = readEditorLine(text);
  if (editor) return { kind: 'editor', ...(editor.editor && { editor: editor.editor }) };
  const org = readOrgLine(text);
  if (org) return { kind: 'org', ...org };
  return (
    readNamesLine(printed) ?? readWholeDateline(text) ?? (isContact(text) ? { kind: 'contact' } : undefined)
  );
}

function readNamesLine(text: string): EndLine | undefined {
  const credit = readCredit(text);
  if (credit?.caption === '') return { kind: 'credit', people: credit.people };
  const people = readSignature(text) ?? readBylineLine(text);
  if (people) return { kind: 'people', people };
  return undefined;
}

/**
 * Reads a line of names without any role. The caller must know that it is the last line below a text.
 * Names in brackets are certain.
 */
export function readNamesAtEnd(text: string): EndLine | undefined {
  const people = readBareNames(text);
  if (!people) return undefined;
  return { kind: 'people', people, ...(!ENCLOSED.test(tidy(text)) && { isUncertain: true }) };
}

/** A dateline without a text behind it: `（据新华社某地9月12日电）`. */
function readWholeDateline(text: string): EndLine | undefined {
  if (isTooLong(text)) return undefined;
  const tidied = tidy(text).replace(/。$/u, '');
  const line = unbracket(tidied);
  const read = readDateline(line);
  return read && read.length === line.length ? { kind: 'dateline', ...read, dateline: text } : undefined;
}

function isContact(text: string): boolean {
  if (isTooLong(text, MAX_CONTACT_LENGTH)) return false;
  const line = tidy(text);
  return CONTACT.test(line) || NUMBER_ONLY.test(line);
}
