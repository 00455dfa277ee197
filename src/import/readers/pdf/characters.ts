import { hanziOf, LOOK_ALIKE } from '#core/text/look-alike-hanzi.ts';
import type { Span } from '../../manuscript.ts';

/** Latin ligatures: ﬁ. */
const LIGATURE = /[\uFB00-\uFB06]/u;
/** Dashes that PDF files contain in place of the Chinese dash. */
const DASHES: Record<string, string> = { '\u2E3A': '——', '\u2015': '—' };
/** Characters that a font without a table of its characters leaves: no text can be had from them. */
const UNREADABLE = /[\p{Co}\p{Cn}\p{Cc}\uFFFD]/u;
/** Share of unreadable characters from which a file has no text. */
const MAX_UNREADABLE = 0.3;

/** Spans for a text; radicals and ligatures become the characters that they look like, with the original in `was`. */
export function spansFor(printed: string): Span[] {
  // Control characters have no place in a text; `unreadableIn()` counts them.
  const text = printed.replace(/\p{Cc}/gu, '');
  const spans: Span[] = [];
  const pattern = new RegExp(
    `${LOOK_ALIKE.source}|${LIGATURE.source}|[${Object.keys(DASHES).join('')}]`,
    'gu',
  );
  let at = 0;
  for (const { index, 0: found } of text.matchAll(pattern)) {
    const replacement = DASHES[found] ?? (LIGATURE.test(found) ? found.normalize('NFKC') : hanziOf(found));
    if (replacement === undefined) continue;
    if (index > at) spans.push({ text: text.slice(at, index) });
    spans.push({ text: replacement, was: found });
    at = index + found.length;
  }
  if (at < text.length) spans.push({ text: text.slice(at) });
  return spans;
}

/** A text with radicals and ligatures replaced, for comparisons. */
export function plainText(text: string): string {
  return spansFor(text)
    .map((span) => span.text)
    .join('');
}

/** Characters of a text that cannot be read, and whether these are so many that there is no text. */
export function unreadableIn(text: string): { characters: string[]; isHopeless: boolean } {
  const all = [...text];
  const characters = all.filter((character) => UNREADABLE.test(character));
  return { characters, isHopeless: characters.length > all.length * MAX_UNREADABLE };
}
