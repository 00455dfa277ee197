import type { Manuscript, Paragraph } from '../manuscript.ts';
import {
  isClosing,
  isGreeting,
  isQuotedMail,
  type MailField,
  readMailField,
  titleInSubject,
} from '../patterns/mail-lines.ts';
import { readEndLine, readNamesAtEnd } from '../patterns/end-line.ts';
import { bodyText, isParagraph, mark, markAll, textOf } from '../spans.ts';
import { looksLikeTitle } from './title-line.ts';
import { moveToField } from './move-to-field.ts';

const HEAD = '邮件抬头';
const LETTER = '书信的问候和结尾';
const QUOTED = '引用的邮件';
/** Minimum number of fields in the head of a mail. */
const MIN_FIELDS = 2;
/** Lines at the end of a mail among which its closing is looked for. */
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
  const below = lines.slice(fields.length);
  const quoted = below.findIndex((block) => isQuotedMail(textOf(block)));
  const rest = quoted < 0 ? below : below.slice(0, quoted);
  for (const block of below.slice(rest.length)) block.spans = markAll(block.spans, { dropped: QUOTED });
  const greetings = rest.findIndex((block) => !isGreeting(textOf(block)));
  for (const block of rest.slice(0, greetings)) block.spans = markAll(block.spans, { dropped: LETTER });
  const hasTitle = greetings >= 0 && isTitleOfText(rest.slice(greetings));
  for (const { block, field } of fields) {
    const start = field.isSubject && !hasTitle ? titleInSubject(field.value) : undefined;
    if (start === undefined) moveToField(block, 'printed');
    else keepTitle(block, field, start);
  }
  const closing = rest.findIndex(
    (block, at) => at >= rest.length - MAX_CLOSING_LINES && isClosing(textOf(block)),
  );
  if (closing < 0) return;
  // Where the text itself is signed, the lines below the closing words are about the sender.
  const isSigned = readNamesAtEnd(textOf(rest[closing - 1])) ?? readEndLine(textOf(rest[closing - 1]));
  for (const block of rest.slice(closing)) {
    if (isClosing(textOf(block))) block.spans = markAll(block.spans, { dropped: LETTER });
    else if (isSigned?.kind === 'people') moveToField(block, 'printed');
  }
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
