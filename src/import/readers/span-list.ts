import type { Span } from '../manuscript.ts';

/** Formatting of a run of text, and whether it is dropped. */
export type Formatting = Pick<Span, 'strong' | 'emphasis' | 'strike' | 'link' | 'dropped'>;

/** Appends a span, merged with the last one if the formatting is equal. */
export function append(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last && isPlain(last) && isPlain(span) && hasSameFormatting(last, span)) last.text += span.text;
  else if (span.text !== '' || span.note !== undefined || span.was !== undefined) spans.push({ ...span });
}

/** Trims a paragraph and removes empty spans. */
export function trimSpans(spans: Span[]): Span[] {
  const out = spans.map((span) => ({ ...span }));
  trimEnd(out, (text) => text.trimStart());
  trimEnd(out.toReversed(), (text) => text.trimEnd());
  return out.filter(({ text, note, was }) => text !== '' || note !== undefined || was !== undefined);
}

function trimEnd(spans: Span[], trim: (text: string) => string): void {
  for (const span of spans) {
    if (span.note !== undefined || span.was !== undefined) return;
    span.text = trim(span.text);
    if (span.text !== '') return;
  }
}

function isPlain({ note, was, added, movedTo }: Span): boolean {
  return note === undefined && was === undefined && added === undefined && movedTo === undefined;
}

function hasSameFormatting(a: Formatting, b: Formatting): boolean {
  return (
    a.strong === b.strong &&
    a.emphasis === b.emphasis &&
    a.strike === b.strike &&
    a.link === b.link &&
    a.dropped === b.dropped
  );
}
