import type { Block, Paragraph, Span } from './manuscript.ts';

type SpanMark = Pick<Span, 'dropped' | 'movedTo' | 'strong'>;

/** Whether a span's text is part of the article's body. */
export function isInBody({ dropped, movedTo }: Span): boolean {
  return dropped === undefined && movedTo === undefined;
}

/** The text of those spans that are part of the body. */
export function bodyText(spans: Span[]): string {
  return spans
    .filter(isInBody)
    .map(({ text }) => text)
    .join('');
}

/** A range of a paragraph's body text, in UTF-16 code units. */
export type Range = readonly [start: number, end: number];

/**
 * Marks ranges of a paragraph. Replaced text cannot be cut, so it is marked as a whole.
 * @param ranges sorted, not overlapping
 */
export function mark(spans: Span[], ranges: Range[], marks: SpanMark): Span[] {
  return pieces(spans, ranges).map(({ span, range }) => (range ? { ...span, ...marks } : span));
}

/** Marks all body text of a paragraph; footnote references stay in the body. */
export function markAll(spans: Span[], marks: SpanMark): Span[] {
  return spans.map((span) => (isInBody(span) && span.note === undefined ? { ...span, ...marks } : span));
}

/**
 * Replaces ranges of a paragraph and keeps the original text in `was`.
 * @param write returns the new text for the text of a range
 */
export function replace(spans: Span[], ranges: Range[], write: (text: string) => string): Span[] {
  return pieces(spans, ranges).map(({ span, range }) =>
    range && span.was === undefined ? { ...span, text: write(span.text), was: span.text } : span,
  );
}

/** Splits a paragraph at an offset of its body text. */
export function splitAt(spans: Span[], offset: number): [Span[], Span[]] {
  const all = pieces(spans, [[offset, Number.POSITIVE_INFINITY]]);
  const first = all.findIndex(({ range }) => range !== undefined);
  const at = first < 0 ? all.length : first;
  return [all.slice(0, at).map(({ span }) => span), all.slice(at).map(({ span }) => span)];
}

interface Piece {
  span: Span;
  /** The range that contains the piece, if any. */
  range?: Range;
}

/** Cuts spans at the boundaries of ranges, in one pass. */
function pieces(spans: Span[], ranges: Range[]): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  let next = 0;
  for (const span of spans) {
    if (!isInBody(span)) {
      out.push({ span });
      continue;
    }
    const end = at + span.text.length;
    let cutAt = at;
    while (next < ranges.length && (ranges[next]?.[0] ?? 0) < end) {
      const range = ranges[next] as Range;
      const from = Math.max(range[0], cutAt);
      const to = Math.min(range[1], end);
      if (to > from && span.was !== undefined) {
        out.push({ span, range });
        cutAt = end;
      } else if (to > from) {
        if (from > cutAt) out.push({ span: { ...span, text: span.text.slice(cutAt - at, from - at) } });
        out.push({ span: { ...span, text: span.text.slice(from - at, to - at) }, range });
        cutAt = to;
      }
      if (range[1] > end) break;
      next += 1;
    }
    if (cutAt < end || span.text === '')
      out.push(cutAt === at ? { span } : { span: { ...span, text: span.text.slice(cutAt - at) } });
    at = end;
  }
  return out;
}

/** Body text of a paragraph, trimmed; empty for tables and pictures. */
export function textOf(block: Block | undefined): string {
  return block?.type === 'paragraph' ? bodyText(block.spans).trim() : '';
}

export function isParagraph(block: Block | undefined): block is Paragraph {
  return block?.type === 'paragraph';
}
