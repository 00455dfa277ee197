import type { Element, ElementContent } from 'hast';
import { decodeAddress } from '#core/text/decode-address.ts';
import { OUTPUTS } from '../differences.ts';
import { EditionError } from '../edition-error.ts';
import { classesOf, element, elementsOf, rawText } from '../hast.ts';
import type { ArticleDocument, BylinePart } from '../issue-document.ts';
import { htmlOf } from './html.ts';
import { ELEMENTS, PARTS } from './style.ts';

/** A picture of a text. */
export interface NumberedPicture {
  /** Name of its file, without the extension: `01`. */
  name: string;
  /** See `ArticleDocument.pictures`. */
  hash: string;
  alt: string;
}

export interface WechatText {
  /** What is pasted into WeChat's editor, or sent to its interface. */
  html: string;
  /** The pictures in the order in which they first occur. */
  pictures: NumberedPicture[];
}

/**
 * Writes an article for WeChat: every element has its literal style, pictures are numbered placeholders, links are
 * notes. The title is not in it: WeChat has a field of its own for that.
 * @throws EditionError at an element that is not known
 */
export function wechatText(document: ArticleDocument): WechatText {
  const writer = new Writer(document);
  const { kicker, subtitle, notes, cover, body, corrections, facts } = document;
  const content = [
    ...(kicker ? [paragraph(PARTS.kicker, kicker)] : []),
    ...(subtitle ? [paragraph(PARTS.subtitle, subtitle)] : []),
    part('p', PARTS.byline, writer.byline(document)),
    ...notes.map((note) => part('p', PARTS.note, writer.all(note.children))),
    ...writer.all(cover ? [cover] : []),
    ...writer.all(body.children as ElementContent[]),
    ...(corrections.length > 0 ? [heading('更正')] : []),
    ...corrections.map(({ date, text }) => paragraph(PARTS.notes, `${date}　${text}`)),
  ];
  const links = writer.links.map(([shown, address], index) =>
    paragraph(PARTS.notes, `${linkMark(index + 1)} ${shown}：${address}`),
  );
  const last = [
    ...(links.length > 0 ? [heading('文中的链接'), ...links] : []),
    ...facts.map(({ label, text }) => paragraph(PARTS.notes, `${label}：${text}`)),
  ];
  const { pictures } = writer;
  return { html: htmlOf(part('section', PARTS.text, [...content, ...last])), pictures };
}

class Writer {
  /** Text and address of each link that became a note. */
  readonly links: [shown: string, address: string][] = [];
  readonly #document: ArticleDocument;
  readonly #pictures = new Map<string, NumberedPicture>();

  constructor(document: ArticleDocument) {
    this.#document = document;
  }

