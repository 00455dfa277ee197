import type { Document } from './engine.ts';
import { fold, shown } from '../shared/fold.ts';
import { loosePattern, pattern } from './pattern.ts';
import type { SearchMode } from './search.ts';

/** A run of text; hits are marked. */
export interface Part {
  text: string;
  marked: boolean;
}

/** A place inside an article, with the heading it stands under. */
export interface Excerpt {
  parts: Part[];
  anchor?: string;
}

const MOST_PLACES = 3;
const BEFORE = 24;
const AFTER = 60;

/** Recognises what was found, in any text. Undefined where there is nothing to mark. */
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

/** The title with its hits marked, where folding changes nothing but width. */
export function markedTitle({ title }: Document, hits: RegExp | undefined): Part[] {
  return marked(fold(title), hits);
}

/**
 * Up to three places of an article that hold a hit; where only the title does, how it begins.
 * Paragraphs before short lines such as headings and names.
 */
export function excerptsOf({ blocks }: Document, hits: RegExp | undefined): Excerpt[] {
  const [, ...body] = blocks;
  const holding = hits ? body.filter(({ text }) => text.search(hits) >= 0) : [];
  const chosen = [
    ...holding.filter(({ text }) => text.length > 30),
    ...holding.filter(({ text }) => text.length <= 30),
  ];
  if (chosen.length === 0) {
    const opening = body.find(({ text }) => text.length > 30) ?? body[0];
    return opening ? [{ parts: [{ text: shown(cut(opening.text, 0)), marked: false }] }] : [];
  }
  return chosen.slice(0, MOST_PLACES).map(({ text, anchor }) => ({
    parts: marked(cut(text, hits ? text.search(hits) : 0), hits),
    ...(anchor && { anchor }),
  }));
}

/** The neighbourhood of a position, with ellipses where text is left out. */
function cut(text: string, at: number): string {
  const start = at <= BEFORE ? 0 : at - BEFORE;
  const end = Math.min(text.length, at + AFTER);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}
