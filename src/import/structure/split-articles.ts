import type { KnownNames } from '../draft.ts';
import { readEndLine, readNamesAtEnd } from '../patterns/end-line.ts';
import { readCredit } from '../patterns/credit.ts';
import { readDateline } from '../patterns/dateline.ts';
import type { Block } from '../manuscript.ts';
import { isParagraph, textOf } from '../spans.ts';
import { type Header, readHeader } from './article-header.ts';
import { opensText } from './header-places.ts';
import { columnIn } from './column-heads.ts';
import { parallelTitles } from './parallel-titles.ts';

/** The part of a manuscript that is one article. */
export interface Part {
  header: Header;
  /** All its blocks, header included. */
  blocks: Block[];
  /** Column name of an earlier article that also applies to this one. */
  inherited?: string;
  /** The part is a photograph's caption and credit, without the photograph. */
  captionOnly?: true;
  /** Blocks at which another article may begin; not certain enough to split. */
  possibleStarts: Block[];
}

/** Score from which a header starts a new article. The first article of a file needs none. */
const MIN_EVIDENCE = 2;
/** A shorter caption belongs to the article before it. */
const MIN_CAPTION_LENGTH = 30;

/**
 * Splits a manuscript into articles. Each block is in exactly one part, in the original order.
 * @param listed titles that a list of contents names
 */
export function splitArticles(blocks: Block[], names: KnownNames, listed: ReadonlySet<Block>): Part[] {
  const starts = new Map<number, Header>();
  const captions = new Set<number>();
  const first = blocks.findIndex((block) => textOf(block) !== '' || block.type !== 'paragraph');
  if (first < 0) return [];
  let at = first;
  const opening = readHeader(blocks, first, names, true);
  starts.set(first, opening);
  const { certain, possible } = parallelTitles(blocks, opening);
  at = Math.max(opening.end, first + 1);
  while (at < blocks.length) {
    const caption = captionAt(blocks, at, at > first + 1, names);
    if (caption > 0) {
      starts.set(at, { lines: [], end: at, evidence: MIN_EVIDENCE });
      captions.add(at);
      at += caption;
      continue;
    }
    if (isEnding(blocks, at, opening)) {
      at += 1;
      continue;
    }
    const header = readHeader(blocks, at, names, false);
    const found = header.lines.some(({ kind }) => kind === 'title') || opensText(blocks, at);
    const isListed = listed.has(blocks[at] as Block);
    const isStart =
      certain.has(at) || isListed || (header.evidence >= MIN_EVIDENCE && !continuesHeader(starts, at));
    if (found && isStart) {
      starts.set(at, header);
      at = Math.max(header.end, at + 1);
    } else at += 1;
  }
  const bounds = [...starts.keys()];
  const parts = bounds.map((start, index): Part => {
    const header = starts.get(start) as Header;
    const end = bounds[index + 1] ?? blocks.length;
    return {
      header,
      // Blocks before the first article belong to it.
      blocks: blocks.slice(index === 0 ? 0 : start, end),
      possibleStarts: blocks.filter((_, number) => possible.has(number) && number > start && number < end),
      ...(captions.has(start) && { captionOnly: true }),
    };
  });
  return inheritColumns(parts, names);
}

/**
 * Whether a line belongs to the text above it: a signature, an editor, a source, a contact line. A source or
 * a date belongs to the next title if the file begins in this order, or if a larger gap is above it.
 */
function isEnding(blocks: Block[], at: number, opening: Header): boolean {
  const block = blocks[at];
  const line = isParagraph(block) ? (readEndLine(textOf(block)) ?? namesInBrackets(blocks, at)) : undefined;
  if (!isParagraph(block) || !line || (line.kind === 'dateline' && opensText(blocks, at))) return false;
  if (line.kind !== 'source') return true;
  const next = blocks[at + 1];
  const gapBelow = isParagraph(next) ? (next.gap ?? 0) : 0;
  const isApart = (block.gap ?? 0) >= 2 && gapBelow < (block.gap ?? 0);
  return opening.lines[0]?.kind !== 'source' && !isApart;
}

/** `（甲某）` below a sentence. */
function namesInBrackets(blocks: Block[], at: number): ReturnType<typeof readNamesAtEnd> {
  if (!/[。！？…”’）]$/u.test(textOf(blocks[at - 1]))) return undefined;
  const line = readNamesAtEnd(textOf(blocks[at]));
  return line?.kind === 'people' && line.isUncertain === undefined ? line : undefined;
}

/** Whether a header ends here: the dateline at this block then belongs to that header. */
function continuesHeader(starts: Map<number, Header>, at: number): boolean {
  return [...starts.values()].some(({ end }) => end === at);
}

/** Number of blocks that are a caption and its credit without a picture: 2 or 0. */
function captionAt(blocks: Block[], at: number, afterArticle: boolean, names: KnownNames): number {
  const [before, block, credit] = [blocks[at - 1], blocks[at], blocks[at + 1]];
  if (!afterArticle || !isParagraph(block) || !isParagraph(credit) || before?.type === 'picture') return 0;
  const text = textOf(block);
  if (text.length < MIN_CAPTION_LENGTH || /^(?:[上下左右]?图[为：:]|图片)/u.test(text)) return 0;
  const read = readCredit(textOf(credit));
  if (read?.caption !== '' || read.people.length === 0 || readDateline(text)) return 0;
  // Before another header the caption is separate; otherwise the credit may belong to the article.
  return readHeader(blocks, at + 2, names, false).evidence >= MIN_EVIDENCE ? 2 : 0;
}

/** Applies the column name above a title to the following articles that have only a title. */
function inheritColumns(parts: Part[], names: KnownNames): Part[] {
  let column: string | undefined;
  const hasGaps = parts.some(({ blocks }) =>
    blocks.some((block) => isParagraph(block) && block.gap !== undefined),
  );
  return parts.map((part) => {
    const columnIndex = part.header.lines.findIndex(({ kind }) => kind === 'category');
    const titleIndex = part.header.lines.findIndex(({ kind }) => kind === 'title');
    const head = part.header.lines[columnIndex];
    if (head) {
      column = columnIndex < titleIndex ? columnIn(textOf(head.block), names) : undefined;
      return part;
    }
    const hasOnlyTitles = part.header.lines.every(({ kind }) => kind === 'title') && !part.captionOnly;
    const isApart = !hasGaps || (part.blocks[0] as { gap?: number } | undefined)?.gap !== undefined;
    const inherited = hasOnlyTitles && isApart ? column : undefined;
    if (!hasOnlyTitles) column = undefined;
    return inherited ? { ...part, inherited } : part;
  });
}
