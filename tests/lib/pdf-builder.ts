/** A page of a PDF file made for a test: operators of its content, or lines of text. */
export interface MadePage {
  /** Text with its place from the lower left corner and its size, in points. */
  texts?: { text: string; x: number; y: number; size?: number }[];
  /** Further operators (PDF 32000-1, annex A). */
  operators?: string;
  /** Entries of the page's dictionary. */
  entries?: string;
  /** Objects that the page's resources name as XObject `/X0`, `/X1`. */
  objects?: string[];
}

/**
 * Makes a PDF file. Its only font is one that viewers bring along, in an encoding that is named and not included
 * (UniGB-UTF16-H), as in files of old Chinese programs.
 * @param catalog entries of the document's catalog; `extra` objects have the numbers from 4 on
 */
export function makePdf(pages: MadePage[], catalog = '', extra: string[] = []): Uint8Array {
  const objects: string[] = [];
  const add = (text: string) => objects.push(text) + 3;
  for (const text of extra) add(text);
  const kids = pages.map(({ texts = [], operators = '', entries = '', objects: own = [] }) => {
    const content = [
      ...texts.map(
        ({ text, x, y, size = 10 }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`,
      ),
      operators,
    ].join('\n');
    const named = own.map((text, index) => `/X${index} ${add(text)} 0 R`).join(' ');
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 500] /Contents ${stream} 0 R
/Resources << /Font << /F 3 0 R >> /XObject << ${named} >> >> ${entries} >>`,
    );
  });
  const font =
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>] >>';
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((number) => `${number} 0 R`).join(' ')}] >>`,
    font,
    ...objects,
  ];
  let file = '%PDF-1.7\n';
  const offsets = all.map((text, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${text}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${all.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

function hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

/** Lines of a column, from its top. */
export function columnAt(x: number, y: number, lines: string[], size = 10): NonNullable<MadePage['texts']> {
  return lines.map((text, index) => ({ text, x, y: y - index * size * 1.6, size }));
}
