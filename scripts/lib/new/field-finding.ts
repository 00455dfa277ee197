import { z } from 'zod';
import type { Finding } from '../../../src/core/diagnostic.ts';
import { validate } from '../../../src/core/schema/validate.ts';
import { parseYaml } from '../../../src/core/yaml-source.ts';

/** The schema's first finding on one typed field of a file; undefined if the value is valid. */
export function fieldFinding(schema: z.ZodObject, key: string, value: string | number): Finding | undefined {
  const [finding] = validate(z.strictObject({ [key]: schema.shape[key] }), {
    ...parseYaml(''),
    data: { [key]: value },
  }).findings;
  return finding;
}
