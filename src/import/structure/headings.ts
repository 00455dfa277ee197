import type { Block, Paragraph } from '../manuscript.ts';
import { NUMBER_KINDS as KINDS } from '../patterns/numbering.ts';
import { dropOrnaments } from '../patterns/ornaments.ts';
import { isParagraph, bodyText, mark, splitAt, textOf } from '../spans.ts';
import { looksLikeTitle, NUMBERED } from './title-line.ts';
import { findListItems } from './list-runs.ts';

/** A numbered heading at the start of a paragraph: 一、加快建设。一是… */
const RUN_ON = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。！？\n]{2,40}。/u;
/** Maximum length of a heading, in code units; a numbered one may have ten more. */
const MAX_HEADING_LENGTH = 40;
/** Length of the text after a heading in the same paragraph. */
const MIN_TEXT_LENGTH = 20;
/** The first sentence of an enumerated point, printed bold: 一是优化产业体系。 */
const POINT =
  /(?<=^|[。；！？：])(?:[一二三四五六七八九十]是|[第其][一二三四五六七八九十]，)[^。；！？，：\n]{2,20}。(?=.)/gu;

/** Endings of complete paragraphs. */
const CLOSED = /[。！？”’）】》：:；…—!?.)]$/u;

/** Marks headings, and sets the first sentences of enumerated points in bold. */
export function findHeadings(blocks: Block[]): Block[] {
  const all = blocks.flatMap((block): Block[] => (isParagraph(block) ? splitRunOn(block) : [block]));
  const kinds = new Map<Paragraph, number>();
  const items = findListItems(all);
  all.forEach((block, index) => {
    const kind = isParagraph(block) && !items.has(block) ? kindOf(block, all, index, kinds) : undefined;
    if (isParagraph(block) && kind !== undefined) kinds.set(block, kind);
  });
  const depths = depthsOf([...kinds.values()]);
  return all.map((block) => {
    if (!isParagraph(block)) return block;
    const kind = kinds.get(block);
    const { level: _, ...plain } = block;
    if (kind !== undefined) {
      const heading = { ...plain, level: depths.get(kind) ?? 2 };
      dropOrnaments(heading);
      return heading;
    }
    return { ...plain, spans: markPoints(block) };
  });
}

function splitRunOn(block: Paragraph): Paragraph[] {
  const text = bodyText(block.spans);
  const lead = text.length - text.trimStart().length;
  const heading = RUN_ON.exec(text.trimStart())?.[0];
  if (heading === undefined || block.item) return [block];
  const end = lead + heading.length;
  if (text.slice(end).trim().length < MIN_TEXT_LENGTH) return [block];
  const [head, rest] = splitAt(block.spans, end);
  const { gap: _, ...plain } = block;
  return [
    { ...block, spans: head },
    { ...plain, spans: rest },
  ];
}

/** A heading's kind: index in KINDS; then headings by style; then short lines without number or style. */
function kindOf(
  block: Paragraph,
  all: Block[],
  index: number,
  known: Map<Paragraph, number>,
): number | undefined {
  const text = textOf(block);
  if (text === '' || text.length > MAX_HEADING_LENGTH + 10 || block.item || block.quoted || block.verse)
    return undefined;
  const next = all.slice(index + 1).find((each) => !isParagraph(each) || textOf(each) !== '');
  const numbered = KINDS.findIndex((kind) => kind.test(text));
  if (numbered >= 0) {
    const alone = !/[；;，,、：:]$/u.test(text) && (!/。$/u.test(text) || text.length <= MAX_HEADING_LENGTH);
    const leads = block.level !== undefined || (next && NUMBERED.test(text) && longer(next, text));
    return alone && leads ? numbered : undefined;
  }
  if (block.level !== undefined) return KINDS.length + block.level;
  const before = all[index - 1];
  const between =
    !isParagraph(before) || textOf(before) === '' || known.has(before) || CLOSED.test(textOf(before));
  // Part of a paragraph that continues on the next line.
  if (/^[，。；、：！？）”]/u.test(textOf(next)) || (text.length > 20 && text.split('，').length > 2))
    return undefined;
  // Lines that belong together: verse, an address.
  if (text.includes('\n')) return undefined;
  // A single character is a heading only among others: 祖父, 父亲, 我.
  const isSingle = /^\p{Script=Han}$/u.test(text) && [...known.values()].includes(KINDS.length + 9);
  if (isSingle && between && next && longer(next, text)) return KINDS.length + 9;
  const short =
    text.length <= MAX_HEADING_LENGTH &&
    !/^[—―─-]/u.test(text) &&
    looksLikeTitle(text) &&
    !/[！!？?]$/u.test(text);
  return short && between && next && longer(next, text) ? KINDS.length + 9 : undefined;
}

function longer(next: Block, text: string): boolean {
  return (
    !isParagraph(next) ||
    textOf(next).length > text.length ||
    NUMBERED.test(textOf(next)) ||
    looksLikeTitle(textOf(next))
  );
}

/** Heading depth for each kind that occurs: from 2 for the highest, at most 4. */
function depthsOf(kinds: number[]): Map<number, number> {
  return new Map(
    [...new Set(kinds)].toSorted((a, b) => a - b).map((kind, index) => [kind, Math.min(2 + index, 4)]),
  );
}

function markPoints(block: Paragraph): Paragraph['spans'] {
  const points = [...bodyText(block.spans).matchAll(POINT)];
  if (points.length === 0) return block.spans;
  // The full stop stays outside: `**一是…**。`
  return mark(
    block.spans,
    points.map(({ index, 0: point }) => [index, index + point.length - 1] as const),
    { strong: true },
  );
}
