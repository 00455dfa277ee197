import type { Element, ElementContent, Root } from 'hast';
import type { Picture } from '#core/content.ts';
import type { Urls } from '#core/url.ts';
import { EditionError } from './edition-error.ts';
import { classesOf, element, elementsOf, findElement, rawText } from './hast.ts';

/**
 * The elements of an article tree, each with its properties. Nothing else occurs.
 *
 * - `p` (`id`; class `continued`: the rest of a paragraph that a picture divides), `h2`–`h6` (`id`), `ul`,
 *   `ol` (`start`), `li`, `blockquote`, `pre`, `hr`, `br`
 * - `em` (class `latin`: a Latin text, which has no 着重号), `strong`, `del`, `sub`, `sup`, `code`
 * - `span`: class `dateline` or `credit`
 * - `a`: `href`, absolute if the site has a public address, or `#id` on the same page; for an article of the
 *   bulletin also `dataArticle`, its id
 * - `figure`: class `picture` with an `img` (`dataPicture`: hash, `alt`, `width`, `height`), or class `chart`
 *   with a `table` whose values have `dataShare`, per cent of the longest bar; and a `figcaption`. Several
 *   side by side are in a `div` of class `pictures`
 * - `table`, `caption`, `thead`, `tbody`, `tr`, `th`, `td` (`scope`, `colSpan`, `rowSpan`, `dataAlign`)
 * - `sup` with `dataNoteRef` (number of the note) and `id`: the mark of a note
 * - `section` of class `notes`: an `h2` and an `ol` with one `li` for each note (`dataNote`, `id`, and
 *   `dataReferences`, the ids of its marks)
 */
const COPIED: Readonly<Record<string, readonly string[]>> = {
  p: ['id'],
  ol: ['start'],
  th: ['scope', 'colSpan', 'rowSpan'],
  td: ['colSpan', 'rowSpan'],
  ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, ['id']])),
  ...Object.fromEntries(
    'ul li blockquote pre hr br em strong del sub sup code table caption thead tbody tr figcaption'
      .split(' ')
      .map((name) => [name, []]),
  ),
};
/** Classes that are kept. */
const KEPT_CLASSES = new Set(['continued', 'latin', 'dateline', 'credit']);
/** Elements of the web page without text: the link of a paragraph to itself, the way back from a note. */
const WEB_ONLY = new Set(['to-paragraph', 'data-footnote-backref']);
/** Elements for line breaks only; their content stays. */
const TYPOGRAPHY = new Set(['kept', 'opening']);
/** Elements that contain blocks: white space between the blocks is not text. */
const CONTAINERS = new Set('ul ol li blockquote figure table thead tbody tr section div th td'.split(' '));
const ALIGN = /^align-(left|right|center)$/u;
/** The file of a published picture, with its hash. */
const PICTURE_FILE = /\/pictures\/([0-9a-f]+)(?:-\d+)?\.(?:webp|svg)$/u;

export interface TreeContext {
  /** Id of the article, for messages. */
  article: string;
  /** Absolute or site address of its page. */
  page: string;
  urls: Urls;
  /** The pictures that may occur, by hash. */
  pictures: ReadonlyMap<string, Picture>;
}

/**
 * Reduces finished HTML of an article to the elements above.
 * @throws EditionError at an element that is not known
 */
export function semanticTree(nodes: readonly ElementContent[], context: TreeContext): Root {
  return { type: 'root', children: blocks(new Reducer(context).all(nodes)) };
}

class Reducer {
  readonly #context: TreeContext;

  constructor(context: TreeContext) {
    this.#context = context;
  }

  all(nodes: readonly ElementContent[]): ElementContent[] {
    let afterBreak = false;
    const found = nodes.flatMap((node) => {
      // HTML has a line feed after `<br>`, which is no text.
      const reduced: ElementContent[] =
        node.type === 'text' && afterBreak
          ? [{ ...node, value: node.value.replace(/^\n/u, '') }]
          : this.#node(node);
      afterBreak = node.type === 'element' && node.tagName === 'br';
      return reduced;
    });
    return joined(found);
  }

