import { z } from 'zod';
import { ID_PATTERN } from '#core/schema/field.ts';

/** What a value must be, told as the form needs it and as the check would say it. */
export interface Limit {
  /** A regular expression that right values match, white space at the ends aside. */
  pattern?: string;
  /** Most characters. */
  longest?: number;
  least?: number;
  most?: number;
  /** What is wrong and how to mend it: the schema's own words. */
  message?: string;
}

const DAY = '0[1-9]|[12]\\d';
/** A month, or a day that the month has. */
const MONTHS = [
  '(?:0[1-9]|1[0-2])',
  `02-(?:${DAY})`,
  `(?:0[13-9]|1[0-2])-(?:${DAY}|30)`,
  '(?:0[13578]|1[02])-31',
].join('|');
/** Values that tell the schemas of schema/field.ts apart, each with the form that its schema asks for. */
const PROBES = [
  { right: 'a-1', pattern: ID_PATTERN.source },
  { right: '2022-09-30', pattern: `^\\d{4}-(?:${MONTHS})$` },
  { right: 'https://x.example/', pattern: '^https?://\\S+$' },
];
const ORDINARY = '甲';
const TOO_LONG = '字'.repeat(1000);

/**
 * Asks a schema of one value what it accepts, by trying it: what it refuses, and in which words, is then
 * the same in the form, in the check and in a build.
 */
export function limitOf(schema: z.ZodType): Limit {
  if (schema instanceof z.ZodNumber) {
    const { minValue, maxValue } = schema;
    return {
      ...(minValue !== null && minValue > Number.MIN_SAFE_INTEGER && { least: minValue }),
      ...(maxValue !== null && maxValue < Number.MAX_SAFE_INTEGER && { most: maxValue }),
    };
  }
  const refused = schema.safeParse(ORDINARY);
  if (!refused.success) {
    const form = PROBES.find(({ right }) => schema.safeParse(right).success);
    return form ? { pattern: form.pattern, message: wordsOf(refused.error) } : {};
  }
  const tooLong = schema.safeParse(TOO_LONG);
  if (tooLong.success) return {};
  let longest = 1;
  while (schema.safeParse(TOO_LONG.slice(0, longest + 1)).success) longest += 1;
  return { longest, message: wordsOf(tooLong.error) };
}

function wordsOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const { problem, fix } = (issue?.code === 'custom' ? issue.params : {}) as {
    problem?: string;
    fix?: string;
  };
  return `${problem}。改法：${fix}`;
}
