import type { Block, Manuscript, Span } from '../../src/import/manuscript.ts';
import { readDocx } from '../../src/import/readers/docx/read-docx.ts';
import { makeDocx } from './docx-builder.ts';

/** A manuscript as readable lines, with all its properties. */
export function summaryOf({ blocks, notes, nonBodyText, pictures, warnings }: Manuscript) {
  return {
    blocks: blocks.map(summaryOfBlock),
    ...(notes.size > 0 && {
      notes: [...notes].map(([id, paragraphs]) => `${id}｜${paragraphs.map(summaryOfSpans).join('／')}`),
    }),
    ...(nonBodyText.length > 0 && { nonBodyText: nonBodyText.map((span) => summaryOfSpans([span])) }),
    ...(pictures.size > 0 && { pictures: [...pictures.keys()] }),
    ...(warnings.length > 0 && {
      warnings: warnings.map(({ code, line = '', quote = '' }) => `${code} ${line}：${quote}`),
    }),
  };
}

function summaryOfBlock(block: Block): string {
  if (block.type === 'picture') return `${block.line} 图 ${block.name}｜${block.alt}`;
  if (block.type === 'table') {
    const cells = (row: Span[][][]) => row.map((cell) => cell.map(summaryOfSpans).join('／')).join('｜');
    return `${block.line} 表 ${block.rows.map(cells).join('∥')}`;
  }
  const { line, level, gap, centered, size, item, spans } = block;
  const properties = [
    line,
    level && `标题${level}`,
    gap && `空${gap}`,
    centered && '居中',
    size && `${size}磅`,
    item && `${item.ordered ? '编号' : '圆点'}${item.depth}`,
  ].filter(Boolean);
  return `${properties.join(' ')}｜${summaryOfSpans(spans)}`;
}

function summaryOfSpans(spans: Span[]): string {
  return spans
    .map(({ text, strong, emphasis, strike, link, note, dropped, added, was }) => {
      let out = text.replaceAll('\n', '⏎');
      if (strong) out = `**${out}**`;
      if (emphasis) out = `_${out}_`;
      if (strike) out = `~~${out}~~`;
      if (link !== undefined) out = `[${out}](${link})`;
      if (note !== undefined) out = `[^${note}]`;
      if (added !== undefined) out = `{+${out} ${added}}`;
      if (dropped !== undefined) out = `{-${out} ${dropped}}`;
      return was === undefined ? out : `{${was}→${out}}`;
    })
    .join('');
}

export async function summaryOfBody(body: string, more: Omit<Parameters<typeof makeDocx>[0], 'body'> = {}) {
  return summaryOf(await readDocx(makeDocx({ body, ...more })));
}
