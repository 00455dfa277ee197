import type { z } from 'zod';
import type { Misread } from '../yaml-misread.ts';
import type { Path, YamlSource } from '../yaml-source.ts';

/** A text field that YAML parses differently than it was typed. */
export interface MisreadField extends Misread {
  path: Path;
}

/**
 * Finds all text fields that YAML parses differently than they were typed.
 * @param data the value at `base`
 */
export function misreadFields(
  schema: z.ZodType,
  source: YamlSource,
  data: unknown,
  base: Path,
): MisreadField[] {
  const found: MisreadField[] = [];
  const walk = (at: z.ZodType, value: unknown, path: Path): void => {
    const options = optionsOf(at);
    const inner = innerFields(options, value);
    if (inner) {
      for (const { schema: field, key, value: item } of inner)
        if (!(path.length === 0 && key === 'import')) walk(field, item, [...path, key]);
      return;
    }
    if (!options.some(isText)) return;
    const numbers = options.some((option) => option.def.type === 'number');
    const misread = source.misread(path, numbers);
    if (misread) found.push({ ...misread, path });
  };
  walk(schema, data, base);
  return found;
}

interface InnerField {
  key: string | number;
  schema: z.ZodType;
  value: unknown;
}

/** The items of a list or the known fields of a map; undefined for a value whose schema has neither. */
function innerFields(options: readonly Option[], value: unknown): InnerField[] | undefined {
  if (Array.isArray(value)) {
    const list = options.find((option) => 'element' in option);
    return list && value.map((item, key) => ({ key, schema: list.element as z.ZodType, value: item }));
  }
  if (value === null || typeof value !== 'object') return undefined;
  const map = options.find((option) => 'shape' in option);
  if (!map) return undefined;
  const shape = map.shape as Record<string, z.ZodType>;
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
    return field ? [{ key, schema: field, value: inner }] : [];
  });
}

type Option = z.ZodType & { element?: unknown; shape?: unknown };

/** The options of a union, or the schema itself; without optional wrappers. */
function optionsOf(schema: z.ZodType): Option[] {
  if ('element' in schema || 'shape' in schema) return [schema];
  if ('unwrap' in schema && typeof schema.unwrap === 'function') {
    return optionsOf(schema.unwrap() as z.ZodType);
  }
  return 'options' in schema && schema.def.type === 'union'
    ? (schema.options as z.ZodType[]).flatMap(optionsOf)
    : [schema];
}

/** Dates, ids and addresses have a pattern, so validation finds a truncated value by itself. */
function isText(schema: z.ZodType): boolean {
  return schema.def.type === 'string' && schema.meta()?.pattern === undefined;
}
