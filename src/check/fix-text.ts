import { type Edit, withEdits } from '#core/text/edit.ts';
import { type BodyFormat, parseBody } from '../markdown/parse.ts';
import { passagesOf } from './text/passages.ts';
import { quotationsOf } from './text/quotations.ts';
import type { Passage, TextRule } from './text-rule.ts';
import { TEXT_RULES } from './text-rules.ts';

/** Rounds after which a text that still changes is left as it is; two are the rule. */
const MAX_ROUNDS = 10;

/**
 * Mends what has one certain cure, outside quotations. Names, figures and words stay; mending twice is
 * mending once.
 * @returns the new body; the same where nothing is certain
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

/** Edits of the body: a passage's, where it is of one piece in the source and outside quotations. */
function editsOf(passage: Passage, body: string, rules: readonly TextRule[]): Edit[] {
  const { offsets, text } = passage;
  if (!offsets) return [];
  const wanted = rules.flatMap((rule) => rule.fix?.(passage) ?? []);
  if (wanted.length === 0) return [];
  const quotations = quotationsOf(text);
  if (!quotations) return [];
  return wanted.flatMap((edit) => {
    const start = offsets[edit.start];
    if (start === undefined) return [];
    const end = start + edit.end - edit.start;
    const ofOnePiece = body.slice(start, end) === text.slice(edit.start, edit.end);
    const quoted = quotations.some(({ from, to }) => from < edit.end && edit.start < to);
    return ofOnePiece && !quoted ? [{ start, end, text: edit.text }] : [];
  });
}
