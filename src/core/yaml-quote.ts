import { isScalar, parseDocument } from 'yaml';

/** What says by itself where it ends: a text in quotes, or a word of letters and figures. */
const SELF_DELIMITED = /^(?:"(?:\\["\\]|[^"\\])*"|'(?:''|[^'])*'|[\w.+-]+)$/u;

/** A text in quotes that YAML reads as exactly this text, with as few signs of YAML's own as can be. */
export function quoted(text: string): string {
  if (!/["\\]/u.test(text)) return `"${text}"`;
  if (!text.includes("'")) return `'${text}'`;
  return `"${text.replace(/[\\"]/gu, '\\$&')}"`;
}

/** A text as it may stand behind `key: `: in quotes only where YAML would read it as something else. */
export function plainOrQuoted(text: string): string {
  const { contents, errors } = parseDocument(`[\n${text}\n]`, { prettyErrors: false, logLevel: 'silent' });
  const isPlain = errors.length === 0 && !text.includes(' #') && !/[[\]{},]|: /u.test(text);
  const [only, ...more] = isPlain ? ((contents as { items?: unknown[] }).items ?? []) : [];
  return isScalar(only) && only.value === text && more.length === 0 ? text : quoted(text);
}

/** A value as it was typed, where YAML keeps all of it: a text, a number, a list; in quotes where it does not. */
export function valueAsTyped(text: string): string {
  if (text === '') return text;
  if (isFlow(text)) return quotedFlow(text);
  return SELF_DELIMITED.test(text) ? text : plainOrQuoted(text);
}

/** A list or map on one line, `[甲 #2, 乙]`, with quotes around what needs them. */
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

/** Whether a text is one list or map that is closed on its line. */
export function isFlow(text: string): boolean {
  return /^(?:\[.*\]|\{.*\})$/u.test(text);
}

/** The parts of a flow between its commas; brackets and quotes keep theirs. */
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
