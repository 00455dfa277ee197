import { type Document, isMap, isSeq, parseDocument, visit } from 'yaml';
import type { Article, Notice } from '#core/content.ts';
import type { ArticleFrontMatter } from '#core/schema/article.ts';
import { frontMatterText } from '#core/write-front-matter.ts';

type Key = keyof ArticleFrontMatter;

/** Fields of an article that no page shows. */
const PRIVATE: readonly Key[] = ['import', 'withdrawn'];
/** Fields that name places; no page shows them of a masked article. */
const OF_PLACES: readonly Key[] = ['park', 'county', 'city', 'facts', 'projects', 'milestones'];
/** A waiver needs a reason; the editors' own is a note for themselves. */
const WAIVER_REASON = '编辑部核过';

/**
 * The source of a published article without anything that is not published: comments, the record of its import,
 * editors' notes, places of a masked article, drafts that it refers to. The same pages can be made from it.
 * @param yaml its front matter, without the lines `---`
 * @param isPublic whether there is a published article of an id
 */
export function publishedSource(
  { body, masked }: Pick<Article, 'body' | 'masked'>,
  yaml: string,
  isPublic: (id: string) => boolean,
): string {
  const document = withoutComments(yaml);
  for (const key of [...PRIVATE, ...(masked ? OF_PLACES : [])]) document.delete(key);
  filterItems(document, ['related'], (id) => typeof id === 'string' && isPublic(id));
  const waivers = document.get('waivers');
  if (isSeq(waivers)) {
    for (const index of waivers.items.keys()) document.setIn(['waivers', index, 'reason'], WAIVER_REASON);
  }
  return `---\n${yamlOf(document)}---\n${body}`;
}

/** The source of the notice that replaces a withdrawn article: only what its page says. */
export function noticeSource({ title, date, reason, aliases }: Notice): string {
  const withdrawn = { date, ...(reason && { reason }) };
  const fields = {
    ...(title && { title }),
    ...(aliases.length > 0 && { aliases }),
    status: 'withdrawn',
    withdrawn,
  };
  return frontMatterText(Object.entries(fields), []);
}

/**
 * `issue.yaml` without comments, and without areas of articles that are not published.
 * @param folder the issue's id
 */
export function issueSource(yaml: string, folder: string, isPublic: (id: string) => boolean): string {
  const document = withoutComments(yaml);
  const pages = document.get('pages');
  for (const index of isSeq(pages) ? pages.items.keys() : []) {
    filterItems(document, ['pages', index, 'areas'], (area) => {
      const named = typeof area === 'object' && area !== null && 'article' in area ? area.article : undefined;
      return typeof named === 'string' && (isPublic(named) || isPublic(`${folder}/${named}`));
    });
  }
  return yamlOf(document);
}

function withoutComments(yaml: string): Document {
  const document = parseDocument(yaml);
  const strip = (node: object) => Object.assign(node, { comment: null, commentBefore: null });
  strip(document);
  visit(document, { Node: (_, node) => void strip(node) });
  return document;
}

/** Keeps the items of a list for which `isKept` is true; removes a list that has none left. */
function filterItems(
  document: Document,
  path: (string | number)[],
  isKept: (item: unknown) => boolean,
): void {
  const list = document.getIn(path);
  if (!isSeq(list)) return;
  const kept = (list.toJS(document) as unknown[]).map((item) => isKept(item));
  list.items = list.items.filter((_, index) => kept[index]);
  if (list.items.length === 0) document.deleteIn(path);
}

function yamlOf(document: Document): string {
  return isMap(document.contents) ? document.toString({ lineWidth: 0 }) : '';
}
