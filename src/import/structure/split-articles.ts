import type { KnownNames } from '../draft.ts';
import { readCredit } from '../patterns/credit.ts';
import { readDateline } from '../patterns/dateline.ts';
import type { Block } from '../manuscript.ts';
import { isParagraph, textOf } from '../spans.ts';
import { type Header, readHeader } from './article-header.ts';

/** One article's part of a manuscript. */
export interface Part {
  header: Header;
  /** All its blocks, those of the header first. */
  blocks: Block[];
  /** A column head that stands over several pieces, of which this is not the first. */
  inherited?: string;
  /** A photograph's caption and credit without its photograph. */
  captionOnly?: true;
}

/** Evidence that makes a new article begin; a file's first article needs none. */
const ENOUGH = 2;
/** A caption shorter than this belongs to the article before it. */
const SHORTEST_CAPTION = 30;

/** Parts a manuscript into its articles: blocks stay in their order, and each lies in one part. */
export function splitArticles(blocks: Block[], names: KnownNames): Part[] {
  const starts = new Map<number, Header>();
  const captions = new Set<number>();
  const first = blocks.findIndex((block) => textOf(block) !== '' || block.type !== 'paragraph');
  if (first < 0) return [];
  let at = first;
  const opening = readHeader(blocks, first, names, true);
  starts.set(first, opening);
  at = Math.max(opening.end, first + 1);
  while (at < blocks.length) {
    const caption = captionAt(blocks, at, at > first + 1, names);
    if (caption > 0) {
      starts.set(at, { lines: [], end: at, evidence: ENOUGH });
      captions.add(at);
      at += caption;
      continue;
    }
    const header = readHeader(blocks, at, names, false);
    const found =
      header.lines.some(({ kind }) => kind === 'title') || readDateline(textOf(blocks[at])) !== undefined;
    if (found && header.evidence >= ENOUGH && !continuesHeader(starts, at)) {
      starts.set(at, header);
      at = Math.max(header.end, at + 1);
    } else at += 1;
  }
  const bounds = [...starts.keys()];
  const parts = bounds.map((start, index): Part => {
    const header = starts.get(start) as Header;
    return {
      header,
      // What stands before the first article belongs to it.
      blocks: blocks.slice(index === 0 ? 0 : start, bounds[index + 1] ?? blocks.length),
      ...(captions.has(start) && { captionOnly: true }),
    };
  });
  return inheritColumns(parts);
}

/** The dateline of the paragraph on which a header has just ended is that header's own. */
function continuesHeader(starts: Map<number, Header>, at: number): boolean {
  return [...starts.values()].some(({ end }) => end === at);
}

/** How many blocks from here are a caption with its credit, but no picture: 2, or 0. */
function captionAt(blocks: Block[], at: number, afterArticle: boolean, names: KnownNames): number {
  const [before, block, credit] = [blocks[at - 1], blocks[at], blocks[at + 1]];
  if (!afterArticle || !isParagraph(block) || !isParagraph(credit) || before?.type === 'picture') return 0;
  const text = textOf(block);
  if (text.length < SHORTEST_CAPTION || /^(?:[上下左右]?图[为：:]|图片)/u.test(text)) return 0;
  const read = readCredit(textOf(credit));
  if (read?.caption !== '' || read.people.length === 0 || readDateline(text)) return 0;
  // At the end of an article the credit may be its own; before another title the caption stands alone.
  return readHeader(blocks, at + 2, names, false).evidence >= ENOUGH ? 2 : 0;
}

/** A column head before a title stands over the short pieces that follow, until something else begins. */
function inheritColumns(parts: Part[]): Part[] {
  let column: string | undefined;
  return parts.map((part) => {
    const columnIndex = part.header.lines.findIndex(({ kind }) => kind === 'category');
    const titleIndex = part.header.lines.findIndex(({ kind }) => kind === 'title');
    const head = part.header.lines[columnIndex];
    if (head) {
      column = columnIndex < titleIndex ? textOf(head.block) : undefined;
      return part;
    }
    const hasOnlyTitles = part.header.lines.every(({ kind }) => kind === 'title') && !part.captionOnly;
    const inherited =
      hasOnlyTitles && (part.blocks[0] as { gap?: number } | undefined)?.gap !== undefined
        ? column
        : undefined;
    if (!hasOnlyTitles) column = undefined;
    return inherited ? { ...part, inherited } : part;
  });
}
