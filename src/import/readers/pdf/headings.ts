import { MIN_HEADLINE_SIZE } from './headline-size.ts';
import { joinedText, type PdfBlock, type TextBlock } from './paragraphs.ts';

/** Minimum size of a heading, relative to the body. */
const MIN_HEADING_SIZE = 1.08;
/** Maximum size of a line that belongs to a headline, relative to the headline. */
const MAX_BESIDE_HEADLINE_SIZE = 0.8;
const MAX_LENGTH = 60;
const MAX_LINES = 3;
const UNFINISHED = /[。；，、：;,]$/u;

/**
 * Finds headlines and headings by size, weight and place: the largest line above a text is its headline; the lines beside it
 * are its kicker, subtitle and byline, which have no level; other larger or bold lines are headings.
 */
export function levelsOf(
  blocks: readonly PdfBlock[],
  body: number,
  isBodyBold: boolean,
): Map<TextBlock, number> {
  const levels = new Map<TextBlock, number>();
  let group: TextBlock[] = [];
  const close = (follows: boolean) => {
    const [largest] = group.toSorted((a, b) => b.size - a.size);
    if (largest && largest.size >= body * MIN_HEADLINE_SIZE) levels.set(largest, 1);
    else if (follows && group.length <= 2)
      for (const block of group) if (stands(block, body, isBodyBold)) levels.set(block, 2);
    group = [];
  };
  let hasText = false;
  for (const block of blocks) {
    if (block.type !== 'text') continue;
    const isHead = looksLikeHead(block, body, isBodyBold);
    // After the lines below a headline, another line of its size is the next headline.
    const largest = Math.max(0, ...group.map(({ size }) => size));
    if (
      isHead &&
      (group.at(-1)?.size ?? 0) < largest * MAX_BESIDE_HEADLINE_SIZE &&
      block.size > largest * MAX_BESIDE_HEADLINE_SIZE
    )
      close(hasText);
    if (isHead) group.push(block);
    else {
      close(hasText);
      hasText = true;
    }
  }
  close(hasText);
  return levels;
}

function looksLikeHead(block: TextBlock, body: number, isBodyBold: boolean): boolean {
  const text = joinedText(block.lines);
  if (block.size >= body * MIN_HEADLINE_SIZE) return text.length <= MAX_LENGTH * 2;
  if (block.lines.length > MAX_LINES || text.length > MAX_LENGTH || UNFINISHED.test(text)) return false;
  return block.centered || stands(block, body, isBodyBold);
}

/** Whether a line stands out from the body. */
function stands({ size, bold }: TextBlock, body: number, isBodyBold: boolean): boolean {
  return size >= body * MIN_HEADING_SIZE || (bold && !isBodyBold);
}
