import type { Document } from './engine.ts';
import { fold, shown } from '../shared/fold.ts';
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

const MAX_EXCERPTS = 3;
/** Characters shown before and after the start of a hit. */
const BEFORE = 24;
const AFTER = 60;

/** A pattern that matches the hits in any text; undefined if there is nothing to highlight. */
export function markPattern(phrases: string[], mode: SearchMode): RegExp | undefined {
  const make = mode === 'punct' || mode === 't2s' ? loosePattern : pattern;
  const sources = phrases
    .map(make)
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length);
  return sources.length > 0 ? new RegExp(sources.join('|'), 'giu') : undefined;
}

/** A text with its hits marked. */
export function marked(text: string, hits: RegExp | undefined): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const hit of hits ? text.matchAll(hits) : []) {
    if (hit.index > at) parts.push({ text: shown(text.slice(at, hit.index)), marked: false });
    parts.push({ text: shown(hit[0]), marked: true });
    at = hit.index + hit[0].length;
  }
  if (at < text.length) parts.push({ text: shown(text.slice(at)), marked: false });
  return parts;
}

/** The title with its hits marked. It is folded, which changes only the width of its characters. */
export function markedTitle({ title }: Document, hits: RegExp | undefined): Part[] {
  return marked(fold(title), hits);
}

/**
 * Up to three excerpts with a hit; if only the title has one, the opening of the article. Paragraphs come
 * before short lines such as headings and names.
 */
export function excerptsOf({ blocks }: Document, hits: RegExp | undefined): Excerpt[] {
  const [, ...body] = blocks;
  const matching = hits ? body.filter(({ text }) => text.search(hits) >= 0) : [];
  const chosen = [
    ...matching.filter(({ text }) => text.length > 30),
    ...matching.filter(({ text }) => text.length <= 30),
  ];
  if (chosen.length === 0) {
    const opening = body.find(({ text }) => text.length > 30) ?? body[0];
    return opening ? [{ parts: [{ text: shown(cut(opening.text, 0)), marked: false }] }] : [];
  }
  return chosen.slice(0, MAX_EXCERPTS).map(({ text, anchor }) => ({
    parts: marked(cut(text, hits ? text.search(hits) : 0), hits),
    ...(anchor && { anchor }),
  }));
}

/** The text around a position, with ellipses where it is cut. */
function cut(text: string, at: number): string {
  const start = at <= BEFORE ? 0 : at - BEFORE;
  const end = Math.min(text.length, at + AFTER);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}
