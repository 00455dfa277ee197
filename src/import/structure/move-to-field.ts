import type { Person } from '#core/byline.ts';
import type { Draft } from '../draft.ts';
import type { TargetField, Paragraph } from '../manuscript.ts';
import { markAll, textOf } from '../spans.ts';

/** Lifts a paragraph into a field: it will stand in the front matter, no longer in the body. */
export function moveToField(block: Paragraph, field: TargetField): void {
  block.spans = markAll(block.spans, { movedTo: field });
}

/** Lifts a line that names source, date, author or address of the original; what stands above goes first. */
export function moveSource(
  draft: Draft,
  block: Paragraph,
  { source, date, url, people = [] }: { source?: string; date?: string; url?: string; people?: Person[] },
): void {
  if (source && draft.source === undefined) draft.source = source;
  if (date && draft.date === undefined) draft.date = date;
  if (url) draft.reprint = { ...draft.reprint, url };
  draft.byline.push(...people);
  draft.printed.push(textOf(block));
  moveToField(block, 'printed');
}

/** Lifts a line of names; as printed it is kept beside the names. */
export function moveByline(draft: Draft, block: Paragraph, people: Person[]): void {
  draft.byline.push(...people);
  draft.printed.push(`署名：${textOf(block)}`);
  moveToField(block, 'byline');
}
