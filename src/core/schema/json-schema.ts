import { z } from 'zod';
import { fieldInfo } from './field.ts';

/** The part of a JSON Schema (2020-12) that is used here. */
export interface JsonSchema {
  [keyword: string]: unknown;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

/** Valid names by the key of the field. */
export type NamesByKey = Readonly<Record<string, readonly string[]>>;

/**
 * Makes the JSON Schema that text editors use for completion and error marks.
 * @param names names in the registers; a field with one of these keys accepts only these names
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

/** Restricts a name or a list of names to the known names. */
function onlyOf(schema: JsonSchema, known: readonly string[]): JsonSchema {
  if (schema.anyOf) return { ...schema, anyOf: schema.anyOf.map((each) => onlyOf(each, known)) };
  if (schema.items) return { ...schema, items: onlyOf(schema.items, known) };
  return { ...schema, enum: known };
}
