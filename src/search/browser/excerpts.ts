import type { Document } from './engine.ts';
import { anyOf, matchesIn, type Range } from './matches.ts';
import { loosePattern, pattern } from './pattern.ts';
import type { SearchMode } from './search.ts';

/** A run of text; hits are marked. */
export interface Part {
  text: string;
  marked: boolean;
}

/** A passage of an article, with the heading above it. */
export interface Excerpt {
  parts: Part[];
  anchor?: string;
}

/** Maximum number of excerpts of one article. */
const MAX_EXCERPTS = 3;
/** Characters shown before and after the start of a hit. */
const BEFORE = 24;
const AFTER = 60;

/** A pattern that matches the hits in any folded text; undefined if there is nothing to highlight. */
export function markPattern(phrases: string[], mode: SearchMode): RegExp | undefined {
  return anyOf(phrases.map(mode === 'punct' || mode === 't2s' ? loosePattern : pattern));
}

/** Splits a printed text into parts, in which hits are marked. */
export function marked(text: string, hits: RegExp | undefined): Part[] {
  return partsOf(text, matchesIn(text, hits));
}

/** Splits a text at the ends of ranges, which it marks. */
function partsOf(text: string, ranges: Range[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    if (from > at) parts.push({ text: text.slice(at, from), marked: false });
    parts.push({ text: text.slice(from, end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}

/**
 * Up to three excerpts with a hit; if only the title has one, the opening of the article. Paragraphs come
 * before short lines such as headings and names.
 */
export function excerptsOf({ blocks }: Document, hits: RegExp | undefined): Excerpt[] {
  const [, ...body] = blocks;
  const matching = body.flatMap(({ text, anchor }) => {
    const ranges = matchesIn(text, hits);
    return ranges.length > 0 ? [{ text, anchor, ranges }] : [];
  });
  const chosen = [
    ...matching.filter(({ text }) => text.length > 30),
    ...matching.filter(({ text }) => text.length <= 30),
  ];
  if (chosen.length === 0) {
    const opening = body.find(({ text }) => text.length > 30) ?? body[0];
    return opening ? [{ parts: cut(opening.text, []) }] : [];
  }
  return chosen.slice(0, MAX_EXCERPTS).map(({ text, anchor, ranges }) => ({
    parts: cut(text, ranges),
    ...(anchor && { anchor }),
  }));
}

/** The text around its first hit, with ellipses where it is cut. */
function cut(text: string, ranges: Range[]): Part[] {
  const at = ranges[0]?.start ?? 0;
  const start = at <= BEFORE ? 0 : at - BEFORE;
  const end = Math.min(text.length, at + AFTER);
  const inside = ranges.flatMap((range) =>
    range.start < end ? [{ start: range.start - start, end: Math.min(range.end, end) - start }] : [],
  );
  const parts = partsOf(text.slice(start, end), inside);
  return joined([
    ...(start > 0 ? [{ text: '…', marked: false }] : []),
    ...parts,
    ...(end < text.length ? [{ text: '…', marked: false }] : []),
  ]);
}

/** Joins neighbouring parts that are marked alike. */
function joined(parts: Part[]): Part[] {
  const result: Part[] = [];
  for (const { text, marked } of parts) {
    const last = result[result.length - 1];
    if (last?.marked === marked) last.text += text;
    else result.push({ text, marked });
  }
  return result;
}
