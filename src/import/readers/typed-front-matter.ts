import { isScalar, isMap, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import type {
  ImportWarning,
  TargetField,
  ManuscriptMeta,
  MetaField,
  Paragraph,
  Span,
} from '../manuscript.ts';
import { isPlausibleName } from '#core/byline/person-names.ts';
import type { SplitFile } from './split-typed-file.ts';
import { printedDay } from './printed-day.ts';

/** The front matter of a manuscript. */
export interface FrontMatter {
  /** Its lines, one paragraph each. */
  blocks: Paragraph[];
  meta: ManuscriptMeta;
  warnings: ImportWarning[];
}

/** Reason for dropping front matter. */
export const LEFT_OUT = '旧网站的页面信息';
const KEYS = new Map([
  ['title', 'title'],
  ['标题', 'title'],
  ['date', 'date'],
  ['日期', 'date'],
  ['source', 'source'],
  ['来源', 'source'],
  ['author', 'author'],
  ['authors', 'author'],
  ['writer', 'author'],
  ['作者', 'author'],
  ['published', 'date'],
  ['pubdate', 'date'],
  ['publishdate', 'date'],
  ['link', 'url'],
  ['url', 'url'],
  ['original_url', 'url'],
] as const);

/** A text that was moved to the metadata, and its range in the front matter. */
interface MovedText {
  start: number;
  end: number;
  span: Span;
}

/** Reads front matter. Known fields become metadata; other lines of valid YAML are moved to `printed`, invalid YAML is kept as text. */
export function readFrontMatter({ head, isYaml, isToml, firstLine }: SplitFile): FrontMatter {
  if (isToml) return readTomlLines(head, firstLine);
  if (!isYaml) {
    return {
      blocks: linesOf(head, firstLine, [], LEFT_OUT),
      meta: {},
      warnings: [warning('开头的页面信息不是 YAML，没有读取，请自己填写标题、日期、来源')],
    };
  }
  const values = valuesOf(head);
  if (!values) {
    return {
      blocks: linesOf(head, firstLine, [], undefined),
      meta: {},
      warnings: [warning('开头两行 --- 之间的页面信息写得不对，读不出来，已当作正文，请改正或删去')],
    };
  }
  const meta: ManuscriptMeta = {};
  const moved: MovedText[] = [];
  for (const { key, node, text } of values) {
    if (!isScalar(node)) {
      meta[key] ??= text;
      continue;
    }
    const found = findField(key, text);
    if (!found || meta[found.key] !== undefined) continue;
    meta[found.key] = key === 'author' ? withoutWikiLink(found.span.text) : found.span.text;
    moved.push(locate(found.span, node, head, found.isPart));
  }
  takeAccount(meta);
  const { blocks, printed } = withPrinted(linesOf(head, firstLine, moved, LEFT_OUT));
  return { blocks, meta: { ...meta, ...(printed.length > 0 && { printed }) }, warnings: [] };
}

/** What clippers call the author of a WeChat page is its account. */
function takeAccount(meta: ManuscriptMeta): void {
  const { author, url } = meta;
  if (!author || !url || !/^https?:\/\/mp\.weixin\.qq\.com\//u.test(url) || isPlausibleName(author)) return;
  meta.account = author;
  meta.source ??= author;
  delete meta.author;
}

/** `[[某号]]`: a link between notes. */
function withoutWikiLink(text: string): string {
  return text.trim().replace(/^\[\[(.+)\]\]$/u, '$1');
}

/** A line of TOML with a text, a date, or a list of texts; texts with escapes are left to the editor. */
const TOML_LINE =
  /^[ \t]*(?<key>[A-Za-z_\p{Script=Han}]{1,20})[ \t]*=[ \t]*(?:\[[ \t]*)?(?:"(?<double>[^"\\\n]*)"|'(?<single>[^'\n]*)'|(?<plain>\d{4}-\d{2}-\d{2}[^\s,#]*))/u;

/** Reads the lines of TOML front matter (Hugo) above its first table. */
function readTomlLines(head: string, firstLine: number): FrontMatter {
  const meta: ManuscriptMeta = {};
  const moved: MovedText[] = [];
  let at = 0;
  let isTop = true;
  for (const line of head.split('\n')) {
    if (/^[ \t]*\[/u.test(line)) isTop = false;
    const { key = '', double, single, plain } = TOML_LINE.exec(line)?.groups ?? {};
    const field = isTop ? KEYS.get(key.toLowerCase() as 'title') : undefined;
    const text = (double ?? single ?? plain ?? '').trim();
    const found = field && text !== '' ? findField(field, text) : undefined;
    if (found && meta[found.key] === undefined) {
      const printed = found.span.was ?? found.span.text;
      const start = at + line.indexOf(printed, line.indexOf('='));
      meta[found.key] = found.span.text;
      moved.push({ start, end: start + printed.length, span: found.span });
    }
    at += line.length + 1;
  }
  const { blocks, printed } = withPrinted(linesOf(head, firstLine, moved, LEFT_OUT));
  return { blocks, meta: { ...meta, ...(printed.length > 0 && { printed }) }, warnings: [] };
}

/** Moves lines without a field to `printed`; prints lines with an author whole. */
function withPrinted(lines: Paragraph[]): { blocks: Paragraph[]; printed: string[] } {
  const printed: string[] = [];
  const blocks = lines.map((line) => {
    const isField = line.spans.some(({ movedTo }) => movedTo !== undefined && movedTo !== 'byline');
    if (isField || line.spans.length === 0) return line;
    printed.push(
      line.spans
        .map(({ text }) => text)
        .join('')
        .trim(),
    );
    if (line.spans.some(({ movedTo }) => movedTo !== undefined)) return line;
    return { ...line, spans: line.spans.map(({ text }): Span => ({ text, movedTo: 'printed' })) };
  });
  return { blocks, printed };
}

interface Value {
  key: MetaField;
  node: Node;
  text: string;
}

/** The values of known keys; undefined if the text is not a YAML mapping. */
function valuesOf(head: string): Value[] | undefined {
  try {
    const document = parseDocument(head, { schema: 'core', uniqueKeys: false, logLevel: 'silent' });
    const { contents, errors } = document;
    if (errors.length > 0) return undefined;
    if (head.trim() === '') return [];
    if (!isMap(contents)) return undefined;
    return contents.items.flatMap(({ key, value }): Value[] => {
      const field = isScalar(key) ? KEYS.get(String(key.value).toLowerCase() as 'title') : undefined;
      if (field === 'author' && isSeq(value)) {
        const names = value.items.map((item) =>
          isScalar(item) ? withoutWikiLink(String(item.value ?? '')) : '',
        );
        return names.every((name) => name !== '') && names.length > 0
          ? [{ key: field, node: value, text: names.join('、') }]
          : [];
      }
      if (!field || !isScalar(value)) return [];
      const text = (value.type === 'PLAIN' ? value.source : String(value.value ?? ''))?.trim() ?? '';
      return text === '' || value.value === null ? [] : [{ key: field, node: value, text }];
    });
  } catch (error) {
    // Nested too deep for the parser.
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

interface FoundField {
  key: MetaField;
  span: Span;
  /** The span is only the beginning of the value. */
  isPart?: true;
}

function findField(key: MetaField, text: string): FoundField | undefined {
  const isAddress = /^https?:\/\/\S+$/u.test(text);
  if (key === 'date') {
    const day = printedDay(text);
    const was = /^\d{4}\s?\D\s?\d{1,2}\s?\D\s?\d{1,2}日?/u.exec(text)?.[0];
    if (day === undefined || was === undefined) return undefined;
    return { key, span: { text: day, movedTo: 'date', ...(was !== day && { was }) }, isPart: true };
  }
  if (key === 'url' || (key === 'source' && isAddress)) {
    return isAddress ? { key: 'url', span: { text, movedTo: 'reprint' } } : undefined;
  }
  const field: TargetField = key === 'author' ? 'byline' : key;
  return { key, span: { text, movedTo: field } };
}

/** Finds the range of a value; keeps the source in `was` if it differs from the value (escapes, folding). */
function locate(span: Span, { range }: Scalar, head: string, isPart: true | undefined): MovedText {
  const [start, end] = [range?.[0] ?? 0, range?.[1] ?? 0];
  const raw = head.slice(start, end);
  const expected = span.was ?? span.text;
  const at = raw.indexOf(expected);
  if (at >= 0 || isPart)
    return { start: start + Math.max(at, 0), end: start + Math.max(at, 0) + expected.length, span };
  return { start, end, span: { ...span, was: raw } };
}

/** Lines as paragraphs, with the moved texts in them. */
function linesOf(
  head: string,
  firstLine: number,
  moved: MovedText[],
  dropped: string | undefined,
): Paragraph[] {
  const spans: Span[] = [];
  const plain = (text: string): Span => ({ text, ...(dropped !== undefined && { dropped }) });
  let at = 0;
  for (const { start, end, span } of moved.toSorted((a, b) => a.start - b.start)) {
    spans.push(plain(head.slice(at, start)), span);
    at = end;
  }
  spans.push(plain(head.slice(at)));
  const blocks: Paragraph[] = [];
  let line = 1;
  let current: Paragraph | undefined;
  for (const span of spans) {
    const texts = span.movedTo ? [span.text] : span.text.split('\n');
    texts.forEach((text, index) => {
      if (index > 0) current = undefined;
      line += index > 0 ? 1 : 0;
      if (text.trim() === '') return;
      if (!current) {
        current = { type: 'paragraph', line: line + firstLine - 1, spans: [] };
        blocks.push(current);
      }
      current.spans.push({ ...span, text });
    });
    const further = (span.was ?? '').split('\n').length - 1;
    line += further;
    if (further > 0) current = undefined;
  }
  return blocks;
}

function warning(message: string): ImportWarning {
  return { code: 'front-matter', message, line: 1 };
}
