import { isNode, type Node, Scalar, stringify } from 'yaml';

/** A value as YAML may hold it; a node says how it is to be written (`4122.0`, quotes). */
export type YamlValue = string | number | boolean | null | Node | readonly YamlValue[] | YamlMap;
export interface YamlMap {
  readonly [key: string]: YamlValue;
}

/** An object that is no longer than this stands on one line, as editors write a short one. */
const ONE_LINE = 48;

/** A number as it was typed, with its zeros at the end; any other text stays text. */
export function numberAsTyped(typed: string): YamlValue {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(typed)) return typed;
  const scalar = new Scalar(Number(typed));
  scalar.minFractionDigits = typed.split('.')[1]?.length ?? 0;
  return scalar;
}

export function isYamlMap(value: unknown): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isNode(value);
}

/** A value on one line, right inside `[ ]` and `{ }` too. */
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

/** A value that stands after `key: ` or `- `, on one line. */
export function scalarText(value: YamlValue): string {
  return stringify(value, { lineWidth: 0 }).replace(/\n$/u, '');
}

/**
 * A field with its value as lines, written as editors write it: lists of words on one line, lists of
 * objects one a line, an object on one line where it is short.
 * @param indent what each line begins with
 */
export function pairText(key: string, value: YamlValue, indent = ''): string {
  if (Array.isArray(value)) {
    if (!value.some(isYamlMap)) return `${indent}${key}: ${flowText(value)}`;
    return [`${indent}${key}:`, ...value.map((item) => itemText(item, `${indent}  `))].join('\n');
  }
  if (isYamlMap(value)) {
    const line = flowText(value);
    if ([...line].length <= ONE_LINE) return `${indent}${key}: ${line}`;
    const inner = Object.entries(value).map(([name, each]) => pairText(name, each, `${indent}  `));
    return [`${indent}${key}:`, ...inner].join('\n');
  }
  return `${indent}${key}: ${lineText(value)}`;
}

/** An item of a block list. */
export function itemText(value: YamlValue, indent: string): string {
  return `${indent}- ${typeof value === 'object' ? flowText(value) : lineText(value)}`;
}

/** An entry of a register: a list item whose fields stand one a line. */
export function entryText(value: YamlMap, indent: string): string {
  const lines = Object.entries(value).map(([key, inner]) => pairText(key, inner, `${indent}  `));
  return `${indent}- ${lines.join('\n').slice(indent.length + 2)}`;
}

/** A text with line breaks is quoted, so that it stays on its line. */
function lineText(value: YamlValue): string {
  return typeof value === 'string' && value.includes('\n') ? JSON.stringify(value) : scalarText(value);
}
