import type { Block, Paragraph } from '../manuscript.ts';
import { beginsEnclosures, isFormLine } from '../patterns/form-lines.ts';
import { isTableLine } from '../patterns/table-lines.ts';
import { hasItemNumber, itemKind } from '../patterns/numbering.ts';
import { isParagraph, textOf } from '../spans.ts';

/** Maximum length of an item of a list, in code units: longer ones are paragraphs. */
const MAX_ITEM_LENGTH = 50;
/** Number of short lines in a row, without number or style, that are a list and not headings. */
const MIN_SHORT_LINES = 3;
const MAX_SHORT_LENGTH = 30;
/** A short paragraph, not a list item. */
const SENTENCE_END = /[。！？]”?$/u;

/**
 * The short paragraphs that are not headings: items of a list (lines of the same kind next to each other),
 * enclosures, table titles, fields of a form.
 */
export function findListItems(blocks: Block[]): Set<Block> {
  const lines = blocks.filter((block) => !isParagraph(block) || textOf(block) !== '');
  const items = new Set<Block>();
  markRuns(lines, items);
  markShortRuns(lines, items);
  let inEnclosures = false;
  for (const [index, block] of lines.entries()) {
    const text = textOf(block);
    inEnclosures = beginsEnclosures(text) || (inEnclosures && itemKind(text) !== undefined);
    const isList = inEnclosures || isFormLine(text) || isTableLine(text) || hasItemNumber(text);
    if (isList || isItemAfterColon(lines, index)) items.add(block);
  }
  return items;
}

/** Marks lines next to a line with a number or sign of the same kind. */
function markRuns(lines: Block[], items: Set<Block>): void {
  for (const [index, block] of lines.entries()) {
    const next = lines[index + 1];
    if (!isShort(block) || !isShort(next)) continue;
    const kind = itemKind(textOf(block));
    if (kind === undefined || kind !== itemKind(textOf(next))) continue;
    items.add(block);
    items.add(next);
  }
}

/** Marks three and more short lines in a row, without number and style: names, addresses, a greeting. */
function markShortRuns(lines: Block[], items: Set<Block>): void {
  let run: Block[] = [];
  for (const block of [...lines, undefined]) {
    const text = textOf(block);
    const isPlain = itemKind(text) === undefined && !SENTENCE_END.test(text);
    if (isShort(block) && isPlain && text.length <= MAX_SHORT_LENGTH) {
      run.push(block);
      continue;
    }
    if (run.length >= MIN_SHORT_LINES) for (const each of run) items.add(each);
    run = [];
  }
}

/** The first item of a list ends with a full stop and follows `如下：`. */
function isItemAfterColon(lines: Block[], index: number): boolean {
  const [before, block] = [lines[index - 1], lines[index]];
  const text = textOf(block);
  return (
    isShort(block) && /。$/u.test(text) && itemKind(text) !== undefined && /[：:]$/u.test(textOf(before))
  );
}

function isShort(block: Block | undefined): block is Paragraph {
  return isParagraph(block) && block.level === undefined && textOf(block).length <= MAX_ITEM_LENGTH;
}
