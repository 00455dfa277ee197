import { readBylineLine, readEditorLine } from '#core/byline/byline-line.ts';
import type { Block, Paragraph } from '../manuscript.ts';
import { isPageTools } from '../patterns/page-tools.ts';
import { readSourceLine } from '../patterns/source-line.ts';
import { bodyText, isParagraph, splitAt, textOf } from '../spans.ts';

/** Limits of a paragraph that is divided at its line breaks, in lines and code units: longer ones are verse or text. */
const MAX_LINES = 12;
const MAX_LENGTH = 600;

/**
 * Splits paragraphs whose lines are a head or a foot: a title, and below it, behind a line break, its source or its
 * byline. Verse and other broken lines stay together.
 */
export function splitHeadLines(blocks: Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (!isParagraph(block) || block.item || block.quoted) return [block];
    const lines = textOf(block).split(/\s*\n\s*/u);
    const isWorthwhile = lines.length > 1 && lines.length <= MAX_LINES && textOf(block).length <= MAX_LENGTH;
    return isWorthwhile && lines.some(isHeadLine) ? linesOf(block) : [block];
  });
}

function isHeadLine(line: string): boolean {
  return (
    isPageTools(line) ||
    readSourceLine(line) !== undefined ||
    readBylineLine(line) !== undefined ||
    readEditorLine(line) !== undefined
  );
}

function linesOf(block: Paragraph): Paragraph[] {
  const parts: Paragraph[] = [];
  let rest = block;
  for (let at = bodyText(rest.spans).indexOf('\n'); at >= 0; at = bodyText(rest.spans).indexOf('\n')) {
    const [before, behind] = splitAt(rest.spans, at + 1);
    parts.push({ ...rest, spans: before.map((span) => ({ ...span, text: span.text.replace(/\n$/u, '') })) });
    const { gap: _, ...plain } = rest;
    rest = { ...plain, spans: behind };
  }
  return [...parts, rest];
}
