import { z } from 'zod';
import { fieldInfo } from './field.ts';

/** A JSON Schema (2020-12), as far as it is written and read here. */
export interface JsonSchema {
  [keyword: string]: unknown;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

/** Names that may be typed in a field, by its key. */
export type NamesByKey = Readonly<Record<string, readonly string[]>>;

/**
 * The JSON Schema by which an editor's programs complete and underline while they type.
 * @param names names of the registers: a field with one of these keys takes no others
 */
export function jsonSchema(schema: z.ZodType, names: NamesByKey = {}): JsonSchema {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema: target }) => {
      const info = fieldInfo.get(zodSchema as unknown as z.ZodType);
      if (!info) return;
      target.title = info.label;
      target.description = [info.label, info.description, `例：${info.example}`].filter(Boolean).join('。');
    },
  }) as JsonSchema;
  return withNames(json, names);
}

function withNames(schema: JsonSchema, names: NamesByKey): JsonSchema {
  const { properties, items } = schema;
  return {
    ...schema,
    ...(items && { items: withNames(items, names) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, child]) => {
          const known = names[key];
          return [key, known ? onlyOf(child, known) : withNames(child, names)];
        }),
      ),
    }),
  };
}

/** A name or a list of names, of which each is one of the known. */
function onlyOf(schema: JsonSchema, known: readonly string[]): JsonSchema {
  if (schema.anyOf) return { ...schema, anyOf: schema.anyOf.map((each) => onlyOf(each, known)) };
  if (schema.items) return { ...schema, items: onlyOf(schema.items, known) };
  return { ...schema, enum: known };
}
