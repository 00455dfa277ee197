import type { FormField, Register } from './form-field.ts';

/** A field in Sveltia's configuration. */
export interface Widget {
  name: string;
  label: string;
  widget: string;
  required: boolean;
  hint?: string;
  fields?: Widget[];
  [option: string]: unknown;
}

/** Minimum length limit, in characters, for a multi-line input. */
const MIN_MULTILINE = 100;

/** Names of counties and cities, each one unique among all regions: many bulletins have no file that lists them. */
export interface RegionNames {
  counties: readonly string[];
  cities: readonly string[];
}

/** Where Sveltia finds the names of a register: collection, file and field. */
const RELATIONS: Record<
  Exclude<Register, keyof RegionNames>,
  { collection: string; file?: string; value_field: string }
> = {
  categories: { collection: 'registers', file: 'categories', value_field: 'entries.*.name' },
  parks: { collection: 'parks', value_field: 'names.*' },
  sources: { collection: 'registers', file: 'sources', value_field: 'entries.*.name' },
  series: { collection: 'registers', file: 'series', value_field: 'entries.*.name' },
  topics: { collection: 'registers', file: 'topics', value_field: 'entries.*.name' },
  industries: { collection: 'registers', file: 'industries', value_field: 'entries.*.name' },
};

/** Converts form fields to Sveltia's configuration. */
export function createWidgetOf(regions: RegionNames): (field: FormField) => Widget {
  return widgetOf;

  function widgetOf(field: FormField): Widget {
    const { name, label, hint, required } = field;
    return { name, label, required, ...(hint && { hint }), ...optionsOf(field) };
  }

  function optionsOf(field: FormField): { widget: string; [option: string]: unknown } {
    switch (field.kind) {
      case 'integer':
        return integer(field);
      case 'yes-no':
        return { widget: 'boolean', default: false };
      case 'choice':
        return { widget: 'select', options: field.options };
      case 'choices':
        return { widget: 'select', multiple: true, options: field.options };
      case 'months':
        return { widget: 'select', multiple: true, options: MONTHS };
      case 'name':
        return namesOf(field);
      case 'names':
        return { ...namesOf(field), multiple: true };
      case 'words':
        return { widget: 'list' };
      case 'picture':
        return { widget: 'image', choose_url: false };
      case 'object':
        return { widget: 'object', collapsed: 'auto', fields: field.fields?.map(widgetOf) };
      case 'byline':
        return listOf(field, '{{fields.role}} {{fields.name}}');
      case 'list':
        return listOf(field, summaryOf(field.fields ?? []));
      default: {
        const isLong = (field.limit?.maxLength ?? 0) >= MIN_MULTILINE;
        return { widget: isLong ? 'text' : 'string', ...patternOf(field) };
      }
    }
  }

  function namesOf({ name, register }: FormField) {
    if (!register) throw new Error(`${name}: names of no register`);
    if (register !== 'counties' && register !== 'cities') {
      return { widget: 'relation', ...RELATIONS[register] };
    }
    return { widget: 'select', options: regions[register].map((value) => ({ value, label: value })) };
  }

  function listOf(field: FormField, summary: string) {
    return { widget: 'list', collapsed: true, summary, fields: field.fields?.map(widgetOf) };
  }
}

const MONTHS = Array.from({ length: 12 }, (_, index) => ({ value: index + 1, label: `${index + 1}月` }));

function integer({ limit = {} }: FormField) {
  return {
    widget: 'number',
    value_type: 'int',
    ...(limit.least !== undefined && { min: limit.least }),
    ...(limit.most !== undefined && { max: limit.most }),
  };
}

/** Summary of a collapsed item: its first two text fields. */
function summaryOf(fields: readonly FormField[]): string {
  return fields
    .slice(0, 2)
    .map(({ name }) => `{{fields.${name}}}`)
    .join(' ');
}

function patternOf({ limit = {} }: FormField) {
  if (limit.pattern) return { pattern: [limit.pattern, limit.message] };
  return limit.maxLength ? { pattern: [`/^[\\s\\S]{0,${limit.maxLength}}$/u`, limit.message] } : {};
}
