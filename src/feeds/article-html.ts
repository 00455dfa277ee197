import { Parser } from 'htmlparser2';

/** Elements of a text, each with the attributes that a feed keeps. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt', 'width', 'height'],
  ol: ['start'],
  th: ['colspan', 'rowspan', 'scope'],
  td: ['colspan', 'rowspan'],
  time: ['datetime'],
  ...Object.fromEntries(
    (
      'p h2 h3 h4 h5 h6 ul li dl dt dd blockquote pre code em strong del sub sup br hr figure figcaption ' +
      'table caption thead tbody tfoot tr'
    )
      .split(' ')
      .map((name) => [name, []]),
  ),
};
/** Elements that are left out with everything in them; of all others only the tags are left out. */
const DROPPED = new Set(
  'script style svg template noscript form button input select iframe object'.split(' '),
);
/** Classes of elements without text: the link of a paragraph to itself, the cell of a chart's bar. */
const WITHOUT_TEXT = new Set(['to-paragraph', 'bar']);
const VOID = new Set(['br', 'hr', 'img']);
const ADDRESSES = new Set(['href', 'src']);
/** Parts of the head of an article that belong to its text: notes on sources and dates, the subtitle, the cover. */
const HEAD_PARTS = new Set(['note', 'subtitle', 'picture']);

/**
 * Reads the text of an article off its finished page, for feeds: the subtitle, notes and cover of its head, and
 * its body. Scripts, styles, classes and ids are left out; all addresses become absolute. Articles in `.md` and
 * `.mdx` are the same here, which is why the page is read.
 * @param page HTML of the page
 * @param address absolute address of the page
 */
export function articleHtml(page: string, address: string): string {
  const reader = new ArticleReader(address);
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (text) => reader.text(text),
    onclosetag: (name) => reader.close(name),
  });
  parser.write(page);
  parser.end();
  return reader.html.trim();
}

class ArticleReader {
  html = '';
  readonly #address: string;
  /** Open elements inside the article; for each, whether it begins a part that the feed keeps. */
  readonly #open: { name: string; begins: boolean; isDropped: boolean; classes: string | undefined }[] = [];
  #inArticle = false;
  /** Number of open elements that begin a kept part. */
  #kept = 0;
  #dropped = 0;

  constructor(address: string) {
    this.#address = address;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (!this.#inArticle) {
      this.#inArticle = name === 'article' && 'data-pagefind-body' in attributes;
      return;
    }
    const begins = this.#kept === 0 && this.#beginsPart(attributes.class);
    const isDropped = DROPPED.has(name) || WITHOUT_TEXT.has(attributes.class ?? '');
    if (!VOID.has(name)) this.#open.push({ name, begins, isDropped, classes: attributes.class });
    if (begins) this.#kept += 1;
    if (isDropped) this.#dropped += 1;
    if (this.#kept === 0 || this.#dropped > 0) return;
    // On the page only a style separates a credit or a dateline from the text beside it.
    if (attributes.class === 'credit' && !this.html.endsWith('>')) this.html += '　';
    const kept = KEPT[name];
    if (!kept) return;
    const written = kept.flatMap((key) => {
      const value = attributes[key];
      return value === undefined ? [] : ` ${key}="${escapeHtml(this.#valueOf(key, value))}"`;
    });
    this.html += `<${name}${written.join('')}>`;
  }

  text(text: string): void {
    if (this.#kept > 0 && this.#dropped === 0) this.html += escapeHtml(text);
  }

  close(name: string): void {
    if (!this.#inArticle || VOID.has(name)) return;
    const last = this.#open.pop();
    if (!last) {
      this.#inArticle = false;
      return;
    }
    if (this.#kept > 0 && this.#dropped === 0) {
      if (name in KEPT) this.html += `</${name}>`;
      if (last.classes === 'dateline') this.html += '　';
    }
    if (last.isDropped) this.#dropped -= 1;
    if (last.begins) this.#kept -= 1;
  }

  #beginsPart(classes = ''): boolean {
    const names = classes.split(' ');
    const inHead = this.#open[0]?.name === 'header';
    return inHead ? names.some((each) => HEAD_PARTS.has(each)) : names.includes('body');
  }

  #valueOf(key: string, value: string): string {
    if (!ADDRESSES.has(key) || !URL.canParse(value, this.#address)) return value;
    return new URL(value, this.#address).href;
  }
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
