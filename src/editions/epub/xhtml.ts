import type { Element, ElementContent, Nodes } from 'hast';
import { OUTPUTS } from '../differences.ts';
import { EditionError } from '../edition-error.ts';
import { classesOf, elementsOf } from '../hast.ts';
import { escapeXml, xml } from './xml.ts';

/** Context of an article's XHTML besides its tree. */
export interface XhtmlContext {
  /** Id of the article, for messages. */
  article: string;
  /** The file of a picture, by its hash. */
  pictureFile(hash: string): string;
  /** Where a link leads in the EPUB; undefined if it would lead nowhere. */
  hrefOf(link: Element): string | undefined;
  /** The id of an element in the EPUB; undefined if nothing leads there. */
  idOf(id: string): string | undefined;
}

/** Elements that are the same in XHTML. */
const SAME = new Set(
  'p h2 h3 h4 h5 h6 ul ol li blockquote pre em strong del sub sup code span caption thead tbody tr th td figcaption div'.split(
    ' ',
  ),
);
const VOID = new Set(['br', 'hr']);

/** An article tree as XHTML. */
export function toXhtml(tree: Nodes, context: XhtmlContext): string {
  if (tree.type === 'text') return escapeXml(tree.value);
  if (tree.type === 'root') return all(tree.children as ElementContent[], context);
  if (tree.type !== 'element') throw new EditionError(context.article, tree.type);
  return elementOf(tree, context);
}

function all(nodes: readonly ElementContent[], context: XhtmlContext): string {
  return nodes.map((node) => toXhtml(node, context)).join('');
}

function elementOf(node: Element, context: XhtmlContext): string {
  const { tagName, properties } = node;
  const classes = classesOf(node);
  const inside = () => all(node.children, context);
  if (properties.dataNoteRef !== undefined) return noteMark(node);
  if (tagName === 'section' && classes.includes('notes')) return notes(node, context);
  if (tagName === 'table') return xml('table', isWide(node) ? { class: 'wide' } : {}, inside());
  if (tagName === 'figure') return xml('figure', { class: classes.join(' ') }, inside());
  if (tagName === 'img') return image(node, context);
  if (tagName === 'a') {
    const href = context.hrefOf(node);
    return href === undefined ? inside() : xml('a', { href }, inside());
  }
  if (tagName === 'td' && properties.dataShare !== undefined) return bar(node) + xml('td', {}, inside());
  if (VOID.has(tagName)) return xml(tagName, {});
  if (!SAME.has(tagName)) throw new EditionError(context.article, `<${tagName}>`);
  // A space replaces the style that separates dateline and credit from the text on the web page.
  return xml(tagName, attributesOf(node, context), inside());
}

function attributesOf(node: Element, { idOf }: XhtmlContext): Record<string, string | undefined> {
  const { id, start, scope, colSpan, rowSpan, dataAlign } = node.properties;
  const classes = [...classesOf(node), ...(dataAlign === undefined ? [] : [`align-${String(dataAlign)}`])];
  const text = (value: unknown) => (value === undefined || value === null ? undefined : String(value));
  return {
    id: id === undefined ? undefined : idOf(String(id)),
    class: classes.join(' ') || undefined,
    start: text(start),
    scope: text(scope),
    colspan: text(colSpan),
    rowspan: text(rowSpan),
  };
}

function image({ properties: { dataPicture, alt, width, height } }: Element, context: XhtmlContext): string {
  return xml('img', {
    src: context.pictureFile(String(dataPicture)),
    alt: String(alt),
    // Original size, for the aspect ratio; the file may have fewer pixels.
    ...(Number(width) < Number(height) && { class: 'portrait' }),
  });
}

function noteMark({ properties: { id, dataNoteRef } }: Element): string {
  const mark = xml(
    'a',
    { 'epub:type': 'noteref', role: 'doc-noteref', href: `#note-fn-${String(dataNoteRef)}` },
    escapeXml(String(dataNoteRef)),
  );
  return xml('sup', { id: String(id) }, mark);
}

/** Each note begins with its number, which leads back to its mark; further marks of it get their own way back. */
function notes(section: Element, context: XhtmlContext): string {
  const [title, list] = elementsOf(section);
  const items = elementsOf(list ?? section).map((item) => {
    const { dataNote, dataReferences } = item.properties;
    const number = String(dataNote);
    const references = (dataReferences as string[] | undefined) ?? [];
    const back = references.map((reference, index) =>
      xml(
        'a',
        {
          class: 'number',
          role: 'doc-backlink',
          href: `#${reference}`,
          'aria-label': `回到正文注${number}${index > 0 ? `第${index + 1}处` : ''}`,
        },
        index === 0 ? number : `↩${index + 1}`,
      ),
    );
    const { children } = item;
    // Readers show a note as a whole in a window: its number belongs to its first paragraph.
    const [first, ...rest] = children;
    const begins =
      first?.type === 'element' && first.tagName === 'p'
        ? xml('p', {}, [...back, ' ', all(first.children, context)]) + all(rest, context)
        : xml('p', {}, back) + all(children, context);
    return xml('aside', { id: `note-fn-${number}`, 'epub:type': 'footnote', role: 'doc-footnote' }, begins);
  });
  return xml('section', { class: 'notes', 'epub:type': 'footnotes' }, [
    title ? xml('h2', {}, all(title.children, context)) : '',
    ...items,
  ]);
}

/** The bar of a chart before its value; a screen reader has the value alone. */
function bar({ properties: { dataShare } }: Element): string {
  const box = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: '0 0 100 10',
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  };
  const drawn = xml('rect', { width: String(dataShare), height: 10 });
  return xml('td', { class: 'bar' }, xml('svg', box, drawn));
}

function isWide(table: Element): boolean {
  const rows = elementsOf(table).flatMap((part) => (part.tagName === 'tr' ? [part] : elementsOf(part)));
  return rows.some((row) => elementsOf(row).length >= OUTPUTS.epub.wideTable);
}
