import { z } from 'zod';
import { ID_PATTERN } from '#core/schema/field.ts';

/** Limits of a value, in the form's terms, with the message that the check would show. */
export interface Limit {
  /** A regular expression that valid values match, ignoring white space at both ends. */
  pattern?: string;
  /** Maximum length in characters. */
  maxLength?: number;
  least?: number;
  most?: number;
  /** The schema's message: the problem and how to fix it. */
  message?: string;
}

const DAY = '0[1-9]|[12]\\d';
/** A valid month (`09`) or day of a month (`09-30`). */
const MONTHS = [
  '(?:0[1-9]|1[0-2])',
  `02-(?:${DAY})`,
  `(?:0[13-9]|1[0-2])-(?:${DAY}|30)`,
  '(?:0[13578]|1[02])-31',
].join('|');
/** Sample values that only one kind of schema in schema/field.ts accepts, each with the pattern of that schema. */
const PROBES = [
  { right: 'a-1', pattern: ID_PATTERN.source },
  { right: '2022-09-30', pattern: `^\\d{4}-(?:${MONTHS})$` },
  { right: 'https://x.example/', pattern: '^https?://\\S+$' },
];
const ORDINARY = '甲';
const TOO_LONG = '字'.repeat(1000);

/**
 * Derives the limits of a value by parsing sample values with its schema, so that the form rejects the same
 * values with the same messages as the check and the build.
 */
export function limitOf(schema: z.ZodType): Limit {
  if (schema instanceof z.ZodNumber) {
    const { minValue, maxValue } = schema;
    return {
      ...(minValue !== null && minValue > Number.MIN_SAFE_INTEGER && { least: minValue }),
      ...(maxValue !== null && maxValue < Number.MAX_SAFE_INTEGER && { most: maxValue }),
    };
  }
  const ordinary = schema.safeParse(ORDINARY);
  if (!ordinary.success) {
    const probe = PROBES.find(({ right }) => schema.safeParse(right).success);
    return probe ? { pattern: probe.pattern, message: messageOf(ordinary.error) } : {};
  }
  const tooLong = schema.safeParse(TOO_LONG);
  if (tooLong.success) return {};
  let [longest, refused] = [1, TOO_LONG.length];
  while (refused - longest > 1) {
    const middle = Math.floor((longest + refused) / 2);
    if (schema.safeParse(TOO_LONG.slice(0, middle)).success) longest = middle;
    else refused = middle;
  }
  return { maxLength: longest, message: messageOf(tooLong.error) };
}

function messageOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const { problem, fix } = (issue?.code === 'custom' ? issue.params : {}) as {
    problem?: string;
    fix?: string;
  };
  return `${problem}。改法：${fix}`;
}
