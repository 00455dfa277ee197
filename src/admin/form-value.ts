import { type Person, parseByline } from '#core/byline.ts';
import type { FormField } from './form-field.ts';
import { numberAsTyped, type YamlMap, type YamlValue } from './yaml-text.ts';

type Values = Record<string, unknown>;

/**
 * Converts a file's values for the form: names always as a list, a byline as people, a figure as it was
 * typed. Values without a field stay unchanged.
 * @param typed returns the text of the number at a path, such as `4122.0`
 */
export function toForm(
  fields: readonly FormField[],
  values: Values,
  typed: (path: (string | number)[]) => string | undefined,
  path: (string | number)[] = [],
): Values {
  const shown: Values = { ...values };
  for (const field of fields) {
    const value = values[field.name];
    if (value === undefined || value === null) continue;
    const at = [...path, field.name];
    shown[field.name] = shownValue(field, value, typed, at);
  }
  return shown;
}

function shownValue(
  field: FormField,
  value: unknown,
  typed: (path: (string | number)[]) => string | undefined,
  path: (string | number)[],
): unknown {
  switch (field.kind) {
    case 'names':
      return Array.isArray(value) ? value : [value];
    case 'byline':
      return typeof value === 'string' ? (parseByline(value) ?? [{ name: value, role: '作者' }]) : value;
    case 'figure':
      return typeof value === 'number' ? (typed(path) ?? String(value)) : value;
    case 'object':
      return isValues(value) ? toForm(field.fields ?? [], value, typed, path) : value;
    case 'list':
      return Array.isArray(value)
        ? value.map((item, index) =>
            isValues(item) ? toForm(field.fields ?? [], item, typed, [...path, index]) : item,
          )
        : value;
    default:
      return value;
  }
}

/**
 * Converts the form's values for the file. An unedited field keeps the file's value; a blank one is omitted.
 * @param before the file's values, and the form's values made from them
 */
export function fromForm(
  fields: readonly FormField[],
  shown: Values,
  before: { values: Values; shown: Values },
): YamlMap {
  const written: Record<string, YamlValue> = {};
  for (const field of fields) {
    const raw = before.values[field.name] as YamlValue | undefined;
    const value = isSameValue(shown[field.name], before.shown[field.name])
      ? raw
      : writtenValue(field, shown[field.name], raw, before.shown[field.name]);
    if (value !== undefined) written[field.name] = value;
  }
  for (const [name, value] of Object.entries(before.values)) {
    if (!fields.some((field) => field.name === name)) written[name] = value as YamlValue;
  }
  return written;
}

function writtenValue(
  field: FormField,
  value: unknown,
  raw: YamlValue | undefined,
  shownBefore: unknown,
): YamlValue | undefined {
  if (field.kind === 'yes-no') return value === true || raw !== undefined ? value === true : undefined;
  if (isBlank(value)) return undefined;
  switch (field.kind) {
    case 'integer':
      return Number(value);
    case 'figure':
      return numberAsTyped(String(value).trim());
    case 'names': {
      const names = value as string[];
      return names.length === 1 && !Array.isArray(raw) ? names[0] : names;
    }
    case 'byline': {
      const people = (value as Values[]).map((person) => withoutBlanks(person)) as unknown as Person[];
      const shorthand = Array.isArray(raw) ? undefined : bylineText(people);
      return shorthand ?? (people as unknown as YamlMap[]);
    }
    case 'object': {
      const inner = fromForm(field.fields ?? [], value as Values, {
        values: isValues(raw) ? raw : {},
        shown: isValues(shownBefore) ? shownBefore : {},
      });
      return Object.keys(inner).length > 0 ? inner : undefined;
    }
    case 'list':
      return (value as Values[]).map((item) => writtenItem(field.fields ?? [], item, raw, shownBefore));
    default:
      return (typeof value === 'string' ? value.trim() : value) as YamlValue;
  }
}

/** Writes an unedited item as it is in the file, even if it has moved within the list. */
function writtenItem(
  fields: readonly FormField[],
  item: Values,
  raw: unknown,
  shownBefore: unknown,
): YamlMap {
  const index = Array.isArray(shownBefore) ? shownBefore.findIndex((old) => isSameValue(old, item)) : -1;
  if (index >= 0 && Array.isArray(raw)) return raw[index] as YamlMap;
  return fromForm(fields, item, { values: valuesWithoutField(fields, item), shown: {} });
}

/** Returns an item's values that have no field in the form. */
function valuesWithoutField(fields: readonly FormField[], item: Values): Values {
  return Object.fromEntries(Object.entries(item).filter(([key]) => !fields.some(({ name }) => name === key)));
}

/** Returns the shorthand of a byline, or undefined if it cannot express all of it. */
function bylineText(people: readonly Person[]): string | undefined {
  const groups: { role: string; names: string[] }[] = [];
  for (const { name, role } of people) {
    const last = groups.at(-1);
    if (last?.role === role) last.names.push(name);
    else groups.push({ role, names: [name] });
  }
  const text = groups
    .map(({ role, names }) => (role === '作者' ? names.join('、') : `${role} ${names.join('、')}`))
    .join('；');
  return isSameValue(parseByline(text), people) ? text : undefined;
}

function isValues(value: unknown): value is Values & YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return isValues(value) && Object.values(value).every(isBlank);
}

function withoutBlanks(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isBlank(value)));
}

/** Whether two form values are equal: all blank values are equal, the order of keys is ignored. */
function isSameValue(a: unknown, b: unknown): boolean {
  if (isBlank(a) || isBlank(b)) return isBlank(a) && isBlank(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSameValue(item, b[index]));
  }
  if (isValues(a) && isValues(b)) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSameValue(a[key], b[key]));
  }
  return a === b || (typeof a !== 'object' && typeof b !== 'object' && String(a).trim() === String(b).trim());
}
