import type { z } from 'zod';
import type { Finding } from '../diagnostic.ts';
import { nearestNames } from '../text/nearest.ts';
import type { Path, YamlSource } from '../yaml-source.ts';
import { type FieldInfo, fieldInfo } from './field.ts';
import { type MisreadField, misreadFields } from './misread-fields.ts';

/**
 * Validates YAML data against a schema, with messages in Chinese.
 * @param base path of the value in the source
 * @returns the typed value if it is valid; else the findings and the paths of the invalid values
 */
export function validate<T extends z.ZodType>(
  schema: T,
  source: YamlSource,
  base: Path = [],
): { value?: z.infer<T>; findings: Finding[]; paths: Path[] } {
  const data = valueAt(source.data, base);
  const misread = misreadFields(schema, source, data, base);
  const result = schema.safeParse(withoutBlanks(data));
  if (result.success && misread.length === 0) return { value: result.data, findings: [], paths: [] };
  // A misread text is reported once: errors of its misread value are dropped.
  const issues = (result.error?.issues ?? []).filter(
    (issue) => !misread.some(({ path }) => startsWith([...base, ...deepest(issue).path], path)),
  );
  const findings = [
    ...misread.map((field) => explainMisread(schema, field, source, base)),
    ...issues.flatMap((issue) => explainIssue(schema, deepest(issue), source, base)),
  ];
  const ofIssues = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0
      ? issue.keys.map((key) => [key])
      : [issue.path],
  );
  return { findings, paths: [...misread.map(({ path }) => path.slice(base.length)), ...ofIssues] };
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((part, index) => path[index] === part);
}

function explainMisread(
  schema: z.ZodType,
  { path, problem, line }: MisreadField,
  source: YamlSource,
  base: Path,
): Finding {
  const inner = path.slice(base.length);
  const key = String(inner.findLast((part) => typeof part === 'string') ?? '');
  const info = infoAt(schema, inner);
  const name = info ? `“${info.label}”(${key})` : `“${key}”`;
  return { rule: 'typed-text', ...source.place(path), problem: name + problem, fix: line };
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  );
}

/** Removes empty fields (`kicker:`), which count as absent. */
function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, withoutBlanks(inner)]),
  );
}

type Issue = z.core.$ZodIssue;

/** The deepest issue among the options of a union: it belongs to the form that the editor meant. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors
    .flat()
    .map((nested) => deepest({ ...nested, path: [...issue.path, ...nested.path] } as Issue))
    .filter((nested) => nested.path.length > issue.path.length || nested.code === 'custom')
    .sort((a, b) => b.path.length - a.path.length);
  return inner[0] ?? issue;
}

function explainIssue(schema: z.ZodType, issue: Issue, source: YamlSource, base: Path): Finding[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((unknown) => ({
      rule: 'unknown-key',
      ...source.keyPlace(path, unknown),
      problem: `不认识的字段“${unknown}”`,
      fix: suggestKey(schema, issue.path, unknown),
    }));
  }
  const key = String(issue.path.findLast((part) => typeof part === 'string') ?? '');
  const info = infoAt(schema, issue.path);
  const name = info ? `“${info.label}”(${key})` : key ? `“${key}”` : '内容';
  const validLine = info ? `${key}: ${info.example}` : '照着别的条目写';
  const value = valueAt(source.data, path);
  const place = source.place(path);
  if (value === undefined || value === null) {
    return [{ rule: 'missing-field', ...place, problem: `缺少${name}`, fix: `加一行，例如 ${validLine}` }];
  }
  const { problem, fix = validLine } = explainValue(issue, key, value, info?.meanings);
  return [{ rule: 'schema', ...place, problem: name + problem, fix }];
}

/** The problem of a value, as the end of a sentence that begins with the field's name; and a fix, if known. */
function explainValue(
  issue: Issue,
  key: string,
  value: unknown,
  meanings: FieldInfo['meanings'] = {},
): { problem: string; fix?: string } {
  switch (issue.code) {
    case 'custom':
      return issue.params as { problem: string; fix: string };
    case 'invalid_value': {
      const options = issue.values.map(String);
      const meant = new Map(
        options.flatMap((word) => [
          [meanings[word] ?? word, word],
          [word, word],
        ]),
      );
      const [near = ''] = nearestNames(String(value), meant.keys(), 1);
      const word = meant.get(near);
      const isInList = typeof issue.path.at(-1) === 'number';
      const right = isInList ? word : `${key}: ${word}`;
      const all = options.map((each) => (meanings[each] ? `${each} ${meanings[each]}` : each)).join('、');
      return {
        problem: `不能是“${String(value)}”`,
        fix: word ? `你是不是想写 ${right}？（可选：${all}）` : `改成其中一个：${all}`,
      };
    }
    case 'too_small':
      return {
        problem:
          issue.origin === 'string' || issue.origin === 'array' ? '是空的' : `不能小于 ${issue.minimum}`,
      };
    case 'too_big':
      return { problem: issue.origin === 'array' ? '太多' : `不能大于 ${issue.maximum}` };
    case 'invalid_type':
      if (issue.expected !== 'string' || typeof value !== 'number') return { problem: '的写法不对' };
      return { problem: '要写成文字，不能是光数字', fix: `加上英文引号：${key}: "${value}"` };
    default:
      return { problem: '的写法不对' };
  }
}

