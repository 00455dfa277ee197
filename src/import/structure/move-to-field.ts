import type { Person } from '#core/byline.ts';
import type { Draft } from '../draft.ts';
import type { TargetField, Paragraph } from '../manuscript.ts';
import type { SourceLine } from '../patterns/source-line.ts';
import { markAll, textOf } from '../spans.ts';

/** Moves a paragraph from the body to a field. */
export function moveToField(block: Paragraph, field: TargetField): void {
  block.spans = markAll(block.spans, { movedTo: field });
}

/** Moves a line with source, date, author, editor or address to the draft's fields. Source and date that were read earlier take precedence. */
export function moveSource(
  draft: Draft,
  block: Paragraph,
  { source, date, url, editor, isUncertain, people = [] }: SourceLine,
): void {
  if (source && draft.source === undefined) draft.source = source;
  if (date && draft.date !== undefined && date !== draft.date) warnOfOtherDate(draft, date, block);
  if (date && draft.date === undefined) draft.date = date;
  if (url) draft.reprint = { ...draft.reprint, url };
  if (editor) draft.editor ??= editor;
  draft.byline.push(...people);
  if (isUncertain)
    draft.warnings.push({
      code: 'source-by-position',
      message:
        '这一行没有印明名字是来源还是作者：日期已记下，是来源的请写 source，是署名的请写 byline，并核对',
      quote: textOf(block),
      line: block.line,
    });
  draft.printed.push(textOf(block));
  moveToField(block, 'printed');
}

/** Two dates: a page names the day of its publication, a document its own. */
function warnOfOtherDate(draft: Draft, other: string, block: Paragraph): void {
  if (draft.warnings.some(({ code }) => code === 'date-other')) return;
  draft.warnings.push({
    code: 'date-other',
    message: `日期记的是 ${draft.date}，这里另印着 ${other}：请核对用哪一个`,
    quote: textOf(block),
    line: block.line,
  });
}

/** Moves a line of names to the byline, and keeps the printed line in `printed`. */
export function moveByline(draft: Draft, block: Paragraph, people: Person[]): void {
  draft.byline.push(...people);
  draft.printed.push(`署名：${textOf(block)}`);
  moveToField(block, 'byline');
}
