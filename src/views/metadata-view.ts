import type { Graph } from 'schema-dts';
import { latest, rfc3339Date } from '#core/calendar-date.ts';
import type { ArticleFacts } from './article-facts.ts';
import type { ArticleView } from './article-view.ts';
import { hasFeeds } from './feed-view.ts';
import type { IssueView } from './issue-view.ts';
import type { ListView } from './list-view.ts';
import { issueShareImage, type ShareImage, shareImage } from './share-image.ts';
import {
  articleNode,
  breadcrumbList,
  issueNode,
  type Publication,
  periodicalNode,
} from './structured-data.ts';
import type { Link } from './view.ts';

/**
 * Metadata of a page for search engines and other sites; undefined without a public address. It is made from the
 * page's view when the page is rendered, so that cached pages cost nothing.
 */
export interface PageMetadata {
  type: 'article' | 'website';
  image?: ShareImage;
  /** Metadata of an article's page. */
  article?: { published: string; modified: string; section?: string; tags: string[] };
  /** The page's own feed, besides that of the whole bulletin. */
  feed?: Link;
  structured: Graph;
}

export function articleMetadata(
  view: ArticleView,
  facts: ArticleFacts | undefined,
  publication: Publication,
): PageMetadata | undefined {
  if (!facts) return undefined;
  const own = shareImage(view, publication.urls);
  const [issue = ''] = view.id.split('/');
  const { title, datetime, category } = view;
  const modified = latest([datetime, ...view.corrections.map((each) => each.datetime)]) ?? datetime;
  const path = [...view.breadcrumb, { name: title, url: facts.url }];
  return {
    type: 'article',
    image: own ?? issueShareImage(issue, facts.issue.name, publication),
    article: {
      published: rfc3339Date(datetime),
      modified: rfc3339Date(modified),
      ...(category && { section: category.name }),
      tags: view.terms.flatMap(({ kind, links }) => (kind === 'topics' ? links.map(({ name }) => name) : [])),
    },
    structured: graph(
      articleNode(view, facts, { modified, ...(own && { image: own }) }, publication),
      breadcrumbList(path, publication),
    ),
  };
}

export function issueMetadata(view: IssueView, publication: Publication): PageMetadata | undefined {
  const { id, cover, datetime, number } = view;
  if (!publication.urls.isPublic || cover.draft) return undefined;
  const link = { name: cover.label, url: cover.url };
  const issue = issueNode({ ...link, date: datetime, ...(number !== undefined && { number }) }, publication);
  return {
    type: 'website',
    image: issueShareImage(id, cover.label, publication),
    structured: graph(issue, breadcrumbList(below(publication, link), publication)),
  };
}

/**
 * Metadata of the front page.
 * @param view the issue that it shows
 */
export function homeMetadata(
  view: IssueView | undefined,
  publication: Publication,
): PageMetadata | undefined {
  if (!publication.urls.isPublic) return undefined;
  const isShown = view && !view.cover.draft;
  return {
    type: 'website',
    ...(isShown && { image: issueShareImage(view.id, view.cover.label, publication) }),
    structured: graph(periodicalNode(publication)),
  };
}

/** Metadata of a list: a column, a park, a region … */
export function listMetadata(
  { kind, id, title, kindLink }: ListView,
  publication: Publication,
): PageMetadata | undefined {
  const { urls } = publication;
  const path = [kindLink, { name: title, url: urls.list(kind, id) }];
  return pageMetadata(
    publication,
    path,
    hasFeeds(kind) ? { name: title, url: urls.feed(kind, id) } : undefined,
  );
}

/**
 * Metadata of another page.
 * @param path from the page below the front page to the page itself
 * @param feed the page's own feed
 */
export function pageMetadata(
  publication: Publication,
  path: readonly Link[],
  feed?: Link,
): PageMetadata | undefined {
  if (!publication.urls.isPublic) return undefined;
  const breadcrumb = breadcrumbList(below(publication, ...path), publication);
  return { type: 'website', structured: graph(breadcrumb), ...(feed && { feed }) };
}

function below({ urls }: Publication, ...path: readonly Link[]): Link[] {
  return [{ name: '首页', url: urls.home() }, ...path];
}

function graph(...nodes: Graph['@graph']): Graph {
  return { '@context': 'https://schema.org', '@graph': nodes };
}
