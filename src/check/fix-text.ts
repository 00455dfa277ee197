import { type Edit, withEdits } from '#core/text/edit.ts';
import { type BodyFormat, parseBody } from '../markdown/parse.ts';
import { passagesOf } from './text/passages.ts';
import { quotationsOf } from './text/quotations.ts';
import type { Passage, TextRule } from './text-rule.ts';
import { TEXT_RULES } from './text-rules.ts';

/** One correction can make room for another. Two rounds are usual; the limit ends a loop. */
const MAX_ROUNDS = 10;

/**
 * Corrects what has only one correction, outside quotations. Never changes names, numbers or words. A second
 * call changes nothing.
 * @returns the new body, or the same where there is nothing to correct
 */
export function fixText(body: string, format: BodyFormat, rules: readonly TextRule[] = TEXT_RULES): string {
  let text = body;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = fixOnce(text, format, rules);
    if (next === text) break;
    text = next;
  }
  return text;
}

function fixOnce(body: string, format: BodyFormat, rules: readonly TextRule[]): string {
  const parsed = parseBody(body, format);
  if ('finding' in parsed) return body;
  const edits = passagesOf(parsed.tree, body, 1).flatMap((passage) => editsOf(passage, body, rules));
  return withEdits(body, edits);
}

/** The edits of a passage as edits of the body. Skips quotations, and text that is interrupted in the source. */
function editsOf(passage: Passage, body: string, rules: readonly TextRule[]): Edit[] {
  const { offsets, text } = passage;
  if (!offsets) return [];
  const edits = rules.flatMap((rule) => rule.fix?.(passage) ?? []);
  if (edits.length === 0) return [];
  const quotations = quotationsOf(text);
  if (!quotations) return [];
  return edits.flatMap((edit) => {
    const start = offsets[edit.start];
    if (start === undefined) return [];
    const end = start + edit.end - edit.start;
    const isContiguous = body.slice(start, end) === text.slice(edit.start, edit.end);
    const quoted = quotations.some(({ from, to }) => from < edit.end && edit.start < to);
    return isContiguous && !quoted ? [{ start, end, text: edit.text }] : [];
  });
}
