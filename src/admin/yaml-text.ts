import { isNode, type Node, Scalar, stringify } from 'yaml';

/** A YAML value; a node also determines the notation (`4122.0`, quotes). */
export type YamlValue = string | number | boolean | null | Node | readonly YamlValue[] | YamlMap;
export interface YamlMap {
  readonly [key: string]: YamlValue;
}

/** Maximum length, in characters, of an object written on one line, as editors do with short ones. */
const MAX_ONE_LINE = 48;

/** Returns a number as it was typed, with its trailing zeros; any other text stays a string. */
export function numberAsTyped(typed: string): YamlValue {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(typed)) return typed;
  const scalar = new Scalar(Number(typed));
  scalar.minFractionDigits = typed.split('.')[1]?.length ?? 0;
  return scalar;
}

export function isYamlMap(value: unknown): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isNode(value);
}

/** Returns a value on one line, valid inside `[ ]` and `{ }` too. */
export function flowText(value: YamlValue): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (isYamlMap(value)) {
    const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${flowText(inner)}`);
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return stringify([value], { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 })
    .replace(/\n$/u, '')
    .slice(1, -1);
}

/** Returns a value on one line, to follow `key: ` or `- `. */
export function scalarText(value: YamlValue): string {
  return stringify(value, { lineWidth: 0 }).replace(/\n$/u, '');
}

/**
 * Returns the lines of a field and its value, in the style of editors: lists of words on one line, lists of
 * objects with one per line, a short object on one line.
 * @param indent white space at the start of each line
 */
export function pairText(key: string, value: YamlValue, indent = ''): string {
  if (Array.isArray(value)) {
    if (!value.some(isYamlMap)) return `${indent}${key}: ${flowText(value)}`;
    return [`${indent}${key}:`, ...value.map((item) => itemText(item, `${indent}  `))].join('\n');
  }
  if (isYamlMap(value)) {
    const line = flowText(value);
    if ([...line].length <= MAX_ONE_LINE) return `${indent}${key}: ${line}`;
    const inner = Object.entries(value).map(([name, each]) => pairText(name, each, `${indent}  `));
    return [`${indent}${key}:`, ...inner].join('\n');
  }
  return `${indent}${key}: ${lineText(value)}`;
}

/** Returns an item of a block list. */
export function itemText(value: YamlValue, indent: string): string {
  return `${indent}- ${typeof value === 'object' ? flowText(value) : lineText(value)}`;
}

/** Returns an entry of a register: a list item with one field per line. */
export function entryText(value: YamlMap, indent: string): string {
  const lines = Object.entries(value).map(([key, inner]) => pairText(key, inner, `${indent}  `));
  return `${indent}- ${lines.join('\n').slice(indent.length + 2)}`;
}

/** Quotes a text with line breaks, so that it takes one line. */
function lineText(value: YamlValue): string {
  return typeof value === 'string' && value.includes('\n') ? JSON.stringify(value) : scalarText(value);
}
