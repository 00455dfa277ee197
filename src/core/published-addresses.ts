import type { Archive } from './archive.ts';
import { compareText } from './text/compare-text.ts';
import { monthLabel } from './issue-label.ts';
import { createUrls, LIST_KINDS, type ListKind } from './url.ts';

/** Where an old address leads. Both are written as in the list of addresses, below no base path. */
export interface Redirect {
  from: string;
  to: string;
  /** What the page is called that it leads to. */
  title: string;
}

/** What is to be asked of an archive. */
type Published = Pick<Archive, 'issues' | 'articlesOf' | 'entries' | 'years' | 'content' | 'issue'>;

const urls = createUrls('/');

/**
 * Addresses that every bulletin has, whatever it publishes, and those that come and go with the length
 * of a list: they need no keeping.
 */
export const UNLISTED: ReadonlySet<string> = new Set([
  urls.home(),
  urls.archive(),
  urls.latest(),
  urls.search(),
  ...LIST_KINDS.map(urls.listIndex),
]);

/** Every address that readers can open and that must answer for ever, sorted: pages, and redirects. */
export function publishedAddresses(archive: Published): string[] {
  const { issues, years, content } = archive;
  const addresses = [
    ...years.map(urls.year),
    ...issues.map(({ id }) => urls.issue(id)),
    ...issues.flatMap(({ id }) => archive.articlesOf(id).map((article) => urls.article(article.id))),
    ...noticesOf(archive).map(({ id }) => urls.article(id)),
    ...content.pages.map(({ id }) => urls.page(id)),
    ...LIST_KINDS.flatMap((kind) => archive.entries(kind).map(({ id }) => urls.list(kind, id))),
    ...redirectsOf(archive).map(({ from }) => from),
  ];
  return [...new Set(addresses)].sort(compareText);
}

/** All redirects: the old addresses of articles, issues and pages, and the former ids of registers. */
export function redirectsOf(archive: Published): Redirect[] {
  const { issues, content } = archive;
  const of = (aliases: readonly string[] | undefined, to: string, title: string): Redirect[] =>
    (aliases ?? []).map((from) => ({ from, to, title }));
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

/** The addresses that an entry of a register had under other ids. */
export function formerAddresses(kind: ListKind, formerIds: readonly string[] = []): string[] {
  return formerIds.map((id) => urls.list(kind, id));
}

/** Only an issue that is there can show the notice of an article. */
function noticesOf({ content, issue }: Published) {
  return content.notices.filter((notice) => issue(notice.issue) !== undefined);
}
