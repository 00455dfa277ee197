import type { Element, ElementContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { EditionError } from '../edition-error.ts';
import { classesOf, element, elementsOf } from '../hast.ts';
import type { ArticleDocument, IssueDocument } from '../issue-document.ts';

/** Elements that are written unchanged, each with the attributes that it keeps. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    (
      'p h2 h3 h4 h5 h6 ul li blockquote pre hr br em strong del sub sup code span table caption thead tbody tr ' +
      'figure figcaption div'
    )
      .split(' ')
      .map((name) => [name, []]),
  ),
  ol: ['start'],
  th: ['scope', 'colSpan', 'rowSpan'],
  td: ['colSpan', 'rowSpan'],
};

const STYLE = `body{max-width:42rem;margin:0 auto;padding:1rem;font-family:serif;line-height:1.8}
h1,h2,h3{line-height:1.4}
.body>p{text-indent:2em}
.body>p.continued{text-indent:0}
img{max-width:100%;height:auto}
figure{margin:1.5em 0;text-align:center}
figcaption,.small{font-size:.85em}
.credit{margin-inline-start:1em}
.dateline{margin-inline-end:1em}
table{border-collapse:collapse;margin:0 auto}
th,td{border:1px solid;padding:.2em .5em}
.left{text-align:left}.right{text-align:right}.center{text-align:center}`;

/** Where the files of an archive copy lie, relative to the folder of the articles' pages. */
export interface ArchivePaths {
  /** The file of a picture of an article, by its hash. */
  picture(hash: string): string;
  /** The page of an article of the same issue; undefined for others. */
  article(id: string): string | undefined;
}

/**
 * Writes an article as a self-contained page: HTML with its style, and pictures beside it.
 * @throws EditionError at an element that is not known
 */
export function archivePage(document: ArticleDocument, issue: IssueDocument, paths: ArchivePaths): string {
  const { kicker, title, subtitle, byline, date, notes, cover, body, corrections, facts, url, article } =
    document;
  const writer = new Writer(article.id, paths);
  const line = (text: string, className?: string) =>
    element('p', className ? { className: [className] } : {}, [{ type: 'text', value: text }]);
  const credits = byline.map(({ role, text }) => (role ? `${role}　${text}` : text));
  return pageOf(title, [
    element('p', { className: ['small'] }, [
      element('a', { href: '../index.html' }, [
        { type: 'text', value: `${issue.site.title}　${issue.label}　${issue.number}`.trim() },
      ]),
    ]),
    ...(kicker ? [line(kicker)] : []),
    element('h1', {}, [{ type: 'text', value: title }]),
    ...(subtitle ? [line(subtitle)] : []),
    line([...credits, date].join('　'), 'small'),
    ...writer.all(notes),
    ...writer.all(cover ? [cover] : []),
    element('div', { className: ['body'] }, writer.all(body.children as ElementContent[])),
    ...(corrections.length > 0
      ? [element('h2', { id: 'article-corrections' }, [{ type: 'text', value: '更正' }])]
      : []),
    ...corrections.map((each) => line(`${each.date}　${each.text}`)),
    ...facts.map(({ label, text }) => line(`${label}：${text}`, 'small')),
    ...(url ? [line(`网址：${url}`, 'small')] : []),
  ]);
}

/** The page that lists the articles of an archive copy by column. */
export function archiveIndex(
  { site, label, number, url, columns }: IssueDocument,
  pageOfArticle: (id: string) => string | undefined,
  editions: readonly { label: string; file: string }[],
): string {
  const text = (value: string): ElementContent => ({ type: 'text', value });
  const link = (href: string, value: string) => element('a', { href }, [text(value)]);
  const item = ({ article, title }: ArticleDocument) =>
    element('li', {}, [link(pageOfArticle(article.id) ?? '', title)]);
  return pageOf(`${site.title} ${label}`, [
    element('h1', {}, [text(site.title)]),
    element('p', {}, [text(`${label}　${number}`.trim())]),
    element('p', {}, [text(`编辑出版：${site.publisher}`)]),
    ...(url ? [element('p', {}, [text(`网址：${url}`)])] : []),
    ...editions.map(({ label: name, file }) => element('p', {}, [link(file, name)])),
    ...columns.flatMap(({ category, articles }) => [
      element('h2', {}, [text(category.name)]),
      element('ol', {}, articles.map(item)),
    ]),
  ]);
}

class Writer {
  readonly #id: string;
  readonly #paths: ArchivePaths;

  constructor(id: string, paths: ArchivePaths) {
    this.#id = id;
    this.#paths = paths;
  }

  all(nodes: readonly ElementContent[]): ElementContent[] {
    return nodes.map((node) => this.#node(node));
  }

  #node(node: ElementContent): ElementContent {
    if (node.type === 'text') return node;
    if (node.type !== 'element') throw new EditionError(this.#id, node.type);
    const { tagName, properties } = node;
    if (tagName === 'a') return this.#link(node);
    if (tagName === 'img') {
      const { dataPicture, alt, width, height } = properties;
      return element('img', { src: this.#paths.picture(String(dataPicture)), alt, width, height }, []);
    }
    if (properties.dataNoteRef !== undefined) return this.#noteMark(node);
    if (tagName === 'section' && classesOf(node).includes('notes')) return this.#notes(node);
    const written = WRITTEN[tagName];
    if (!written) throw new EditionError(this.#id, `<${[tagName, ...classesOf(node)].join(' .')}>`);
    const attributes = [...written, 'id'].flatMap((name) =>
      properties[name] === undefined ? [] : [[name, properties[name]] as const],
    );
    const classes = [...classesOf(node), ...(properties.dataAlign ? [String(properties.dataAlign)] : [])];
    const known = { ...Object.fromEntries(attributes), ...(classes.length > 0 && { className: classes }) };
    return element(tagName, known, this.all(node.children));
  }

  #link(node: Element): Element {
    const { href, dataArticle } = node.properties;
    const inIssue = dataArticle === undefined ? undefined : this.#paths.article(String(dataArticle));
    const target = inIssue ?? String(href);
    // Without a public address there is nothing to link to: only the text stays.
    return target.startsWith('/')
      ? element('span', {}, this.all(node.children))
      : element('a', { href: target }, this.all(node.children));
  }

  #noteMark({ properties, children }: Element): Element {
    const { dataNoteRef, id } = properties;
    return element('sup', { id }, [element('a', { href: `#${noteId(dataNoteRef)}` }, this.all(children))]);
  }

  #notes(section: Element): Element {
    const children = elementsOf(section).map((child) => {
      if (child.tagName !== 'ol') return this.#node(child) as Element;
      const items = elementsOf(child).map((note) =>
        element('li', { id: noteId(note.properties.dataNote) }, this.all(note.children)),
      );
      return element('ol', {}, items);
    });
    return element('section', {}, children);
  }
}

const noteId = (number: unknown) => `note-${number}`;

function pageOf(title: string, body: ElementContent[]): string {
  const html = unified().use(rehypeStringify).stringify({ type: 'root', children: body });
  const head = unified()
    .use(rehypeStringify)
    .stringify({ type: 'root', children: [element('title', {}, [{ type: 'text', value: title }])] });
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head}
<style>${STYLE}</style>
</head>
<body>
${html}
</body>
</html>
`;
}
