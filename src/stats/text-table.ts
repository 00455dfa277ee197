import { widthOf } from '#core/text/width.ts';
import type { CountTable } from './count.ts';

const GAP = '  ';

/** Returns a table for the terminal with aligned columns, and a note if a piece counts in several rows. */
export function textTable({ title, heads, rows, total, by }: CountTable): string {
  const lines = [
    [...heads, '篇数'],
    ...rows.map(({ cells, pieces }) => [...cells, String(pieces)]),
    ['合计', ...heads.slice(1).map(() => ''), String(total)],
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))));
  const printed = lines.map((line) =>
    line.map((text, column) => aligned(text, widths?.[column] ?? 0, column === heads.length)).join(GAP),
  );
  const sum = rows.reduce((all, { pieces }) => all + pieces, 0);
  const note = sum > total ? [`${NOTES[by]}，各行相加是 ${sum}。`] : [];
  return [title, ...printed.map((line) => `  ${line}`), ...note].join('\n');
}

const NOTES: Partial<Record<CountTable['by'], string>> = {
  county: '一篇写到几个县区的，每个县区各计一篇',
  park: '一篇写到几个园区的，每个园区各计一篇',
  contributor: '一篇有几位作者的，每人各计一篇',
};

function aligned(text: string, width: number, isNumber: boolean): string {
  const blanks = ' '.repeat(width - widthOf(text));
  return isNumber ? blanks + text : text + blanks;
}
