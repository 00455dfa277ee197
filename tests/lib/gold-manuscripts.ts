import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type ImportedArticle, importFile } from '../../src/import/import-file.ts';
import { kindOf } from '../../src/import/readers/file-kind.ts';
import { encodeChinese, encodeUtf16 } from './encode-chinese.ts';
import { knownNames } from './known-names.ts';
import { type DocxLine, docxOf } from './manuscript-docx.ts';

/* Manuscripts with the values that an editor would write, and what the importer gives instead. */

const FIELDS = ['title', 'kicker', 'subtitle', 'category', 'dateline', 'byline', 'source', 'date'] as const;
const TITLE = '老作坊接到新订单';
const TEXT = [
  '竹编作坊的院子里晒着成捆的篾条，风一吹，满院都是清香。老人坐在屋檐下劈篾，一根竹子到他手里，能分出十二层。',
  '作坊一年卖出三千只筐，多半去了外县的果园。今年又接到一批灯罩的订单，样子是学徒画的，卖得比筐还好。',
];

/** Expected fields; absent ones are empty, `true` stands for any value. */
interface Gold {
  headings?: string[];
  /** End of the body. */
  last?: string;
  /** Texts in the body, and texts that must not be in it. */
  contains?: string[];
  absent?: string[];
  /** Lines of verse, each with a break behind it. */
  breaks?: string[];
  /** Fields about which editors may disagree. The importer has to ask to check them. */
  flagged?: string[];
  [field: string]: unknown;
}

export interface GoldManuscript {
  /** Ends in the extension of the file unless it is plain text. */
  name: string;
  text?: string;
  docx?: DocxLine[];
  encoding?: 'gb18030' | 'big5' | 'utf16le';
  crlf?: string;
  gold: Gold[];
}

export type GoldLine = Gold & { at: string; line: string };

/** Figures of a set: values by result, files by whether they were split as expected. */
export interface Outcome {
  differences: string[];
  values: { right: number; flagged: number; unflagged: number };
  splits: { right: number; flagged: number; unflagged: number };
  falseHeadings: number;
}

/** Codes of the warnings that ask to check a field. */
const ASKING: Record<string, string[]> = {
  title: ['title-missing', 'title-joined', 'kicker-by-order'],
  kicker: ['kicker-by-order', 'title-joined'],
  subtitle: ['kicker-by-order', 'title-joined'],
  category: ['category-unknown', 'category-inherited', 'kicker-by-order'],
  byline: ['byline-unread', 'byline-by-position', 'source-by-position', 'issuer'],
  source: ['source-unknown', 'source-by-position', 'source-other'],
  date: ['source-by-position', 'date-other', 'issuer'],
  headings: ['possible-article'],
};

export function readGold<T>(file: string): T {
  return parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as T;
}

const squash = (text: string) => text.replace(/\s/gu, '');

export async function importedFrom(name: string, bytes: Uint8Array): Promise<ImportedArticle[]> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const input = { name, kind: kindOf(name, bytes), bytes, sha256, siblings: new Map() };
  return (await importFile(input, { names: knownNames(), at: '2026-01-01', usedSlugs: new Set() })).articles;
}

function bytesOf({ text = '', docx, encoding, crlf }: GoldManuscript): Uint8Array {
  if (docx) return docxOf(docx);
  const lines = crlf ? text.replaceAll('\n', '\r\n') : text;
  if (encoding === 'utf16le') return encodeUtf16(`\uFEFF${lines}`, true);
  return encoding ? encodeChinese(lines, encoding) : new TextEncoder().encode(lines);
}

/** Imports all manuscripts and compares them with their gold. */
export async function outcomeOf(manuscripts: GoldManuscript[], lines: GoldLine[]): Promise<Outcome> {
  const outcome: Outcome = {
    differences: [],
    values: { right: 0, flagged: 0, unflagged: 0 },
    splits: { right: 0, flagged: 0, unflagged: 0 },
    falseHeadings: 0,
  };
  for (const manuscript of manuscripts) {
    const extension = /\.(?:docx|html?|md)$/u.exec(manuscript.name)?.[0] ?? '.txt';
    await compare(manuscript.name, `a${extension}`, bytesOf(manuscript), manuscript.gold, outcome);
  }
  for (const { at, line, ...gold } of lines) {
    const bytes = new TextEncoder().encode((PLACES[at]?.(line) ?? []).join('\n\n'));
    await compare(`${at} ${line}`, 'a.txt', bytes, [{ title: TITLE, headings: [], ...gold }], outcome);
  }
  return outcome;
}

/** Where a line stands in a plain article. */
const PLACES: Record<string, (line: string) => string[]> = {
  below: (line) => [TITLE, line, ...TEXT],
  foot: (line) => [TITLE, ...TEXT, line],
  above: (line) => [line, TITLE, ...TEXT],
  opening: (line) => [TITLE, `${line}${TEXT[0]}`, TEXT[1] ?? ''],
};

