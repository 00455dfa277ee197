import type { Element } from 'hast';
import { elementsOf } from '../hast.ts';
import { type TypstCode, array, call } from './typst-code.ts';

type Write = (element: Element) => TypstCode;

/** A table; its header is repeated on each page. */
export function dataTable(table: Element, write: Write): TypstCode {
  const parts = elementsOf(table);
  const rowsIn = (...names: string[]) =>
    parts.filter(({ tagName }) => names.includes(tagName)).flatMap(elementsOf);
  const head = rowsIn('thead');
  const body = rowsIn('tbody');
  const caption = parts.find(({ tagName }) => tagName === 'caption');
  const widths = [...head, ...body].map((row) =>
    elementsOf(row).reduce((sum, { properties: { colSpan } }) => sum + Number(colSpan ?? 1), 0),
  );
  return call('data-table', {
    columns: Math.max(1, ...widths),
    ...(caption && { caption: { code: write(caption) } }),
    head: { code: array(head.map((row) => cellsOf(row, write))) },
    body: { code: array(body.map((row) => cellsOf(row, write))) },
  });
}

function cellsOf(row: Element, write: Write): TypstCode {
  return array(
    elementsOf(row).map((cell) => {
      const { colSpan, rowSpan, dataAlign } = cell.properties;
      return call(
        'cell',
        {
          ...(dataAlign !== undefined && { at: String(dataAlign) }),
          ...(colSpan !== undefined && { colspan: Number(colSpan) }),
          ...(rowSpan !== undefined && { rowspan: Number(rowSpan) }),
        },
        write(cell),
      );
    }),
  );
}

/** A bar chart: a table of its values, with drawn bars. */
export function barChart(figure: Element, write: Write): TypstCode {
  const [table, source] = elementsOf(figure);
  const parts = table ? elementsOf(table) : [];
  const caption = parts.find(({ tagName }) => tagName === 'caption');
  const rows = parts.filter(({ tagName }) => tagName === 'tbody').flatMap(elementsOf);
  const bars = rows.map((row) => {
    const cells = elementsOf(row);
    const share = cells.find(({ properties }) => properties.dataShare !== undefined)?.properties.dataShare;
    const [name, ...values] = cells.map(write);
    return array([name ?? '[]', String(Number(share ?? 0)), ...values]);
  });
  return call('bar-chart', {
    ...(caption && { caption: { code: write(caption) } }),
    bars: { code: array(bars) },
    ...(source && { source: { code: write(source) } }),
  });
}

/** Most cells in a row of the tables in an element. */
export function widestRow(element: Element): number {
  const children = elementsOf(element);
  const own = element.tagName === 'tr' ? children.length : 0;
  return Math.max(own, ...children.map(widestRow));
}
