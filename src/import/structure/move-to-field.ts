import type { Person } from '#core/byline.ts';
import type { Draft } from '../draft.ts';
import type { LiftedField, Paragraph } from '../manuscript.ts';
import { markAll, textOf } from '../spans.ts';

/** Lifts a paragraph into a field: it will stand in the front matter, no longer in the body. */
export function lift(block: Paragraph, field: LiftedField): void {
  block.spans = markAll(block.spans, { lifted: field });
}

/** Lifts a line that names source, date, author or address of the original; what stands above goes first. */
export function liftSource(
  draft: Draft,
  block: Paragraph,
  { source, date, url, people = [] }: { source?: string; date?: string; url?: string; people?: Person[] },
): void {
  if (source && draft.source === undefined) draft.source = source;
  if (date && draft.date === undefined) draft.date = date;
  if (url) draft.reprint = { ...draft.reprint, url };
  draft.byline.push(...people);
  draft.printed.push(textOf(block));
  lift(block, 'printed');
}

/** Lifts a line of names; as printed it is kept beside the names. */
export function liftByline(draft: Draft, block: Paragraph, people: Person[]): void {
  draft.byline.push(...people);
  draft.printed.push(`署名：${textOf(block)}`);
  lift(block, 'byline');
}