  get pictures(): NumberedPicture[] {
    return [...this.#pictures.values()];
  }

  byline({ byline, date }: ArticleDocument): ElementContent[] {
    const parts = byline.flatMap((each) => [...this.#bylinePart(each), text('　')]);
    return [...parts, text(date)];
  }

  all(nodes: readonly ElementContent[]): ElementContent[] {
    return nodes.flatMap((node) => this.#node(node));
  }

  #node(node: ElementContent): ElementContent[] {
    if (node.type === 'text') return [node];
    if (node.type !== 'element') throw this.#unknown(node.type);
    const { tagName, properties } = node;
    const classes = classesOf(node);
    if (tagName === 'a') return this.#link(node);
    if (tagName === 'img') return [this.#placeholder(node)];
    if (properties.dataNoteRef !== undefined) return [mark(`[${properties.dataNoteRef}]`)];
    if (tagName === 'section' && classes.includes('notes')) return this.#notes(node);
    if (tagName === 'div' && classes.includes('pictures')) return this.all(node.children);
    if (tagName === 'span' && classes.includes('dateline')) return [...this.all(node.children), text('　')];
    if (tagName === 'span' && classes.includes('credit')) {
      return [part('span', PARTS.credit, this.all(node.children))];
    }
    const [name, style] = ELEMENTS[tagName] ?? [];
    if (name === undefined) throw this.#unknown(`<${[tagName, ...classes].join(' .')}>`);
    const align = properties.dataAlign === undefined ? '' : `;text-align:${properties.dataAlign}`;
    const { colSpan, rowSpan, start } = properties;
    const written = element(
      name,
      {
        ...(style !== undefined && { style: style + align }),
        ...(colSpan !== undefined && { colSpan }),
        ...(rowSpan !== undefined && { rowSpan }),
        ...(start !== undefined && { start }),
      },
      this.all(node.children),
    );
    return [tagName === 'table' ? framed(written) : written];
  }

  /**
   * WeChat removes links to other sites: the address becomes a note at the end, unless the link's text is the
   * address.
   */
  #link(node: Element): ElementContent[] {
    const shown = this.all(node.children);
    return [...shown, ...this.#linkMark(rawText(node).trim(), String(node.properties.href ?? ''))];
  }

  #linkMark(shown: string, href: string): ElementContent[] {
    const isAddress = /^(?:https?|mailto):/u.test(href);
    if (
      !isAddress ||
      shown === '' ||
      decodeAddress(href)
        .replace(/^mailto:/u, '')
        .includes(shown)
    )
      return [];
    const same = this.links.findIndex(([text, address]) => text === shown && address === href);
    const number = same < 0 ? this.links.push([shown, href]) : same + 1;
    return [mark(linkMark(number))];
  }

  #bylinePart({ role, text: shown, url }: BylinePart): ElementContent[] {
    return [text(role ? `${role}　${shown}` : shown), ...(url ? this.#linkMark(shown, url) : [])];
  }

  #placeholder({ properties }: Element): Element {
    const hash = String(properties.dataPicture);
    if (!this.#document.pictures.has(hash)) throw this.#unknown(`<img ${hash}>`);
    const name = String(this.#pictures.size + 1).padStart(2, '0');
    const picture = this.#pictures.get(hash) ?? { name, hash, alt: String(properties.alt ?? '') };
    this.#pictures.set(hash, picture);
    return paragraph(PARTS.picture, placeholder(picture.name));
  }

  #notes(section: Element): ElementContent[] {
    return elementsOf(section).flatMap((child) => {
      if (child.tagName === 'h2') return [part('h3', PARTS.heading, this.all(child.children))];
      return elementsOf(child).flatMap((note) => {
        const [first, ...others] = this.all(note.children);
        const number = text(`[${note.properties.dataNote}] `);
        if (first?.type === 'element' && first.tagName === 'p') {
          return [part('p', PARTS.notes, [number, ...first.children]), ...others];
        }
        return [part('p', PARTS.notes, [number]), ...(first ? [first] : []), ...others];
      });
    });
  }

  #unknown(what: string): EditionError {
    return new EditionError(this.#document.article.id, what);
  }
}

/** Placeholder of a picture, which the editor replaces with the picture in WeChat. */
export const placeholder = (name: string): string => `【在这里插入图片 ${name}】`;
const linkMark = (number: number): string => `[链${number}]`;

/**
 * A table that is wider than a phone scrolls sideways inside its frame; otherwise its columns would be one
 * character wide.
 */
function framed(table: Element): Element {
  const columns = columnsOf(table);
  if (columns < OUTPUTS.wechat.wideTable) return table;
  const style = `${String(table.properties.style)};min-width:${columns * EM_PER_COLUMN}em`;
  return part('section', PARTS.wide, [element('table', { style }, table.children)]);
}

/** Width in em of a column of a table that does not fit on a phone. */
const EM_PER_COLUMN = 6;

function columnsOf(node: Element): number {
  if (node.tagName === 'tr') return elementsOf(node).length;
  return Math.max(0, ...elementsOf(node).map(columnsOf));
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function mark(value: string): Element {
  return element('sup', {}, [text(value)]);
}

function part(name: string, style: string, children: ElementContent[]): Element {
  return element(name, { style }, children);
}

const paragraph = (style: string, value: string) => part('p', style, [text(value)]);
const heading = (value: string) => part('h3', PARTS.heading, [text(value)]);
