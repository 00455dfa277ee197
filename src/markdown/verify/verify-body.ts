import type { Finding } from '#core/diagnostic.ts';
import { BLOCK_RULES } from './block-rules.ts';
import { lostText } from './lost-text.ts';
import { findingOf, type ConstructRule, NodesByType, type ParsedText } from './construct-rule.ts';
import { INLINE_RULES } from './inline-rules.ts';
import { INACTIVE_MARK_RULES } from './inactive-marks.ts';

/** Every construct of CommonMark, GFM and our own, with what becomes of its characters. */
export const CONSTRUCT_RULES: readonly ConstructRule[] = [
  ...BLOCK_RULES,
  ...INLINE_RULES,
  ...INACTIVE_MARK_RULES,
];

/**
 * The law for written bodies: every character is on the page, or is a mark that works, or is an error with
 * its place and cure.
 * @param parsed a body's tree as it was parsed, before any plugin ran
 * @param firstLine line of the file on which the body begins
 */
export function verifyBody(parsed: ParsedText, firstLine: number): Finding[] {
  const nodes = new NodesByType(parsed.tree);
  const findings = CONSTRUCT_RULES.flatMap((form) =>
    (form.find?.(parsed, nodes) ?? []).map((fault) => findingOf(form, fault, firstLine)),
  );
  const errors = findings.filter(({ severity }) => severity !== 'warning');
  if (errors.length > 0) return errors;
  if (findings.length > 0) return findings;
  return lostText(parsed).map((fault) => findingOf({ rule: 'lost-text' }, fault, firstLine));
}
