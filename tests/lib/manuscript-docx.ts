import { makeDocx, p, r, STYLES, table } from './docx-builder.ts';

/** A paragraph of a Word manuscript: a text, or a text with its look; or a table. Values are strings, as typed in YAML. */
export type DocxLine =
  | string
  | { table: string[][] }
  | { t: string; c?: string; r?: string; s?: string; b?: string; red?: string; head?: string };

/** A Word file of these paragraphs. In a text a line break is a soft return and a tab is a tab. */
export function docxOf(lines: DocxLine[]): Uint8Array {
  const body = lines.map((line) => {
    if (typeof line === 'string') return p(line);
    if ('table' in line) return table(line.table);
    const { t, c, r: right, s, b, red, head } = line;
    const look = [b && '<w:b/>', red && '<w:color w:val="FF0000"/>', s && `<w:sz w:val="${s}"/>`];
    const runs = t
      .split(/([\n\t])/u)
      .map((part) =>
        part === '\n'
          ? '<w:r><w:br/></w:r>'
          : part === '\t'
            ? '<w:r><w:tab/></w:r>'
            : r(part, look.filter(Boolean).join('')),
      );
    const side = c ? '<w:jc w:val="center"/>' : right ? '<w:jc w:val="right"/>' : '';
    return p(runs.join(''), `${head ? `<w:pStyle w:val="${head}"/>` : ''}${side}`);
  });
  return makeDocx({ styles: STYLES, body: body.join('') });
}
