import { isScalar, parseDocument } from 'yaml';

/** Text whose end is unambiguous: in quotes, or a word of letters and digits. */
const SELF_DELIMITED = /^(?:"(?:\\["\\]|[^"\\])*"|'(?:''|[^'])*'|[\w.+-]+)$/u;

/** Quotes a text so that YAML parses exactly this text, with as few escapes as possible. */
export function quoted(text: string): string {
  if (!/["\\]/u.test(text)) return `"${text}"`;
  if (!text.includes("'")) return `'${text}'`;
  return `"${text.replace(/[\\"]/gu, '\\$&')}"`;
}

/** A text as a YAML value: quoted only if YAML would parse it as something else. */
export function plainOrQuoted(text: string): string {
  const { contents, errors } = parseDocument(`[\n${text}\n]`, { prettyErrors: false, logLevel: 'silent' });
  const isPlain = errors.length === 0 && !text.includes(' #') && !/[[\]{},]|: /u.test(text);
  const [only, ...more] = isPlain ? ((contents as { items?: unknown[] }).items ?? []) : [];
  return isScalar(only) && only.value === text && more.length === 0 ? text : quoted(text);
}

/** A typed value (text, number, list) as a YAML value: unchanged if YAML parses all of it, else quoted. */
export function valueAsTyped(text: string): string {
  if (text === '') return text;
  if (isFlow(text)) return quotedFlow(text);
  return SELF_DELIMITED.test(text) ? text : plainOrQuoted(text);
}

/** Quotes the values in a flow list or map, `[甲 #2, 乙]`, where necessary. */
export function quotedFlow(text: string): string {
  const [open, close] = [text[0] ?? '', text.at(-1) ?? ''];
  const parts = splitFlow(text.slice(1, -1)).map((part) => {
    const [, key = '', value = ''] =
      open === '{' ? (/^([A-Za-z]+: +)(.*)$/u.exec(part) ?? ['', '', part]) : ['', '', part];
    if (isFlow(value)) return key + quotedFlow(value);
    return key + (SELF_DELIMITED.test(value) ? value : plainOrQuoted(value));
  });
  const inner = parts.join(', ');
  return open === '{' ? `{ ${inner} }` : `${open}${inner}${close}`;
}

/** Whether a text is a flow list or map on one line. */
export function isFlow(text: string): boolean {
  return /^(?:\[.*\]|\{.*\})$/u.test(text);
}

/** Splits the content of a flow list or map at its commas, except inside brackets and quotes. */
function splitFlow(text: string): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (const { 0: token, index } of text.matchAll(
    /(?<=^|[,[{:]\s*)(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')|[[\]{},]/gu,
  )) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    else if (token === ',' && depth === 0) {
      parts.push(text.slice(from, index).trim());
      from = index + 1;
    }
  }
  return [...parts, text.slice(from).trim()].filter(Boolean);
}
