import type { Paragraph } from '../manuscript.ts';
import { joinOf, type TitleJoin } from './two-line-title.ts';

/** A line of a title. `joins`: it continues the line above it. */
export interface TitleLine {
  kind: 'title' | 'kicker' | 'subtitle';
  block: Paragraph;
  joins?: TitleJoin;
}

/** The lines of a title that was set in several lines, with the kicker above it and the subtitle below. */
function joinedTitle(heads: Paragraph[]): TitleLine[] | undefined {
  const first = heads.findIndex((head, index) => joinOf(head, heads[index + 1]) !== undefined);
  if (first < 0) return undefined;
  let isTitle = true;
  return heads.map((block, index): TitleLine => {
    if (index < first) return { kind: 'kicker', block };
    const joins = index > first ? joinOf(heads[index - 1] as Paragraph, block) : undefined;
    if (index > first && joins === undefined) isTitle = false;
    if (!isTitle) return { kind: 'subtitle', block };
    return { kind: 'title', block, ...(joins && { joins }) };
  });
}

/** Decides which of the unclassified lines is the title: the largest one, else the second. */
export function titlesOf(heads: Paragraph[]): TitleLine[] {
  const line = (kind: 'title' | 'kicker' | 'subtitle', block: Paragraph | undefined): TitleLine[] =>
    block ? [{ kind: kind, block }] : [];
  if (heads.length <= 1) return line('title', heads[0]);
  const joined = joinedTitle(heads);
  if (joined) return joined;
  const size = ({ size: points = 0, level = 9 }: Paragraph) => points * 10 - level;
  const largest = heads.toSorted((a, b) => size(b) - size(a))[0];
  const distinct = heads.filter((head) => largest && size(head) === size(largest)).length === 1;
  const title = distinct && largest ? heads.indexOf(largest) : 1;
  return [
    ...heads.slice(0, title).flatMap((block) => line('kicker', block)),
    ...line('title', heads[title]),
    ...heads.slice(title + 1).flatMap((block) => line('subtitle', block)),
  ];
}
