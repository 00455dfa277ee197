import type { Heading } from '#core/heading.ts';

/** Minimum number of headings of an article with a table of contents. */
const MIN_HEADINGS = 3;
/** Deeper headings are listed only if the list stays short. */
const MAX_WITH_INNER = 20;
const FOOTNOTES = 'footnote-label';

export interface ContentsEntry extends Heading {
  /** Whether it is below another heading of the list. */
  inner: boolean;
}

/** The table of contents of a body: its headings of the highest level and those one level below. */
export function contentsView(headings: readonly Heading[]): ContentsEntry[] {
  const own = headings.filter(({ id, text }) => id !== FOOTNOTES && text.trim() !== '');
  const top = Math.min(...own.map(({ depth }) => depth));
  const entries = own
    .filter(({ depth }) => depth <= top + 1)
    .map((heading) => ({ ...heading, inner: heading.depth > top }));
  const listed = entries.length > MAX_WITH_INNER ? entries.filter(({ inner }) => !inner) : entries;
  return listed.length < MIN_HEADINGS ? [] : listed;
}
