import { Parser } from 'htmlparser2';
import { decodeAddress } from '#core/text/decode-address.ts';
import type { Urls } from '#core/url.ts';
import { escapeXml } from '../epub/xml.ts';

/** An article of the print page, with what is needed to resolve its links. */
export interface PageContext {
  /** Id of the article, `2022-09/slug`. */
  article: string;
  title: string;
  /** Ids of all articles of the page. */
  articles: ReadonlySet<string>;
  urls: Urls;
}

/** Begins an article on its finished page. */
const ARTICLE = /<article class="article"[^>]*>/u;
/** Parts of an article's own page that the print page leaves out. */
const LEFT_OUT = new Set(['to-paragraph', 'to-top', 'toc']);
/** Attributes that name ids, separated by spaces. */
const ID_LISTS = ['aria-labelledby', 'aria-describedby', 'headers'];
const HEADING = /^h[1-6]$/u;

/**
 * An article as it stands on its finished page, for a page that holds several: its headings are one level lower, its
 * ids begin with its slug and an underscore, and links to articles of the page lead to their places on it.
 * @param html the finished page
 */
export function articleOnPage(html: string, context: PageContext): string {
  const begin = ARTICLE.exec(html);
  const end = html.indexOf('</article>');
  if (!begin || end < 0) throw new Error(`The page of ${context.article} has no article`);
  return new Rewriter(html.slice(begin.index + begin[0].length, end), context).write();
}

/** The id of an article on the page, or of a place in it. */
export function placeOnPage(article: string, id = ''): string {
  const slug = article.slice(article.indexOf('/') + 1);
  // No slug has an underscore, so no two ids are equal.
  return id === '' ? slug : `${slug}_${id}`;
}

type Attributes = Record<string, string>;

class Rewriter {
  readonly #html: string;
  readonly #context: PageContext;
  #result = '';
  /** Offset up to which the source HTML has been written. */
  #at = 0;
  /** Depth of open elements inside an element that is left out, that element included. */
  #leftOut = 0;

  constructor(html: string, context: PageContext) {
    this.#html = html;
    this.#context = context;
  }

  write(): string {
    const parser = new Parser(
      {
        onopentag: (name, attributes) => this.#open(name, attributes, parser.startIndex, parser.endIndex + 1),
        onclosetag: (name, isImplied) =>
          this.#close(name, parser.startIndex, isImplied ? parser.startIndex : parser.endIndex + 1),
      },
      { lowerCaseAttributeNames: false },
    );
    parser.end(this.#html);
    return this.#result + this.#html.slice(this.#at);
  }

  #open(name: string, attributes: Attributes, from: number, to: number): void {
    if (this.#leftOut > 0) {
      this.#leftOut += 1;
      return;
    }
    const isLeftOut =
      attributes.class?.split(' ').some((each) => LEFT_OUT.has(each)) === true ||
      // The article's length.
      (name === 'span' && attributes['data-pagefind-ignore'] !== undefined);
    const written = isLeftOut ? '' : this.#tag(name, attributes, from, to);
    if (isLeftOut) this.#leftOut = 1;
    this.#result += this.#html.slice(this.#at, from) + written;
    this.#at = to;
  }

  #close(name: string, from: number, to: number): void {
    if (this.#leftOut > 0) {
      this.#leftOut -= 1;
      if (this.#leftOut === 0) this.#at = to;
    } else if (HEADING.test(name)) {
      this.#result += `${this.#html.slice(this.#at, from)}</${lower(name)}>`;
      this.#at = to;
    }
  }

  /** Whether a link leads to another site and its text is not the address: then the printed page adds the address. */
  #hidesAddress({ href = '' }: Attributes, to: number): boolean {
    if (!/^https?:/iu.test(href)) return false;
    const text = this.#html.slice(to, this.#html.indexOf('</a>', to)).replace(/<[^>]*>|amp;|#x26;/gu, '');
    return decodeAddress(href).replace(/^https?:\/\/|\/$/giu, '') !== text.replace(/^https?:\/\/|\/$/giu, '');
  }

  #tag(name: string, attributes: Attributes, from: number, to: number): string {
    const tag = this.#html.slice(from, to);
    const changed = this.#attributes(name, attributes);
    if (name === 'a' && this.#hidesAddress(attributes, to)) changed.class = 'with-address';
    const isSame = !HEADING.test(name) && JSON.stringify(changed) === JSON.stringify(attributes);
    if (isSame) return tag;
    const written = Object.entries(changed).map(([key, value]) =>
      value === '' && key !== 'alt' ? ` ${key}` : ` ${key}="${escapeXml(value)}"`,
    );
    return `<${lower(name)}${written.join('')}${tag.endsWith('/>') ? ' /' : ''}>`;
  }

  #attributes(name: string, attributes: Attributes): Attributes {
    const { article, title } = this.#context;
    const changed: Attributes = {};
    for (const [key, value] of Object.entries(attributes)) {
      // Printing needs all pictures loaded, and the search index must not contain these texts.
      if (key.startsWith('data-') || key === 'loading' || key === 'fetchpriority') continue;
      if (key === 'aria-label' && attributes.role === 'region') {
        // Landmarks need distinct names, because other articles of the page have tables too.
        changed[key] = `《${title}》${value}`;
      } else if (key === 'id') changed[key] = placeOnPage(article, value);
      else if (ID_LISTS.includes(key)) {
        changed[key] = value
          .split(' ')
          .map((id) => placeOnPage(article, id))
          .join(' ');
      } else changed[key] = key === 'href' && name === 'a' ? this.#href(value) : value;
    }
    return changed;
  }

  #href(href: string): string {
    const { article, articles, urls } = this.#context;
    const [path = '', fragment] = href.split('#');
    if (path === '') return `#${placeOnPage(article, fragment)}`;
    const folder = urls.archive();
    const id = path.startsWith(folder) ? path.slice(folder.length).replace(/\/$/u, '') : '';
    return articles.has(id) ? `#${placeOnPage(id, fragment)}` : href;
  }
}

function lower(name: string): string {
  return HEADING.test(name) ? `h${Math.min(6, Number(name[1]) + 1)}` : name;
}
