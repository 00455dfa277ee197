import { type Document, isCollection, isNode, isPair, isScalar, type Node, Scalar } from 'yaml';
import { needsSpace } from './text/needs-space.ts';
import { plainOrQuoted, quoted } from './yaml-quote.ts';
import type { Path } from './yaml-source.ts';

/** A text that YAML parses differently than it was typed, with the corrected line. */
export interface Misread {
  /** Offset of the value. */
  offset: number;
  /** What happens to the text; the message begins with the field's name. */
  problem: string;
  /** The corrected line without indentation. */
  line: string;
}

/**
 * Finds text that YAML would cut or change. Everything on the line counts as text, unless quotes end it.
 * @param numbers whether the field also accepts numbers
 * @returns undefined if YAML parses the text as typed
 */
export function misreadText(
  document: Document,
  text: string,
  path: Path,
  numbers: boolean,
): Misread | undefined {
  const found = find(document, text, path);
  if (!found) return undefined;
  const { node, offset, inFlow } = found;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = (text.indexOf('\n', offset) + 1 || text.length + 1) - 1;
  const nodeEnd = Math.max(offset, node?.range?.[1] ?? offset);
  const restOfLine = trimTrailingYamlSpace(text.slice(offset, lineEnd));
  const source = trimTrailingYamlSpace(text.slice(offset, nodeEnd));
  const typed = inFlow ? source : restOfLine;
  const misread = (problem: string, value: string, replaced = typed): Misread => {
    const behind = inFlow ? text.slice(offset + replaced.length, lineEnd).trimEnd() : '';
    return { offset, problem, line: (text.slice(lineStart, offset) + value + behind).trimStart() };
  };
  if (isCollection(node)) {
    const why = /^[[{]/u.test(typed) ? `以“${typed[0]}”开头` : '里有“: ”或“- ”';
    return misread(`${why}，要加引号才读得对`, quoted(typed));
  }
  if (!isScalar(node) || node.value === null) {
    // `category: # 栏目` is a blank field with a hint, as `npm run new` writes it.
    if (typed === '' || /^#(?:\s|$)/u.test(typed)) return undefined;
    return misread(
      typed.startsWith('#') ? '以“#”开头，读出来是空的' : `“${typed}”读出来是空的`,
      quoted(typed),
    );
  }
  if (typeof node.value !== 'string') {
    if (numbers && /^-?\d+(?:\.\d+)?$/u.test(source)) return undefined;
    return misread(`要写成文字，“${source}”会读成数字或是否`, quoted(typed));
  }
  const { value, type } = node;
  const isQuoted = type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE;
  if (type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL)
    return misreadBlock(value, typed, text.slice(lineEnd, nodeEnd), misread);
  if (source.includes('\n')) {
    const inner = isQuoted ? source.slice(1, -1) : source;
    return misread(
      '写成了几行，读出来会多出空格',
      plainOrQuoted(joined(linesOf(inner))),
      source.split('\n')[0],
    );
  }
  if (type === Scalar.PLAIN && !inFlow && typed !== value) {
    return misread(`里的“ #”后面读不到（“${typed.slice(value.length).trim()}”会丢）`, quoted(typed));
  }
  if (isQuoted && !inFlow && /^\s+#\S/u.test(restOfLine.slice(source.length))) {
    return misread('引号后面还有字，会丢', quoted(typed));
  }
  if (type === Scalar.QUOTE_DOUBLE && ESCAPE.test(source.replace(/\\[\\"]/gu, ''))) {
    const inner = source.slice(1, -1).replace(/\\(["\\])/gu, '$1');
    return misread('里的反斜线“\\”会变成别的字', quoted(inner), source);
  }
  return hasOuterSpace(value) ? misread(OUTER_SPACE, plainOrQuoted(trimmed(value)), source) : undefined;
}

/**
 * Finds a block scalar (`|`, `>`) that YAML parses differently than it was typed.
 * @param typed the line with its indicator
 * @param block the lines below it
 * @param misread makes the result from a problem and the corrected value
 */
function misreadBlock(
  value: string,
  typed: string,
  block: string,
  misread: (problem: string, value: string) => Misread,
): Misread | undefined {
  if (value.trim() === '') return misread(`“${typed}”读出来是空的`, quoted(typed));
  const lines = linesOf(value.includes('\n') ? block : value);
  if (lines.length > 1) return misread('写成了几行，读出来会换行或多出空格', plainOrQuoted(joined(lines)));
  const hasSpace = hasOuterSpace(value.replace(/^\n+|\n+$/gu, ''));
  return hasSpace ? misread(OUTER_SPACE, plainOrQuoted(trimmed(value))) : undefined;
}

/** An escape other than by code point (`\u4e2d`): the editor probably meant a backslash. */
const ESCAPE = /\\(?!["\\]|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8})/iu;
const OUTER_SPACE = '开头或末尾有空格';
const OUTER_SPACES = /^[\s\u200B\u2060\uFEFF]+|[\s\u200B\u2060\uFEFF]+$/gu;

/** Removes trailing white space that YAML ignores; U+3000 is not part of it. */
function trimTrailingYamlSpace(text: string): string {
  return text.replace(/[ \t\n]+$/u, '');
}

function trimmed(value: string): string {
  return value.replace(OUTER_SPACES, '');
}

function hasOuterSpace(value: string): boolean {
  return trimmed(value) !== value && trimmed(value) !== '';
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Joins lines, with a space only between words of Latin letters and digits. */
function joined(lines: readonly string[]): string {
  return lines.reduce(
    (before, line) => before + (needsSpace(before.at(-1) ?? '', line[0] ?? '') ? ' ' : '') + line,
  );
}

/** The node at a path, its offset, and whether it is inside a flow collection (`[ ]`, `{ }`). */
function find(
  document: Document,
  text: string,
  path: Path,
): { node: Node | undefined; offset: number; inFlow: boolean } | undefined {
  let node: unknown = document.contents;
  let key: unknown;
  let inFlow = false;
  for (const part of path) {
    if (!isCollection(node)) return undefined;
    inFlow ||= node.flow === true;
    const item: unknown =
      typeof part === 'number'
        ? node.items[part]
        : node.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === part);
    key = isPair(item) ? item.key : undefined;
    node = isPair(item) ? item.value : item;
  }
  const range = isNode(node) ? node.range : undefined;
  if (range && (range[1] > range[0] || key === undefined)) {
    return { node: node as Node, offset: range[0], inFlow };
  }
  const after = isNode(key) ? key.range?.[1] : undefined;
  if (after === undefined) return undefined;
  if (inFlow) return { node: node as Node, offset: after, inFlow };
  const blank = /^[ \t]*:[ \t]*/u.exec(text.slice(after, after + 40))?.[0].length ?? 0;
  return { node: isNode(node) ? node : undefined, offset: after + blank, inFlow };
}