function suggestKey(schema: z.ZodType, path: Path, unknown: string): string {
  const shape = shapeAt(schema, path);
  const keyByName = new Map<string, string>();
  for (const [key, child] of Object.entries(shape)) {
    keyByName.set(key, key);
    const label = fieldInfo.get(bare(child))?.label;
    if (label) keyByName.set(label, key);
  }
  const [near = ''] = nearestNames(unknown, keyByName.keys(), 1, 0.6);
  const key = keyByName.get(near);
  const labelOf = (each: string) => fieldInfo.get(bare(shape[each] as z.ZodType))?.label ?? '';
  if (!key) {
    const all = Object.keys(shape).map((each) => `${each} ${labelOf(each)}`.trim());
    return `删去这一行，或改成可用的字段：${all.join('、')}`;
  }
  return `你是不是想写 ${key}（${labelOf(key) || key}）？不需要就删去这一行`;
}

/** Label and example of the field at a path in a schema. */
function infoAt(schema: z.ZodType, path: Path): FieldInfo | undefined {
  let found: FieldInfo | undefined;
  let current: z.ZodType | undefined = schema;
  for (const part of path) {
    current = childOf(current, part);
    if (!current) break;
    found = fieldInfo.get(current) ?? (typeof part === 'string' ? undefined : found);
  }
  return found;
}

function shapeAt(schema: z.ZodType, path: Path): Record<string, z.ZodType> {
  let current: z.ZodType | undefined = bare(schema);
  for (const part of path) current = childOf(current, part);
  return current && 'shape' in current ? (current.shape as Record<string, z.ZodType>) : {};
}

function childOf(schema: z.ZodType | undefined, part: PropertyKey): z.ZodType | undefined {
  if (!schema) return undefined;
  const options =
    'options' in schema && Array.isArray(schema.options) ? (schema.options as z.ZodType[]) : [schema];
  for (const option of options) {
    if (typeof part === 'number' && 'element' in option) return bare(option.element as z.ZodType);
    if (!('shape' in option) || !Object.hasOwn(option.shape as object, part)) continue;
    return bare((option.shape as Record<string, z.ZodType>)[String(part)] as z.ZodType);
  }
  return undefined;
}

/** A schema without its optional wrapper. */
function bare(schema: z.ZodType): z.ZodType {
  return 'unwrap' in schema && typeof schema.unwrap === 'function' && !('element' in schema)
    ? bare(schema.unwrap() as z.ZodType)
    : schema;
}
