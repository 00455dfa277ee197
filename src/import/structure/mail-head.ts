import type { Manuscript, Paragraph } from '../manuscript.ts';
import {
  isClosing,
  isGreeting,
  type MailField,
  readMailField,
  titleInSubject,
} from '../patterns/mail-lines.ts';
import { bodyText, isParagraph, mark, markAll, textOf } from '../spans.ts';
import { looksLikeTitle } from './article-header.ts';
import { moveToField } from './move-to-field.ts';

const HEAD = '邮件抬头';
const LETTER = '书信的问候和结尾';
const MIN_FIELDS = 2;
const MAX_CLOSING_LINES = 8;

/**
 * Sets the head of a mail apart, and the greeting and the closing words of the letter. The subject becomes
 * the title, unless a title is printed above the text.
 */
export function readMailHead({ blocks }: Pick<Manuscript, 'blocks'>): void {
  const lines = blocks.filter(isParagraph).filter((block) => textOf(block) !== '');
  const fields: { block: Paragraph; field: MailField }[] = [];
  for (const block of lines) {
    const field = readMailField(textOf(block));
    if (!field) break;
    fields.push({ block, field });
  }
  if (fields.length < MIN_FIELDS || !fields.some(({ field }) => field.isPerson)) return;
  const rest = lines.slice(fields.length);
  const greetings = rest.findIndex((block) => !isGreeting(textOf(block)));
  for (const block of rest.slice(0, greetings)) block.spans = markAll(block.spans, { dropped: LETTER });
  const hasTitle = greetings >= 0 && isTitleOfText(rest.slice(greetings));
  for (const { block, field } of fields) {
    const start = field.isSubject && !hasTitle ? titleInSubject(field.value) : undefined;
    if (start === undefined) moveToField(block, 'printed');
    else keepTitle(block, field, start);
  }
  for (const block of rest.slice(-MAX_CLOSING_LINES))
    if (isClosing(textOf(block))) block.spans = markAll(block.spans, { dropped: LETTER });
}

/** Whether the text below the head begins with a title of its own. */
function isTitleOfText([first, second]: Paragraph[]): boolean {
  const text = textOf(first);
  return looksLikeTitle(text) && !/[，！!？?]$/u.test(text) && textOf(second) !== '';
}

/** Leaves the title in a subject: `主题：投稿：某题`. */
function keepTitle(block: Paragraph, { value }: MailField, start: number): void {
  const text = bodyText(block.spans);
  const at = text.lastIndexOf(value) + start;
  block.spans = mark(block.spans, [[0, at]], { dropped: HEAD });
}
