import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Article, Picture } from '#core/content.ts';
import type { Urls } from '#core/url.ts';
import { EditionError } from './edition-error.ts';
import { classesOf, elementsOf, findByClass, findElement, rawText } from './hast.ts';
import type { ArticleDocument, BylinePart } from './issue-document.ts';
import { semanticTree, type TreeContext } from './semantic-tree.ts';

/** Rows below an article that state facts about it; the other rows only link to other pages. */
const FACTS = new Set(['责任编辑', '审校', '权利']);
/** Lines of the head, except notes. */
const HEAD_CLASSES = new Set(['kicker', 'subtitle', 'byline', 'note']);

/**
 * Reads an article off its finished page.
 * @param html the page
 * @throws EditionError if it contains an element that editions do not support
 */
export function readArticlePage(html: string, article: Article, urls: Urls): ArticleDocument {
  const page = fromHtml(html);
  const main = findElement(page, ({ tagName, properties }) => {
    return tagName === 'article' && properties.dataPagefindBody !== undefined;
  });
  const head = main && findByClass(main, 'article-head');
  const body = main && findByClass(main, 'body');
  if (!head || !body) throw new Error(`The page of ${article.id} has no article`);
  const address = urls.article(article.id);
  const context: TreeContext = {
    article: article.id,
    page: urls.absolute(address),
    urls,
    pictures: picturesOf(article),
  };
  const reduced = (nodes: readonly ElementContent[]) => semanticTree(nodes, context);
  const foot = findByClass(page, 'article-foot');
  return {
    article,
    ...(urls.isPublic && { url: urls.absolute(address) }),
    ...headOf(head, article, reduced),
    body: reduced(body.children),
    corrections: foot ? correctionsOf(foot) : [],
    facts: foot ? factsOf(foot) : [],
    pictures: context.pictures,
  };
}

type Head = Pick<ArticleDocument, 'kicker' | 'title' | 'subtitle' | 'byline' | 'date' | 'notes' | 'cover'>;

function headOf(head: Element, { id }: Article, reduced: (nodes: ElementContent[]) => Root): Head {
  const parts = elementsOf(head);
  const known = ({ tagName, ...part }: Element) =>
    tagName === 'h1' ||
    tagName === 'figure' ||
    (tagName === 'p' && classesOf({ tagName, ...part }).some((name) => HEAD_CLASSES.has(name)));
  const unknown = parts.find((part) => !known(part));
  if (unknown) throw new EditionError(id, `<${[unknown.tagName, ...classesOf(unknown)].join(' .')}>`);
  const textOf = (name: string) => {
    const found = findByClass(head, name);
    return found && rawText(found).trim();
  };
  const [kicker, subtitle] = [textOf('kicker'), textOf('subtitle')];
  const title = parts.find(({ tagName }) => tagName === 'h1');
  const byline = findByClass(head, 'byline');
  const time = byline && elementsOf(byline).find(({ tagName }) => tagName === 'time');
  const notes = parts.filter((part) => classesOf(part).includes('note'));
  const cover = parts.find(({ tagName }) => tagName === 'figure');
  return {
    ...(kicker && { kicker }),
    title: title ? rawText(title).trim() : '',
    ...(subtitle && { subtitle }),
    byline: byline ? bylineOf(byline) : [],
    date: time ? rawText(time).trim() : '',
    notes: elementsOf(reduced(notes)),
    ...(cover && { cover: elementsOf(reduced([cover]))[0] as Element }),
  };
}

/** The line below the title, without date and length, which only concern the web page. */
function bylineOf(byline: Element): BylinePart[] {
  return elementsOf(byline)
    .filter(({ tagName, properties }) => tagName === 'span' && properties.dataPagefindIgnore === undefined)
    .map((part) => {
      const label = elementsOf(part).find(({ tagName }) => tagName === 'i');
      const link = elementsOf(part).find(({ tagName }) => tagName === 'a');
      const text = part.children.filter((child) => child !== label).map(rawText);
      return {
        ...(label && { role: rawText(label).trim() }),
        text: text.join('').trim(),
        ...(link && { url: String(link.properties.href) }),
      };
    });
}

function correctionsOf(foot: Element): ArticleDocument['corrections'] {
  const section = findByClass(foot, 'corrections');
  return elementsOf(section ?? { type: 'root', children: [] })
    .filter(({ tagName }) => tagName === 'p')
    .map((line) => {
      const time = elementsOf(line).find(({ tagName }) => tagName === 'time');
      const text = line.children.filter((child) => child !== time).map(rawText);
      return { date: time ? rawText(time).trim() : '', text: text.join('').trim() };
    });
}

function factsOf(foot: Element): ArticleDocument['facts'] {
  const list = findByClass(foot, 'facts');
  return elementsOf(list ?? { type: 'root', children: [] })
    .map((row) => {
      const [label, text] = elementsOf(row).map((cell) => rawText(cell).trim());
      return { label: label ?? '', text: text ?? '' };
    })
    .filter(({ label }) => FACTS.has(label));
}

function picturesOf({ cover, pictures }: Article): Map<string, Picture> {
  return new Map(
    [cover, ...Object.values(pictures)].flatMap((each) => (each ? [[each.picture.hash, each.picture]] : [])),
  );
}
