import { z } from 'zod';
import { ALWAYS_REQUIRED } from '../missing-fields.ts';
import { articleSchema } from './article.ts';
import { specialIssueSchema } from './issue.ts';
import { type JsonSchema, jsonSchema, type NamesByKey } from './json-schema.ts';
import { categorySchema, parkSchema, regionSchema, sourceSchema, termSchema } from './register-entries.ts';
import { siteSchema } from './site.ts';
import { wordListsSchema } from './word-lists.ts';

/** JSON Schemas of the YAML files by schema name; they do not depend on the content. */
export function yamlFileSchemas(): Record<string, JsonSchema> {
  return {
    // A schema cannot know whether a folder is a special issue, so it accepts both.
    issue: jsonSchema(specialIssueSchema),
    park: jsonSchema(parkSchema),
    site: jsonSchema(siteSchema),
    check: jsonSchema(wordListsSchema),
    categories: jsonSchema(z.array(categorySchema)),
    terms: jsonSchema(z.array(termSchema)),
    sources: jsonSchema(z.array(sourceSchema)),
    regions: jsonSchema(z.array(regionSchema)),
  };
}

/**
 * The JSON Schema of an article's front matter. More fields are required if `status` is `ready`.
 * @param names names and aliases in the registers, by the field that accepts them
 */
export function frontMatterSchema(names: NamesByKey): JsonSchema {
  return {
    ...jsonSchema(articleSchema, names),
    if: { properties: { status: { const: 'ready' } }, required: ['status'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits it
    then: { required: ALWAYS_REQUIRED },
  };
}
