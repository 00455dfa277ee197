import type { CountTable } from './count.ts';

/** First characters of a cell that a spreadsheet evaluates as a formula. */
const FORMULA = /^[=+\-@\t\r]/u;

/**
 * Returns a table as CSV (RFC 4180): CRLF line ends, and a UTF-8 BOM, since Excel on Chinese Windows assumes
 * GBK without one. Texts that a spreadsheet would evaluate get the prefix `'` (OWASP, CSV injection).
 */
export function csvOf({ heads, rows, total }: CountTable): string {
  const lines = [
    [...heads, '篇数'],
    ...rows.map(({ cells, pieces }) => [...cells, pieces]),
    [...heads.map((_, index) => (index === 0 ? '合计（每篇计一次）' : '')), total],
  ];
  return `\uFEFF${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
