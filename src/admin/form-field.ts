import { z } from 'zod';
import { articleSchema } from '#core/schema/article.ts';
import { type FieldInfo, fieldInfo } from '#core/schema/field.ts';
import { specialIssueSchema } from '#core/schema/issue.ts';
import { categorySchema, parkSchema, sourceSchema, termSchema } from '#core/schema/register-entries.ts';
import { pageSchema, siteSchema } from '#core/schema/site.ts';
import { type Limit, limitOf } from './limit.ts';

/** How a field is shown and stored. `names` may be stored as one string or as a list. */
export type FieldKind =
  | 'text'
  | 'integer'
  /** A number with its trailing zeros (`4122.0`), or text. */
  | 'figure'
  | 'yes-no'
  | 'choice'
  | 'choices'
  | 'name'
  | 'names'
  | 'words'
  | 'months'
  | 'byline'
  | 'picture'
  | 'object'
  | 'list';

/** One field of the form, derived from the schema; plain data, since it is sent to the browser too. */
export interface FormField {
  name: string;
  label: string;
  hint?: string;
  kind: FieldKind;
  required: boolean;
  /** Choices in their order, with their Chinese names. */
  options?: { value: string; label: string }[];
  /** The register to choose names from. */
  register?: Register;
  limit?: Limit;
  fields?: FormField[];
}

export type Register =
  'categories' | 'parks' | 'counties' | 'cities' | 'sources' | 'series' | 'topics' | 'industries';

/** Registers by field name: such a field contains names of that register, in every schema. */
const REGISTERS: Record<string, Register> = {
  category: 'categories',
  park: 'parks',
  parent: 'parks',
  county: 'counties',
  city: 'cities',
  source: 'sources',
  series: 'series',
  topics: 'topics',
  industries: 'industries',
  categories: 'categories',
};
/** Fields written by commands or by the site's maintainers; the form leaves them unchanged. */
const NOT_IN_THE_FORM = new Set(['import', 'areas', 'admin', 'model']);

/** Kinds of file that the form can edit. */
export type FileKind = 'article' | 'issue' | 'park' | 'page' | 'site' | 'categories' | 'terms' | 'sources';

export function formFields(kind: FileKind): FormField[] {
  return fieldsOf(SCHEMAS[kind]);
}

const SCHEMAS: Record<FileKind, z.ZodObject> = {
  article: articleSchema,
  issue: specialIssueSchema,
  park: parkSchema,
  page: pageSchema,
  site: siteSchema,
  categories: categorySchema,
  terms: termSchema,
  sources: sourceSchema,
};

/** Names of the registers themselves: its fields are called like those that contain names of a register. */
const LABELS = 'labels';

/** @param isNamed whether fields with the name of a register contain names of it */
function fieldsOf(schema: z.ZodObject, isNamed = true): FormField[] {
  return Object.entries(schema.shape)
    .filter(([name]) => !NOT_IN_THE_FORM.has(name))
    .map(([name, inner]) => formField(name, inner as z.ZodType, isNamed));
}

function formField(name: string, schema: z.ZodType, isNamed: boolean): FormField {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  const info = fieldInfo.get(inner);
  if (!info) throw new Error(`${name}: a field without a label`);
  const shape = shapeOf(name, inner, isNamed, info.meanings);
  const simple = !['object', 'list', 'choice', 'choices', 'yes-no', 'months', 'picture'].includes(shape.kind);
  const example = simple && /^[^[{（]/u.test(info.example) ? `例：${info.example}` : undefined;
  const description = info.meanings ? undefined : info.description;
  const hint = [description, example].filter(Boolean).join('。');
  return {
    name,
    label: info.label,
    ...(hint && { hint }),
    required: !(schema instanceof z.ZodOptional),
    ...shape,
  };
}

function shapeOf(
  name: string,
  schema: z.ZodType,
  isNamed: boolean,
  meanings: FieldInfo['meanings'] = {},
): Pick<FormField, 'kind'> & Partial<FormField> {
  const register = isNamed ? REGISTERS[name] : undefined;
  if (name === 'byline') return { kind: 'byline', fields: fieldsOf(elementOf(schema) as z.ZodObject) };
  if (schema instanceof z.ZodEnum) return { kind: 'choice', options: optionsOf(schema, meanings) };
  if (schema instanceof z.ZodBoolean) return { kind: 'yes-no' };
  if (schema instanceof z.ZodNumber) return { kind: 'integer', limit: limitOf(schema) };
  if (schema instanceof z.ZodObject) return { kind: 'object', fields: fieldsOf(schema, name !== LABELS) };
  const element = elementOf(schema);
  if (element instanceof z.ZodObject) return { kind: 'list', fields: fieldsOf(element) };
  if (element instanceof z.ZodEnum) {
    return { kind: 'choices', options: optionsOf(element, fieldInfo.get(element)?.meanings) };
  }
  if (element instanceof z.ZodNumber) return { kind: 'months' };
  if (register) return { kind: element ? 'names' : 'name', register };
  if (element) return { kind: 'words' };
  if (schema instanceof z.ZodUnion) return { kind: 'figure' };
  return { kind: name === 'src' ? 'picture' : 'text', limit: limitOf(schema) };
}

function optionsOf(schema: z.ZodEnum, meanings: FieldInfo['meanings'] = {}): FormField['options'] {
  return schema.options.map(String).map((value) => ({ value, label: meanings[value] ?? value }));
}

/** Returns the element schema of a list, also if the list is one option of a union. */
function elementOf(schema: z.ZodType): z.ZodType | undefined {
  const forms = schema instanceof z.ZodUnion ? (schema.options as z.ZodType[]) : [schema];
  const list = forms.find((form) => form instanceof z.ZodArray);
  return list?.element as z.ZodType | undefined;
}
