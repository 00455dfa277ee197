import type { Element, Nodes } from 'hast';
import { decodeAddress } from '#core/text/decode-address.ts';
import { articlesOf, type ArticleDocument, type IssueDocument } from '../issue-document.ts';
import { elementsOf } from '../hast.ts';
import { toXhtml, type XhtmlContext } from './xhtml.ts';
import { escapeXml, xhtmlFile, xml } from './xml.ts';

/** A page of an EPUB with an article. */
export interface Chapter {
  document: ArticleDocument;
  file: string;
  xhtml: string;
  /** Whether it contains SVG, which the package document must declare. */
  hasSvg: boolean;
}

const CORRECTIONS = 'article-corrections';

/** The chapters of an issue: one for each article, in printed order. */
export function chaptersOf(issue: IssueDocument, pictureFile: (hash: string) => string): Chapter[] {
  const documents = articlesOf(issue);
  const targets = new Targets(documents);
  return documents.map((document) => {
    const context: XhtmlContext = {
      article: document.article.id,
      pictureFile,
      hrefOf: (link) => targets.hrefOf(link, document),
      idOf: (id) => targets.idOf(document, id),
    };
    const xhtml = xhtmlFile(document.title, chapterBody(document, context));
    return { document, file: fileOf(document), xhtml, hasSvg: xhtml.includes('<svg') };
  });
}

function chapterBody(document: ArticleDocument, context: XhtmlContext): string {
  const { kicker, title, subtitle, byline, date, notes, cover, body, corrections, facts } = document;
  const line = (name: string, text: string | undefined) =>
    text === undefined ? '' : xml('p', { class: name }, escapeXml(text));
  const people = byline.map(({ role, text, url }) => {
    const name = url === undefined ? escapeXml(text) : xml('a', { href: url }, escapeXml(text));
    return xml('span', {}, [role === undefined ? '' : `${xml('i', {}, escapeXml(role))} `, name]);
  });
  return xml('section', { 'epub:type': 'chapter', role: 'doc-chapter', 'aria-labelledby': 'title' }, [
    '\n',
    xml('header', {}, [
      line('kicker', kicker),
      xml('h1', { id: 'title' }, escapeXml(title)),
      line('subtitle', subtitle),
      xml('p', { class: 'byline' }, [...people, xml('span', {}, escapeXml(date))].join('　')),
      ...notes.map((note) =>
        xml('p', { class: 'note' }, toXhtml({ type: 'root', children: note.children }, context)),
      ),
      cover ? toXhtml(cover, context) : '',
    ]),
    '\n',
    ...body.children.map((child) => `${toXhtml(child as Nodes, context)}\n`),
    corrections.length === 0
      ? ''
      : xml('section', { id: CORRECTIONS, class: 'corrections' }, [
          xml('h2', {}, '更正'),
          ...corrections.map((each) => xml('p', {}, escapeXml(`${each.date}　${each.text}`))),
        ]),
    xml(
      'footer',
      {},
      facts.map(({ label, text }) => xml('p', {}, `${escapeXml(label)}：${escapeXml(text)}`)),
    ),
  ]);
}

/** The file of an article, below the folder of the pages. */
function fileOf({ article }: ArticleDocument): string {
  return `article-${article.slug}.xhtml`;
}

/** An id that every reader accepts. */
const PLAIN_ID = /^[A-Za-z][\w-]*$/u;

/** Resolves links: to ids inside the EPUB for its own articles, else to the web. */
class Targets {
  /** Ids by article. */
  readonly #ids: ReadonlyMap<string, readonly string[]>;
  /** The ids to which a link leads, as `article#id`. */
  readonly #wanted: ReadonlySet<string>;
  readonly #documents: ReadonlyMap<string, ArticleDocument>;

  constructor(documents: readonly ArticleDocument[]) {
    this.#documents = new Map(documents.map((document) => [document.article.id, document]));
    this.#ids = new Map(documents.map(({ article, body }) => [article.id, idsOf(body)]));
    this.#wanted = new Set(
      documents.flatMap(({ article, body, notes }) =>
        [body, ...notes].flatMap((tree) => linksOf(tree).map((link) => targetOf(link, article.id))),
      ),
    );
  }

  hrefOf(link: Element, { article }: ArticleDocument): string | undefined {
    const href = String(link.properties.href);
    const [id = '', fragment] = targetOf(link, article.id).split('#');
    const target = this.#documents.get(id);
    if (!target) return /^(?:https?|mailto|tel):/iu.test(href) ? href : undefined;
    const found = fragment === undefined ? undefined : this.idOf(target, fragment);
    if (found === undefined) return href.startsWith('#') ? undefined : fileOf(target);
    return id === article.id ? `#${found}` : `${fileOf(target)}#${found}`;
  }

  idOf(document: ArticleDocument, id: string): string | undefined {
    if (id === CORRECTIONS) return document.corrections.length > 0 ? id : undefined;
    const ids = this.#ids.get(document.article.id) ?? [];
    if (!ids.includes(id) || !this.#wanted.has(`${document.article.id}#${id}`)) return undefined;
    return PLAIN_ID.test(id) && !/^(?:title|place-\d+)$/u.test(id) ? id : `place-${ids.indexOf(id) + 1}`;
  }
}

/** What a link leads to, as `article#id`; the article is empty outside the bulletin. */
function targetOf({ properties }: Element, article: string): string {
  const href = String(properties.href);
  const [, fragment] = href.split('#');
  const within = href.startsWith('#') ? article : (properties.dataArticle ?? '');
  return fragment === undefined ? String(within) : `${String(within)}#${decodeAddress(fragment)}`;
}

function linksOf(tree: Nodes): Element[] {
  return elementsOf(tree).flatMap((each) => [...(each.tagName === 'a' ? [each] : []), ...linksOf(each)]);
}

function idsOf(tree: Nodes): string[] {
  return elementsOf(tree).flatMap((each) => [
    ...(each.properties.id === undefined ? [] : [String(each.properties.id)]),
    ...idsOf(each),
  ]);
}