  #node(node: ElementContent): ElementContent[] {
    if (node.type === 'comment') return [];
    if (node.type === 'text') return [{ type: 'text', value: node.value }];
    if (node.type !== 'element') throw new EditionError(this.#context.article, node.type);
    const classes = classesOf(node);
    const { tagName, properties } = node;
    if (tagName === 'wbr' || classes.some((name) => WEB_ONLY.has(name))) return [];
    if (tagName === 'span' && classes.every((name) => TYPOGRAPHY.has(name))) return this.all(node.children);
    if (tagName === 'div' && properties.role === 'region') return blocks(this.all(node.children));
    if (tagName === 'div' && classes.includes('pictures'))
      return [this.#with(node, { className: ['pictures'] })];
    if (tagName === 'sup' && elementsOf(node)[0]?.properties.dataFootnoteRef !== undefined)
      return [this.#noteMark(node)];
    if (tagName === 'section' && properties.dataFootnotes !== undefined) return [this.#notes(node)];
    if (tagName === 'figure') return [this.#figure(node)];
    if (tagName === 'a') return [this.#link(node)];
    if (tagName === 'span' && classes.every((name) => KEPT_CLASSES.has(name)))
      return [this.#with(node, { className: [...classes] })];
    const copied = COPIED[tagName];
    if (!copied) throw new EditionError(this.#context.article, `<${[tagName, ...classes].join(' .')}>`);
    return [this.#with(node, propertiesOf(node, copied))];
  }

  #with(node: Element, properties: Element['properties']): Element {
    const children = this.all(node.children);
    return element(node.tagName, properties, CONTAINERS.has(node.tagName) ? blocks(children) : children);
  }

  #link(node: Element): Element {
    const { urls, page } = this.#context;
    const href = String(node.properties.href ?? '');
    if (href.startsWith('#')) return this.#with(node, { href });
    const home = new URL(urls.absolute(urls.root), 'http://localhost');
    const target = URL.parse(href, new URL(page, home));
    if (target === null || target.origin !== home.origin) return this.#with(node, { href });
    const article = /^issues\/([^/]+\/[^/]+)\/$/u.exec(target.pathname.slice(urls.root.length))?.[1];
    return this.#with(node, {
      href: urls.isPublic ? target.href : target.pathname + target.search + target.hash,
      ...(article !== undefined && { dataArticle: article }),
    });
  }

  #noteMark(node: Element): Element {
    const mark = elementsOf(node)[0];
    const note = rawText(node);
    return element('sup', { dataNoteRef: note, id: String(mark?.properties.id) }, [
      { type: 'text', value: note },
    ]);
  }

  #notes(node: Element): Element {
    const title = findElement(node, ({ tagName }) => tagName === 'h2');
    const items = elementsOf(findElement(node, ({ tagName }) => tagName === 'ol') ?? node);
    const notes = items.map((item, index) => {
      const children = blocks(this.all(item.children));
      return element(
        'li',
        { id: String(item.properties.id), dataNote: String(index + 1), dataReferences: referencesOf(item) },
        trimEnd(children),
      );
    });
    return element('section', { className: ['notes'] }, [
      element('h2', {}, this.all(title?.children ?? [])),
      element('ol', {}, notes),
    ]);
  }

  #figure(node: Element): Element {
    const captions = elementsOf(node).filter(({ tagName }) => tagName === 'figcaption');
    const caption = captions.map((each) => this.#with(each, {}));
    if (classesOf(node).includes('chart')) {
      const tables = elementsOf(node).filter(({ tagName }) => tagName === 'table');
      return element('figure', { className: ['chart'] }, [
        ...tables.map((table) => this.#with(withShares(table), {})),
        ...caption,
      ]);
    }
    const image = findElement(node, ({ tagName }) => tagName === 'img');
    const others = elementsOf(node).filter(({ tagName }) => !/^(?:a|img|figcaption)$/u.test(tagName));
    if (!image || others[0])
      throw new EditionError(this.#context.article, `<figure> <${others[0]?.tagName}>`);
    return element('figure', { className: ['picture'] }, [this.#picture(image), ...caption]);
  }

  #picture({ properties }: Element): Element {
    const src = String(properties.src);
    const hash = PICTURE_FILE.exec(src)?.[1] ?? '';
    const picture = this.#context.pictures.get(hash);
    if (!picture) throw new EditionError(this.#context.article, `<img src="${src}">`);
    const { width, height } = picture;
    return element('img', { dataPicture: hash, alt: String(properties.alt ?? ''), width, height }, []);
  }
}

function propertiesOf(node: Element, copied: readonly string[]): Element['properties'] {
  const classes = classesOf(node).filter((name) => KEPT_CLASSES.has(name));
  const align = classesOf(node).flatMap((name) => ALIGN.exec(name)?.[1] ?? [])[0];
  const kept = copied.flatMap((name) => {
    const value = node.properties[name];
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    ...(classes.length > 0 && { className: classes }),
    ...(align !== undefined && { dataAlign: align }),
    ...(node.properties.dataShare !== undefined && { dataShare: node.properties.dataShare }),
  };
}

/** The table of a chart: the cells of the bars become a property of the cells with the values. */
function withShares(table: Element): Element {
  const rowOf = (row: Element): Element => {
    const bar = elementsOf(row).find((cell) => classesOf(cell).includes('bar'));
    const share = bar && findElement(bar, ({ tagName }) => tagName === 'rect')?.properties.width;
    const cells = elementsOf(row)
      .filter((cell) => cell !== bar)
      .map((cell) =>
        cell.tagName === 'td' ? { ...cell, properties: { ...cell.properties, dataShare: share } } : cell,
      );
    return { ...row, children: cells };
  };
  const within = (node: Element): Element =>
    node.tagName === 'tr'
      ? rowOf(node)
      : {
          ...node,
          children: node.children.map((child) => (child.type === 'element' ? within(child) : child)),
        };
  return within(table);
}

/** The ids of the marks to which a note leads back. */
function referencesOf(item: Element): string[] {
  const href = (node: Element): string[] =>
    node.properties.dataFootnoteBackref === undefined
      ? elementsOf(node).flatMap(href)
      : [String(node.properties.href).slice(1)];
  return elementsOf(item).flatMap(href);
}

/** Joins text nodes that were split for typography only. */
function joined(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of children) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else result.push(node);
  }
  return result;
}

/** Removes white space between blocks. */
function blocks(children: readonly ElementContent[]): ElementContent[] {
  return children.filter((node) => node.type !== 'text' || !/^\s*\n\s*$/u.test(node.value));
}

/** Removes the white space that stood before the way back from a note. */
function trimEnd(children: ElementContent[]): ElementContent[] {
  const last = children.at(-1);
  if (last?.type === 'text') {
    const value = last.value.trimEnd();
    return value === '' ? trimEnd(children.slice(0, -1)) : [...children.slice(0, -1), { ...last, value }];
  }
  if (last?.type !== 'element' || last.children.length === 0) return children;
  return [...children.slice(0, -1), { ...last, children: trimEnd(last.children) }];
}
