import type { Finding } from '#core/diagnostic.ts';
import { BLOCK_RULES } from './block-rules.ts';
import { lostText } from './lost-text.ts';
import { findingOf, type ConstructRule, NodesByType, type ParsedText } from './construct-rule.ts';
import { INLINE_RULES } from './inline-rules.ts';
import { INACTIVE_MARK_RULES } from './inactive-marks.ts';

/** The rules for all constructs of CommonMark, GFM and this dialect. */
export const CONSTRUCT_RULES: readonly ConstructRule[] = [
  ...BLOCK_RULES,
  ...INLINE_RULES,
  ...INACTIVE_MARK_RULES,
];

/**
 * Verifies that no character of a body is lost: each is printed, is a mark that works, or is reported with a
 * fix. Returns warnings only if there are no errors.
 * @param parsed a body's tree as it was parsed, before any plugin ran
 * @param firstLine line of the file on which the body begins
 */
export function verifyBody(parsed: ParsedText, firstLine: number): Finding[] {
  const nodes = new NodesByType(parsed.tree);
  const findings = CONSTRUCT_RULES.flatMap((rule) =>
    (rule.find?.(parsed, nodes) ?? []).map((found) => findingOf(rule, found, firstLine)),
  );
  const errors = findings.filter(({ severity }) => severity !== 'warning');
  if (errors.length > 0) return errors;
  if (findings.length > 0) return findings;
  return lostText(parsed).map((found) => findingOf({ rule: 'lost-text' }, found, firstLine));
}
