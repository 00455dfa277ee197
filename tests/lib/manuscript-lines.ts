import {
  type Block,
  withoutWhitespace,
  type Manuscript,
  originalOf,
  type Span,
  spansOf,
} from '../../src/import/manuscript.ts';

/** Blocks as readable lines that show all their properties. */
export function linesOf(blocks: Block[]): string[] {
  return blocks.map((block) => {
    if (block.type === 'picture') return `${block.line} 图 ${block.name}｜${block.alt}`;
    if (block.type === 'table') {
      const rows = block.rows.map((row) => row.map((cell) => cell.map(wordsOf).join('／')).join('|'));
      return `${block.line} 表 ${rows.join(' || ')}`;
    }
    const { line, gap, level, item, quoted, centered, spans } = block;
    const signs = [
      gap && `+${gap}`,
      level && '#'.repeat(level),
      item && `${'  '.repeat(item.depth - 1)}${item.ordered ? `${item.number}.` : '-'}`,
      quoted && '>',
      centered && '居中',
    ].filter((sign) => sign !== undefined && sign !== 0);
    return [line, ...signs, wordsOf(spans)].join(' ');
  });
}

/** Spans as one line: ⟦left out：…⟧ ⟨field：…⟩ written←read text→address. */
export function wordsOf(spans: Span[]): string {
  return spans
    .map(({ text, was, link, note, strong, emphasis, strike, dropped, movedTo, added }) => {
      let words = note === undefined ? text.replaceAll('\n', '↵') : `[^${note}]`;
      if (was !== undefined) words += `←${was.replaceAll('\n', '↵')}`;
      if (strong) words = `**${words}**`;
      if (emphasis) words = `_${words}_`;
      if (strike) words = `~~${words}~~`;
      if (link !== undefined) words += `→${link}`;
      if (movedTo !== undefined) words = `⟨${movedTo}：${words}⟩`;
      if (added !== undefined) words = `⟨+${added}：${words}⟩`;
      return dropped === undefined ? words : `⟦${dropped}：${words}⟧`;
    })
    .join('');
}

/** Everything that a reader took from its input, in the order of the conservation check. */
export function allText({ blocks, notes, nonBodyText }: Manuscript): string {
  return [...blocks.flatMap(spansOf), ...[...notes.values()].flat(2), ...nonBodyText]
    .map(originalOf)
    .join('');
}

export function canonText(manuscript: Manuscript): string {
  return withoutWhitespace(allText(manuscript));
}
