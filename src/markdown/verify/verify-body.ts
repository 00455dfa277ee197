import type { Finding } from '#core/diagnostic.ts';
import { BLOCKS } from './blocks.ts';
import { lostText } from './coverage.ts';
import { findingOf, type Form, NodesByType, type ParsedText } from './form.ts';
import { INLINES } from './inlines.ts';
import { TYPED } from './typed.ts';

/** Every construct of CommonMark, GFM and our own, with what becomes of its characters. */
export const FORMS: readonly Form[] = [...BLOCKS, ...INLINES, ...TYPED];

/**
 * The law for written bodies: every character is on the page, or is a mark that works, or is an error with
 * its place and cure.
 * @param parsed a body's tree as it was parsed, before any plugin ran
 * @param firstLine line of the file on which the body begins
 */
export function verifyBody(parsed: ParsedText, firstLine: number): Finding[] {
  const nodes = new NodesByType(parsed.tree);
  const findings = FORMS.flatMap((form) =>
    (form.find?.(parsed, nodes) ?? []).map((fault) => findingOf(form, fault, firstLine)),
  );
  const errors = findings.filter(({ severity }) => severity !== 'warning');
  if (errors.length > 0) return errors;
  if (findings.length > 0) return findings;
  return lostText(parsed).map((fault) => findingOf({ rule: 'lost-text' }, fault, firstLine));
}
