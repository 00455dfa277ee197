import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Edit, withEdits } from '#core/text/edit.ts';
import {
  entryText,
  flowText,
  isYamlMap,
  itemText,
  pairText,
  scalarText,
  type YamlMap,
  type YamlValue,
} from './yaml-text.ts';

/**
 * Returns the edits that change the values of a YAML text to `next`. Lines with unchanged values keep their
 * quotes, comments and position.
 * @param text YAML with a map or a list at its root and LF line ends
 */
export function yamlEdits(text: string, next: YamlMap | readonly YamlValue[]): Edit[] {
  const whole = () => [{ start: 0, end: text.length, text: wholeText(next) }];
  const document = parseDocument(text);
  if (document.errors.length > 0 || !document.contents) return whole();
  if (hasValue(document.contents, next, document)) return [];
  const edits: Edit[] = [];
  editNode(document.contents, next, { text, document, edits });
  const again = parseDocument(withEdits(text, edits));
  const right = again.errors.length === 0 && hasValue(again.contents, next, again);
  return right ? edits : whole();
}

/** Returns the complete YAML text of a new file. */
export function wholeText(value: YamlMap | readonly YamlValue[]): string {
  const lines = isYamlMap(value)
    ? Object.entries(value).map(([key, inner]) => pairText(key, inner))
    : (value as readonly YamlValue[]).map((item) =>
        isYamlMap(item) ? entryText(item, '') : itemText(item, ''),
      );
  return lines.map((line) => `${line}\n`).join('');
}

interface Context {
  text: string;
  document: ReturnType<typeof parseDocument>;
  edits: Edit[];
}

/** Whether a node already has this value, and a number also the same digits. */
function hasValue(node: unknown, next: YamlValue | undefined, document: Context['document']): boolean {
  if (isAlias(node)) return hasValue(node.resolve(document), next, document);
  if (isScalar(next)) {
    return isScalar(node) && node.value === next.value && node.source === scalarText(next);
  }
  if (Array.isArray(next)) {
    return (
      isSeq(node) &&
      node.items.length === next.length &&
      node.items.every((item, index) => hasValue(item, next[index], document))
    );
  }
  if (isYamlMap(next)) {
    return (
      isMap(node) &&
      node.items.length === Object.keys(next).length &&
      node.items.every(
        (pair) => Object.hasOwn(next, keyOf(pair)) && hasValue(pair.value, next[keyOf(pair)], document),
      )
    );
  }
  return node === null ? next === null : isScalar(node) && node.value === next;
}

function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}

/** Edits inside a collection if possible. @returns whether it was possible */
function editNode(node: unknown, next: YamlValue, context: Context): boolean {
  if (hasValue(node, next, context.document)) return true;
  if (isMap(node) && isYamlMap(next)) return editMap(node, next, context);
  if (isSeq(node) && Array.isArray(next)) return editList(node, next, context);
  if (isScalar(node) && !Array.isArray(next) && !isYamlMap(next)) return editScalar(node, next, context);
  return false;
}

function editScalar(node: Scalar, next: YamlValue, { text, edits }: Context): boolean {
  const [start = 0, end = 0] = node.range ?? [];
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  if (!quoted && node.type !== 'PLAIN') return false;
  const scalar = typeof next === 'string' ? new Scalar(next) : next;
  if (typeof next === 'string' && quoted && isScalar(scalar)) scalar.type = node.type as Scalar.Type;
  if (typeof next === 'string' && next.includes('\n')) return false;
  const space = start === end && text[start - 1] === ':' ? ' ' : '';
  // Valid in a flow collection too; elsewhere this adds at most a pair of quotes.
  edits.push({
    start,
    end,
    text: space + (inFlow(text, start) ? flowText(scalar as YamlValue) : scalarText(scalar as YamlValue)),
  });
  return true;
}

