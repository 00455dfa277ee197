import type { Graph } from 'schema-dts';
import { latest, rfc3339Date } from '#core/calendar-date.ts';
import type { Article, Issue, Term } from '#core/content.ts';
import type { ListKind } from '#core/url.ts';
import { articleNodes, breadcrumbList, issueNode, periodicalNode } from './structured-data.ts';
import { FEED_KINDS } from './feed-view.ts';
import { type ShareImage, shareImage } from './share-image.ts';
import type { Link, ViewContext } from './view.ts';

/** What a page says about itself to search engines and other sites; undefined without a public address. */
export interface PageMetadata {
  type: 'article' | 'website';
  image?: ShareImage;
  /** Of an article. */
  article?: { published: string; modified: string; section?: string; tags: string[] };
  /** The page's own feed, besides that of the whole bulletin. */
  feed?: Link;
  structured: Graph;
}

export function articleMetadata(article: Article, context: ViewContext): PageMetadata | undefined {
  const { archive, urls } = context;
  const issue = archive.issue(article.issue);
  if (!urls.isPublic || !article.public || !issue) return undefined;
  const image = shareImage(article, urls);
  const section = archive.categories.get(article.category)?.name;
  const modified = latest([article.date, ...article.corrections.map(({ date }) => date)]) ?? article.date;
  const tags = archive
    .entries('topics')
    .filter(({ id }) => article.topics.includes(id))
    .map(({ name }) => name);
  return {
    type: 'article',
    ...(image && { image }),
    article: {
      published: rfc3339Date(article.date),
      modified: rfc3339Date(modified),
      ...(section && { section }),
      tags,
    },
    structured: graph(...articleNodes(article, issue, { modified, ...(image && { image }) }, context)),
  };
}

export function issueMetadata(issue: Issue, context: ViewContext): PageMetadata | undefined {
  if (!context.urls.isPublic || issue.status !== 'published') return undefined;
  const node = issueNode(issue, context);
  return {
    type: 'website',
    structured: graph(
      node,
      breadcrumbList([{ name: node.name, url: context.urls.issue(issue.id) }], context),
    ),
  };
}

/** Of the front page. */
export function homeMetadata(context: ViewContext): PageMetadata | undefined {
  if (!context.urls.isPublic) return undefined;
  return { type: 'website', structured: graph(periodicalNode(context)) };
}

/** Of a list: a column, a park, a region … */
export function listMetadata(
  kind: ListKind,
  { id, name }: Term,
  kindLink: Link,
  context: ViewContext,
): PageMetadata | undefined {
  const { urls } = context;
  if (!urls.isPublic) return undefined;
  const hasFeed = FEED_KINDS.some((each) => each === kind);
  return {
    type: 'website',
    structured: graph(breadcrumbList([kindLink, { name, url: urls.list(kind, id) }], context)),
    ...(hasFeed && { feed: { name, url: urls.feed(kind, id) } }),
  };
}

/** Of a page directly below the front page. */
export function pageMetadata(page: Link, context: ViewContext, feed?: Link): PageMetadata | undefined {
  if (!context.urls.isPublic) return undefined;
  return { type: 'website', structured: graph(breadcrumbList([page], context)), ...(feed && { feed }) };
}

function graph(...nodes: Graph['@graph']): Graph {
  return { '@context': 'https://schema.org', '@graph': nodes };
}
