import { Parser } from 'htmlparser2';
import type { CataloguedArticle } from './build-catalogue.ts';
import { BOUNDARY, fold, printedOf } from '../shared/fold.ts';
import { TITLE_LENGTH } from '../shared/positions.ts';
import { KEPT_CLASS } from '#core/text/kept-marks.ts';

/** Elements after whose end a phrase never continues. */
const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 li td th dt dd caption figcaption blockquote pre header table figure'.split(' '),
);
/** Elements that interrupt the text they stand in, such as a list inside an item. So does a span: a credit, a name. */
const INTERRUPTING = new Set(['ul', 'ol', 'table', 'blockquote', 'pre', 'figure']);

export interface IndexedArticle extends CataloguedArticle {
  /** The words of the text, see `fold`. The title first, padded to `TITLE_LENGTH`; a boundary after each block. */
  words: string[];
  /** The text as printed, a boundary after the title and after each block. */
  printed: string;
  /** Further values that a result shows: title, kicker, column, issue, day. */
  meta: Record<string, string>;
  /** Ids of headings and of parts below the article, each with the place in `printed` where it begins; empty for none. */
  anchors: { id: string; location: number }[];
}

/**
 * Reads the indexed content of an article from its built page: everything that readers see in the article
 * (kicker, title, names, notes, body, captions, tables with the values of charts, footnotes), the corrections
 * below it, and the summary that lists show. Not indexed are its date and length, lists of links, and the facts
 * below it, for which there are filters.
 * @throws if the page contains no article, or the article has no `<h1>`
 */
export function indexHtml(page: string): IndexedArticle {
  const reader = new PageReader();
  const parser = new Parser({
    // Implied tags are not on the page: the parser inserts them for invalid nesting.
    onopentag: (name, attributes, implied) => {
      if (!implied) reader.open(name, attributes);
    },
    ontext: (text) => reader.text(text),
    onclosetag: (name, implied) => {
      if (!implied) reader.close(name);
      if (reader.isComplete) parser.pause();
    },
  });
  parser.write(page);
  return reader.article();
}

/** Collects what is indexed while a page is parsed. */
class PageReader {
  readonly #meta: Record<string, string> = {};
  readonly #filters: [name: string, value: string][] = [];
  #date: string | undefined;
  #summary = '';
  #state: 'before' | 'title' | 'body' | 'after' | 'part' | 'done' = 'before';
  #title: string | undefined;
  readonly #words: string[] = [];
  #printed = '';
  /** Locations count from the beginning of the body. */
  readonly #anchors: IndexedArticle['anchors'] = [];
  /** Text since the last boundary or heading. */
  #run = '';
  /** The element that is being skipped, and how many of its name are open. */
  #skipped = { name: '', depth: 0 };

  /** Whether the whole article and the parts below it have been read; `<meta>` elements stand before it. */
  get isComplete(): boolean {
    return this.#state === 'done';
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'meta') this.#addMeta(attributes);
    else if (this.#skipped.depth > 0) {
      if (name === this.#skipped.name) this.#skipped.depth += 1;
    } else if (this.#state === 'before') {
      if (name === 'article' && attributes.class === 'article' && 'data-pagefind-body' in attributes)
        this.#state = 'body';
    } else if (this.#state === 'after') {
      if (!('data-search-part' in attributes)) return;
      this.#state = 'part';
      this.#anchors.push({ id: attributes.id ?? '', location: this.#printed.length });
    } else if (this.#state === 'body' || this.#state === 'part') this.#openInBody(name, attributes);
  }

  text(text: string): void {
    if (this.#skipped.depth > 0) return;
    if (this.#state === 'title') this.#title += text;
    else if (this.#state === 'body' || this.#state === 'part') this.#run += text;
  }

  close(name: string): void {
    if (this.#skipped.depth > 0) {
      if (name === this.#skipped.name) this.#skipped.depth -= 1;
    } else if (this.#state === 'title') {
      if (name === 'h1') this.#state = 'body';
    } else if (this.#state === 'body' || this.#state === 'part') {
      const ends = name === (this.#state === 'body' ? 'article' : 'section');
      if (!ends && !BLOCKS.has(name)) return;
      this.#endRun();
      if (ends) this.#state = 'after';
      else this.#addBoundary();
    } else if (this.#state === 'after' && name === 'footer') this.#state = 'done';
  }

  article(): IndexedArticle {
    const isRead = this.#state === 'after' || this.#state === 'done';
    if (!isRead || this.#title === undefined) throw new Error('The page contains no article');
    this.#addSummary();
    const title = [...fold(this.#title)];
    const padding = Array<string>(Math.max(1, TITLE_LENGTH - title.length)).fill(BOUNDARY);
    const before = `${printedOf(this.#title)}${BOUNDARY}`;
    return {
      words: title.concat(padding, this.#words),
      printed: before + this.#printed,
      meta: this.#meta,
      anchors: this.#anchors.map(({ id, location }) => ({ id, location: location + before.length })),
      date: this.#date ?? '',
      filters: this.#filters,
    };
  }

  #addMeta({ name = '', content = '', ...attributes }: Record<string, string>): void {
    // `title[content]`: Pagefind's notation for a value that stands in the attribute `content`.
    const field = attributes['data-pagefind-meta']?.replace('[content]', '');
    if (field !== undefined) this.#meta[field] = content;
    if (name === 'description') this.#summary = content;
    if ('data-search-date' in attributes) this.#date ??= content;
    if ('data-search-filter' in attributes) this.#filters.push([name, content]);
  }

  /** Cards and lists show the summary: an editor may have written one that the article does not contain. */
  #addSummary(): void {
    const folded = fold(this.#summary.replace(/…+$/u, ''));
    if (folded === '' || `${fold(this.#title ?? '')}${BOUNDARY}${this.#words.join('')}`.includes(folded))
      return;
    // Stands in no section of the page.
    this.#anchors.push({ id: '', location: this.#printed.length });
    this.#run = this.#summary;
    this.#endRun();
    this.#addBoundary();
  }

  #openInBody(name: string, attributes: Record<string, string>): void {
    if (isSkipped(name, attributes)) {
      this.#skipped = { name, depth: 1 };
      return;
    }
    if (name === 'h1' && this.#title === undefined) {
      this.#state = 'title';
      this.#title = '';
      return;
    }
    const id = /^h[2-6]$/u.test(name) ? attributes.id : undefined;
    const interrupts = INTERRUPTING.has(name) || (name === 'span' && attributes.class !== KEPT_CLASS);
    if (id === undefined && !interrupts) return;
    this.#endRun();
    if (id !== undefined) this.#anchors.push({ id, location: this.#printed.length });
    if (interrupts) this.#addBoundary();
  }

  #endRun(): void {
    for (const word of fold(this.#run)) this.#words.push(word);
    this.#printed += printedOf(this.#run);
    this.#run = '';
  }

  #addBoundary(): void {
    this.#words.push(BOUNDARY);
    this.#printed += BOUNDARY;
  }
}

/** Whether an element is on the page but not part of the text: footnote marks, drawings, ignored elements. */
function isSkipped(name: string, attributes: Record<string, string>): boolean {
  if (name === 'sup' || name === 'svg') return true;
  if (name === 'a') return 'data-footnote-backref' in attributes;
  return ['p', 'time', 'span', 'nav'].includes(name) && 'data-pagefind-ignore' in attributes;
}