async function compare(
  name: string,
  file: string,
  bytes: Uint8Array,
  gold: Gold[],
  outcome: Outcome,
): Promise<void> {
  const { differences, values, splits } = outcome;
  const articles = await importedFrom(file, bytes).catch((error: Error) => error.message);
  if (typeof articles === 'string' || articles.length !== gold.length) {
    const isAsked =
      typeof articles !== 'string' &&
      articles.some(({ report }) => report.warnings.some(({ code }) => code === 'possible-article'));
    splits[isAsked ? 'flagged' : 'unflagged'] += 1;
    const found = typeof articles === 'string' ? articles : `${articles.length} articles`;
    differences.push(`${name}: ${found}${isAsked ? ' (flagged)' : ''}`);
    return;
  }
  splits.right += 1;
  for (const [index, article] of articles.entries()) {
    const each = gold[index] ?? {};
    const found = differencesOf(each, article);
    values.right += checkedIn(each) - found.length;
    outcome.falseHeadings += falseHeadings(each, article.file);
    for (const { field, is } of found) {
      const isAsked = asks(field, is, String(each[field] ?? ''), article.report.warnings);
      values[isAsked ? 'flagged' : 'unflagged'] += 1;
      const place = gold.length > 1 ? `${name} #${index + 1}` : name;
      differences.push(`${place}: ${field}: ${is}${isAsked ? ' (flagged)' : ''}`);
    }
  }
}

const OPTIONAL = ['headings', 'last', 'contains', 'absent', 'breaks', 'editor', 'rights'] as const;

function checkedIn(gold: Gold): number {
  return FIELDS.length + OPTIONAL.filter((key) => gold[key] !== undefined).length;
}

/** Whether a warning asks to check a wrong value: it is about the field, or quotes the value. */
function asks(
  field: string,
  is: string,
  right: string,
  warnings: ImportedArticle['report']['warnings'],
): boolean {
  const words = [...is.split(/[；@\s]/u), ...right.split(/[；@\s]/u)].filter(({ length }) => length > 1);
  return warnings.some(
    ({ code, quote }) =>
      ASKING[field]?.includes(code) === true || words.some((word) => quote?.includes(word) === true),
  );
}

/** What an article has that its gold has not. */
function differencesOf(gold: Gold, { report, file }: ImportedArticle): { field: string; is: string }[] {
  const found: { field: string; is: string }[] = [];
  for (const field of FIELDS) {
    const is = field === 'byline' ? bylineOf(report.byline) : String(report[field] ?? '');
    const right = field === 'byline' ? typedByline(String(gold.byline ?? '')) : String(gold[field] ?? '');
    if (squash(right) === squash(is) || (right === 'true' && is !== '')) continue;
    // A dateline names a paper, which may be the source.
    if (field === 'source' && right === '' && gold.dateline !== undefined) continue;
    found.push({ field, is });
  }
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(file) ?? [];
  const text = squash(body.replaceAll('\\', ''));
  const headings = headingsOf(file);
  const add = (field: string, is: string | undefined) => is !== undefined && found.push({ field, is });
  if (gold.headings && headings.join() !== gold.headings.join()) add('headings', headings.join('、'));
  if (gold.last && !text.endsWith(squash(gold.last)))
    add('last', body.trim().slice(-24).replace(/\s+/gu, ' '));
  const missing = gold.contains?.filter((each) => !text.includes(squash(each)));
  if (missing && missing.length > 0) add('contains', missing.join('、'));
  const residue = gold.absent?.filter((each) => text.includes(squash(each)));
  if (residue && residue.length > 0) add('absent', residue.join('、'));
  const joined = gold.breaks?.filter((each) => !body.includes(`${each}\\\n`));
  if (joined && joined.length > 0) add('breaks', joined.join('、'));
  const fields = parse(head) as Record<string, unknown>;
  for (const field of ['editor', 'rights'] as const)
    if (gold[field] !== undefined && fields[field] !== gold[field]) add(field, String(fields[field] ?? ''));
  return found;
}

function headingsOf(file: string): string[] {
  return [...file.matchAll(/^#+ (.*)$/gmu)].map(([, each = '']) => each.replaceAll('\\', ''));
}

function falseHeadings({ headings = [], flagged }: Gold, file: string): number {
  if (flagged?.includes('headings')) return 0;
  return headingsOf(file).filter((each) => !headings.includes(each)).length;
}

function bylineOf(people: ImportedArticle['report']['byline']): string {
  return people.map(({ name, role, org }) => `${role ?? '作者'} ${name}${org ? `@${org}` : ''}`).join('；');
}

const typedByline = (text: string) =>
  text
    .split('；')
    .filter(Boolean)
    .map((person) => (/\s/u.test(person.trim()) ? person.trim() : `作者 ${person.trim()}`))
    .join('；');
