import type { z } from 'zod';

type Data = Record<string, unknown>;

/** Paths of all fields that have a value, without list indexes. */
export function leaves(schema: z.ZodType, path: string[] = []): string[] {
  if ('shape' in schema) {
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, inner]) =>
      leaves(inner, [...path, key]),
    );
  }
  if ('element' in schema) return leaves(schema.element as z.ZodType, path);
  if ('unwrap' in schema) return leaves((schema.unwrap as () => z.ZodType)(), path);
  if ('options' in schema && schema.def.type === 'union') {
    const inner = (schema.options as z.ZodType[]).flatMap((option) => leaves(option, path));
    const deeper = inner.filter((each) => each !== path.join('.'));
    return [...new Set(deeper.length > 0 ? deeper : inner)];
  }
  return [path.join('.')];
}

/** The value at a path; in lists, that of the first item. */
export function valueAt(data: unknown, path: string): unknown {
  let value = data;
  for (const key of path.split('.')) {
    value = ((Array.isArray(value) ? value[0] : value) as Data | undefined)?.[key];
  }
  return value;
}

/** The data with another value at a path; undefined removes the field. */
export function withValue(data: Data, path: string, value: unknown): Data {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    const { [key]: _, ...others } = data;
    return value === undefined ? others : { ...data, [key]: value };
  }
  const inner = data[key];
  const next = (one: unknown) => withValue(one as Data, rest.join('.'), value);
  return { ...data, [key]: Array.isArray(inner) ? [next(inner[0]), ...inner.slice(1)] : next(inner) };
}
