import { strToU8, type Zippable, zipSync } from 'fflate';
import sharp from 'sharp';

/** The content of a generated Word file; each part is the XML inside its root. */
export interface DocxParts {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  headers?: string[];
  footers?: string[];
  /** Files in `word/media/` by name; `media-<number>` is the id of their relationship, from 1. */
  media?: Record<string, Uint8Array>;
  /** External addresses by the id of their relationship. */
  external?: Record<string, string>;
  /** Other entries by name; they replace entries of the same name, and undefined removes one. */
  entries?: Record<string, string | Uint8Array | undefined>;
  /** Path of the document's part inside the zip. */
  document?: string;
  /** Namespaces of strict OOXML. */
  strict?: boolean;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PLAIN = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';

/** Builds a Word file; the same content gives the same bytes. */
export function makeDocx(parts: DocxParts): Uint8Array {
  const { document = 'word/document.xml', strict = false, entries = {} } = parts;
  const at = document.lastIndexOf('/') + 1;
  const folder = document.slice(0, at);
  const base = strict ? STRICT : PLAIN;
  const types = strict ? `${base}officeDocument/relationships` : `${base}officeDocument/2006/relationships`;
  const word = strict ? `${base}wordprocessingml/main` : `${base}wordprocessingml/2006/main`;
  const names = `xmlns:w="${word}" xmlns:r="${types}" xmlns:m="${base}officeDocument/2006/math" xmlns:mc="${PLAIN}markup-compatibility/2006" xmlns:wp="${base}drawingml/2006/wordprocessingDrawing" xmlns:a="${base}drawingml/2006/main" xmlns:pic="${base}drawingml/2006/picture" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:c="${base}drawingml/2006/chart" xmlns:dgm="${base}drawingml/2006/diagram"`;
  const root = (name: string, inner: string) => `${HEAD}<w:${name} ${names}>${inner}</w:${name}>`;
  const relations: string[] = [];
  const relate = (id: string, type: string, target: string, outside = false) =>
    relations.push(
      `<Relationship Id="${id}" Type="${types}/${type}" Target="${escapeXml(target)}"${outside ? ' TargetMode="External"' : ''}/>`,
    );
  const files: Record<string, string | Uint8Array | undefined> = {};
  const part = (type: string, name: string, rootName: string, inner: string | undefined) => {
    if (inner === undefined) return;
    files[`${folder}${name}.xml`] = root(rootName, inner);
    relate(`part-${name}`, type, `${name}.xml`);
  };
  part('styles', 'styles', 'styles', parts.styles);
  part('numbering', 'numbering', 'numbering', parts.numbering);
  part('footnotes', 'footnotes', 'footnotes', parts.footnotes);
  part('endnotes', 'endnotes', 'endnotes', parts.endnotes);
  part('comments', 'comments', 'comments', parts.comments);
  for (const [index, inner] of (parts.headers ?? []).entries())
    part('header', `header${index + 1}`, 'hdr', inner);
  for (const [index, inner] of (parts.footers ?? []).entries())
    part('footer', `footer${index + 1}`, 'ftr', inner);
  Object.entries(parts.media ?? {}).forEach(([name, bytes], index) => {
    files[`${folder}media/${name}`] = bytes;
    relate(`media-${index + 1}`, 'image', `media/${name}`);
  });
  for (const [id, target] of Object.entries(parts.external ?? {})) {
    relate(id, id.startsWith('image') ? 'image' : 'hyperlink', target, true);
  }
  const relationships = (inner: string) =>
    `${HEAD}<Relationships xmlns="${PLAIN}package/2006/relationships">${inner}</Relationships>`;
  const all: typeof files = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PLAIN}package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/${document}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relationships(
      `<Relationship Id="rId1" Type="${types}/officeDocument" Target="${document}"/>`,
    ),
    [document]: root('document', `<w:body>${parts.body}<w:sectPr/></w:body>`),
    [`${folder}_rels/${document.slice(at)}.rels`]: relationships(relations.join('')),
    ...files,
    ...entries,
  };
  return makeZip(all);
}

/** Builds a zip of files by name; files that are undefined are left out. */
export function makeZip(files: Record<string, string | Uint8Array | undefined>): Uint8Array {
  const zippable: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    if (content !== undefined) zippable[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(zippable, { mtime: '2022-10-01T00:00:00' });
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A run: `r('文字', '<w:b/>')`. */
export function r(text: string, properties = ''): string {
  const look = properties && `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${look}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** A paragraph of runs, or of plain text if it contains no markup. */
export function p(content: string, properties = ''): string {
  const inner = content === '' || content.startsWith('<') ? content : r(content);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
}

export function style(id: string, name: string, inner = '', type = 'paragraph'): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;
}

/** Properties of a list paragraph. */
export function numbered(number: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`;
}

/** A list with its levels as `[format, text]`. */
export function list(id: number, levels: [format: string, text: string, more?: string][]): string {
  const inner = levels.map(
    ([format, text, more = ''], index) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${inner.join('')}</w:abstractNum>`;
}

export function num(id: number, abstract: number, more = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
}

/** A picture in a run. */
export function picture(relation: string, alt = '', attribute = 'r:embed'): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${escapeXml(alt)}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${attribute}="${relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** A text box as Word writes it: once for current programs, and again as a fallback for older ones. */
export function textBox(paragraphs: string): string {
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="2" name="文本框 2"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraphs}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
}

/** A field made of its three `fldChar` marks. */
export function field(code: string, result: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${escapeXml(code)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
}

/** A table of rows of cells; a cell is XML, with its properties before it as in `<w:tcPr/>`. */
export function table(rows: string[][]): string {
  const cell = (inner: string) => `<w:tc>${inner.startsWith('<') ? inner : p(inner)}</w:tc>`;
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export async function png(): Promise<Uint8Array> {
  return sharp({ create: { width: 12, height: 8, channels: 3, background: '#2a6' } })
    .png()
    .toBuffer();
}

/** Styles as Word and WPS define them, and some custom ones. */
export const STYLES = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
  style(
    '1',
    'heading 1',
    '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr>',
  ),
  style('2', '标题 2', '<w:basedOn w:val="a"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'),
  style('own', '我的小标题', '<w:basedOn w:val="2"/><w:pPr><w:jc w:val="center"/></w:pPr>'),
  style(
    'title',
    'Title',
    '<w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="44"/></w:rPr>',
  ),
  style('lead', '导语', '<w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr>'),
  style('toc1', 'toc 1', '<w:basedOn w:val="a"/>'),
  style('toch', 'TOC Heading', '<w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
  style('strong', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character'),
  style('secret', '暗', '<w:rPr><w:vanish/></w:rPr>', 'character'),
].join('');
