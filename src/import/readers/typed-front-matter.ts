import { isScalar, isMap, parseDocument, type Scalar } from 'yaml';
import type {
  ImportWarning,
  TargetField,
  ManuscriptMeta,
  MetaField,
  Paragraph,
  Span,
} from '../manuscript.ts';
import { printedDay } from './printed-day.ts';

/** The front matter of a manuscript. */
export interface FrontMatter {
  /** Its lines, one paragraph each. */
  blocks: Paragraph[];
  meta: ManuscriptMeta;
  warnings: ImportWarning[];
}

/** A file split into front matter and text. */
export interface SplitFile {
  /** Between the fences. */
  head: string;
  body: string;
  /** Lines above the body. */
  lines: number;
  isYaml: boolean;
}

const LEFT_OUT = '旧网站的页面信息';
const MAX_FRONT_MATTER_LENGTH = 20_000;
const KEYS = new Map([
  ['title', 'title'],
  ['标题', 'title'],
  ['date', 'date'],
  ['日期', 'date'],
  ['source', 'source'],
  ['来源', 'source'],
  ['author', 'author'],
  ['作者', 'author'],
  ['link', 'url'],
  ['original_url', 'url'],
] as const);

/** A text that was moved to the metadata, and its range in the front matter. */
interface MovedText {
  start: number;
  end: number;
  span: Span;
}

/** Splits a file into front matter and text; undefined if it has no front matter. */
export function splitFrontMatter(text: string): SplitFile | undefined {
  const [, fence = '', language = ''] = /^(-{3}|\+{3}|;{3})[ \t]*([A-Za-z]*)[ \t]*\n/u.exec(text) ?? [];
  if (fence === '') return undefined;
  const start = text.indexOf('\n') + 1;
  const rest = text.slice(start);
  const end = new RegExp(`^${fence.replaceAll('+', '\\+')}[ \\t]*$`, 'mu').exec(rest);
  if (!end || end.index > MAX_FRONT_MATTER_LENGTH) return undefined;
  const head = rest.slice(0, end.index);
  const body = rest.slice(end.index + end[0].length + 1);
  const isYaml = fence === '---' && (language === '' || /^ya?ml$/iu.test(language));
  return { head, body, lines: head.split('\n').length + 1, isYaml };
}

/** Reads front matter. Known fields become metadata; other text of valid YAML is dropped, invalid YAML is kept as text. */
export function readFrontMatter({ head, isYaml }: SplitFile): FrontMatter {
  if (!isYaml) {
    return {
      blocks: linesOf(head, [], LEFT_OUT),
      meta: {},
      warnings: [warning('开头的页面信息不是 YAML，没有读取，请自己填写标题、日期、来源')],
    };
  }
  const values = valuesOf(head);
  if (!values) {
    return {
      blocks: linesOf(head, [], undefined),
      meta: {},
      warnings: [warning('开头两行 --- 之间的页面信息写得不对，读不出来，已当作正文，请改正或删去')],
    };
  }
  const meta: ManuscriptMeta = {};
  const moved: MovedText[] = [];
  for (const { key, node, text } of values) {
    const found = findField(key, text);
    if (!found || meta[found.key] !== undefined) continue;
    meta[found.key] = found.span.text;
    moved.push(locate(found.span, node, head, found.isPart));
  }
  return { blocks: linesOf(head, moved, LEFT_OUT), meta, warnings: [] };
}

interface Value {
  key: MetaField;
  node: Scalar;
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
function linesOf(head: string, moved: MovedText[], dropped: string | undefined): Paragraph[] {
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
        current = { type: 'paragraph', line: line + 1, spans: [] };
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
