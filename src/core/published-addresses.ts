import type { Archive } from './archive.ts';
import { compareText } from './text/compare-text.ts';
import { monthLabel } from './issue-label.ts';
import { shownPages } from './printed-pages.ts';
import { createUrls, LIST_KINDS, type ListKind } from './url.ts';

/** A redirect from a former address. Both addresses are without base path, as in the list of addresses. */
export interface Redirect {
  from: string;
  to: string;
  /** Title of the target page. */
  title: string;
}

/** The part of an archive that is needed here. */
type Published = Pick<Archive, 'issues' | 'articlesOf' | 'entries' | 'years' | 'content' | 'issue'>;

const urls = createUrls('/');

/**
 * Addresses that every bulletin has, whatever it publishes. They are not in the list of addresses.
 */
export const UNLISTED: ReadonlySet<string> = new Set([
  urls.home(),
  urls.archive(),
  urls.latest(),
  urls.search(),
  urls.feeds(),
  ...LIST_KINDS.map(urls.listIndex),
]);

/**
 * All addresses that must work for ever, sorted: pages and redirects. Not those of later pages of lists, whose articles
 * change, nor of the page for printing an issue: it exists where the issue's page does, and names the address of that
 * as canonical. The sitemap leaves them out too.
 */
export function publishedAddresses(archive: Published): string[] {
  const { issues, years, content } = archive;
  const addresses = [
    ...years.map(urls.year),
    ...issues.map(({ id }) => urls.issue(id)),
    ...issues.flatMap(({ id }) => archive.articlesOf(id).map((article) => urls.article(article.id))),
    ...issues.flatMap(({ id, pages = [] }) => shownPages(pages).map(({ no }) => urls.printedPage(id, no))),
    ...noticesOf(archive).map(({ id }) => urls.article(id)),
    ...content.pages.map(({ id }) => urls.page(id)),
    ...LIST_KINDS.flatMap((kind) => archive.entries(kind).map(({ id }) => urls.list(kind, id))),
    ...redirectsOf(archive).map(({ from }) => from),
  ];
  return [...new Set(addresses)].sort(compareText);
}

/** All redirects: former addresses of articles, issues and pages, and former ids of register entries. */
export function redirectsOf(archive: Published): Redirect[] {
  const { issues, content } = archive;
  const of = (aliases: readonly string[] | undefined, to: string, title: string): Redirect[] =>
    (aliases ?? []).filter((from) => from !== to).map((from) => ({ from, to, title }));
  return [
    ...issues.flatMap((issue) => of(issue.aliases, urls.issue(issue.id), monthLabel(issue))),
    ...issues.flatMap(({ id }) =>
      archive
        .articlesOf(id)
        .flatMap((article) => of(article.aliases, urls.article(article.id), article.title)),
    ),
    ...noticesOf(archive).flatMap(({ id, aliases, title }) =>
      of(aliases, urls.article(id), title ?? '已撤稿'),
    ),
    ...content.pages.flatMap(({ id, aliases, title }) => of(aliases, urls.page(id), title)),
    ...LIST_KINDS.flatMap((kind) =>
      archive
        .entries(kind)
        .flatMap(({ id, name, formerIds }) =>
          of(formerAddresses(kind, formerIds), urls.list(kind, id), name),
        ),
    ),
  ];
}

/** `/issues/2022-09/` */
const ISSUE_ADDRESS = /^\/issues\/[^/]+\/$/u;
/** `/issues/2022-09/some-article/` */
const ARTICLE_ADDRESS = /^\/issues\/[^/]+\/[^/]+\/$/u;

/**
 * The address at which an article, or its notice, was first published here: it identifies the article in feeds, whatever it
 * is renamed to. `npm run move` appends former addresses and removes none, so the first one is the oldest, also in an
 * article that has its first address again. Those of another form come from an earlier site and may be added at any time, so they do not count.
 */
export function firstAddress({ id, aliases }: { id: string; aliases: readonly string[] }): string {
  return aliases.find((alias) => ARTICLE_ADDRESS.test(alias)) ?? urls.article(id);
}

/** The address at which an issue was first published here, as for articles. */
export function firstIssueAddress({ id, aliases = [] }: { id: string; aliases?: readonly string[] }): string {
  return aliases.find((alias) => ISSUE_ADDRESS.test(alias)) ?? urls.issue(id);
}

/** The addresses of a register entry under its former ids. */
export function formerAddresses(kind: ListKind, formerIds: readonly string[] = []): string[] {
  return formerIds.map((id) => urls.list(kind, id));
}

/** Notices whose issue is published. */
function noticesOf({ content, issue }: Published) {
  return content.notices.filter((notice) => issue(notice.issue) !== undefined);
}