/** Whether `{` or `[` precedes an offset on its line. */
function inFlow(text: string, offset: number): boolean {
  return /[[{]/u.test(text.slice(lineStart(text, offset), offset));
}

function editMap(map: YAMLMap, next: YamlMap, context: Context): boolean {
  const { text, edits } = context;
  const present = map.items.filter((pair) => Object.hasOwn(next, keyOf(pair)));
  if (map.flow) {
    const same = present.length === map.items.length && present.length === Object.keys(next).length;
    const inside: Edit[] = [];
    const done =
      same &&
      present.every((pair) => editNode(pair.value, next[keyOf(pair)] ?? null, { ...context, edits: inside }));
    edits.push(...(done ? inside : [{ ...span(map), text: flowText(next) }]));
    return true;
  }
  if (present.length === 0) return false;
  const indent = ' '.repeat(column(text, start(map.items[0]?.key)));
  for (const pair of map.items) {
    const value = next[keyOf(pair)];
    const from = start(pair.key);
    const to = contentEnd(text, pair.value ?? pair.key);
    if (value === undefined) {
      if (
        from !== lineStart(text, from) + indent.length ||
        /\S/u.test(text.slice(lineStart(text, from), from))
      )
        return false;
      edits.push({ start: lineStart(text, from), end: lineEnd(text, to) + 1, text: '' });
    } else if (!editNode(pair.value, value, context)) {
      edits.push({ start: from, end: to, text: pairText(keyOf(pair), value, indent).slice(indent.length) });
    }
  }
  const keys = Object.keys(next);
  const known = new Map(present.map((pair) => [keyOf(pair), pair]));
  let after: Pair | undefined;
  for (const key of keys) {
    const pair = known.get(key);
    if (pair) after = pair;
    else insertPair(pairText(key, next[key] ?? null, indent), after, present[0] as Pair, context);
  }
  return true;
}

function insertPair(line: string, after: Pair | undefined, first: Pair, { text, edits }: Context): void {
  if (after) {
    const at = lineEnd(text, contentEnd(text, after.value ?? after.key));
    edits.push({ start: at, end: at, text: `\n${line}` });
  } else {
    // Before the first pair, which may share its line with the `- ` of a list.
    const at = start(first.key);
    const indent = ' '.repeat(column(text, at));
    edits.push({ start: at, end: at, text: `${line.slice(indent.length)}\n${indent}` });
  }
}

function editList(list: YAMLSeq, next: readonly YamlValue[], context: Context): boolean {
  const { text, edits, document } = context;
  if (list.flow) {
    const inside: Edit[] = [];
    const done =
      list.items.length === next.length &&
      list.items.every((item, index) => editNode(item, next[index] ?? null, { ...context, edits: inside }));
    edits.push(...(done ? inside : [{ ...span(list), text: flowText(next) }]));
    return true;
  }
  if (next.length === 0) return false;
  const { items } = list;
  const dash = (item: unknown) => text.lastIndexOf('-', start(item) - 1);
  let head = 0;
  while (head < items.length && head < next.length && hasValue(items[head], next[head], document)) head += 1;
  let tail = 0;
  const most = Math.min(items.length, next.length) - head;
  while (tail < most && hasValue(items.at(-1 - tail), next.at(-1 - tail), document)) tail += 1;
  const indent = ' '.repeat(column(text, dash(items[0])));
  const inBlocks = isMap(items[0]) && !items[0].flow;
  const written = (value: YamlValue) =>
    inBlocks && isYamlMap(value) ? entryText(value, indent) : itemText(value, indent);
  const shared = Math.min(items.length, next.length) - tail;
  for (let index = head; index < shared; index += 1) {
    const value = next[index] ?? null;
    if (!editNode(items[index], value, context)) {
      edits.push({
        start: dash(items[index]),
        end: contentEnd(text, items[index]),
        text: written(value).slice(indent.length),
      });
    }
  }
  for (const item of items.slice(shared, items.length - tail)) {
    edits.push({
      start: lineStart(text, dash(item)),
      end: lineEnd(text, contentEnd(text, item)) + 1,
      text: '',
    });
  }
  const added = next.slice(shared, next.length - tail);
  if (added.length > 0) {
    const before = items[shared - 1];
    const at = before ? lineEnd(text, contentEnd(text, before)) : lineStart(text, dash(items[0]));
    const lines = added.map(written).join('\n');
    edits.push({ start: at, end: at, text: before ? `\n${lines}` : `${lines}\n` });
  }
  return true;
}

function start(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function span(node: YAMLMap | YAMLSeq): { start: number; end: number } {
  const [from = 0, to = 0] = node.range ?? [];
  return { start: from, end: to };
}

/** Where the node's own text ends, without the line breaks after it. */
function contentEnd(text: string, node: unknown): number {
  const end = isNode(node) ? (node.range?.[1] ?? 0) : 0;
  return text.slice(0, end).replace(/[ \t\n]+$/u, '').length;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function column(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}
