import type { CountTable } from './count.ts';

/** A spreadsheet takes a cell that begins so for a formula, and would run it. */
const FORMULA = /^[=+\-@\t\r]/u;

/**
 * A table as CSV (RFC 4180): CRLF line ends, UTF-8 with BOM, without which Excel on a Chinese Windows
 * reads GBK. Texts that a spreadsheet would run get a `'` before them (OWASP, CSV injection).
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
