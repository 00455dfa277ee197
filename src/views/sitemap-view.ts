import { type CalendarDate, latest } from '#core/calendar-date.ts';
import type { Article, Issue } from '#core/content.ts';
import { shownPages } from '#core/printed-pages.ts';
import type { SitemapEntry } from '#core/feed.ts';
import type { ViewContext } from './view.ts';

/** One file of the sitemap; a search engine accepts 50,000 addresses in each. */
export interface SitemapPart {
  /** `2022`, or `pages` for everything that belongs to no year. */
  name: string;
  entries: SitemapEntry[];
}

/** By archive: the index and every part are rendered from them. */
const made = new WeakMap<ViewContext['archive'], { urls: ViewContext['urls']; parts: SitemapPart[] }>();

/**
 * The pages that search engines should know, by years of issues, so that a change remakes one file. Redirects,
 * notices, the search, later pages of lists and copies (`/issues/latest/`, pages for printing) are left out.
 */
export function sitemapParts(context: ViewContext): readonly SitemapPart[] {
  const known = made.get(context.archive);
  if (known?.urls === context.urls) return known.parts;
  const parts = makeParts(context);
  made.set(context.archive, { urls: context.urls, parts });
  return parts;
}

function makeParts(context: ViewContext): SitemapPart[] {
  const { archive, urls } = context;
  const entry = (path: string, dates: readonly CalendarDate[] = []): SitemapEntry => {
    const modified = latest(dates);
    return { url: urls.absolute(path), ...(modified && { modified }) };
  };
  const changed = new Map(
    archive.issues.flatMap((issue) =>
      archive.articlesOf(issue.id).map((article) => [article.id, changeOf(article, issue)] as const),
    ),
  );
  const changes = (articles: readonly Article[]) => articles.flatMap(({ id }) => changed.get(id) ?? []);
  const byYear = Map.groupBy(archive.issues, ({ year }) => year);
  const years = archive.years.map((year) => {
    const issues = (byYear.get(year) ?? []).map((issue) => {
      const articles = archive.articlesOf(issue.id);
      return { issue, articles, dates: [issue.date, ...changes(articles)] };
    });
    return {
      name: String(year),
      entries: [
        entry(
          urls.year(year),
          issues.flatMap(({ dates }) => dates),
        ),
        ...issues.flatMap(({ issue, articles, dates }) => [
          entry(urls.issue(issue.id), dates),
          ...shownPages(issue.pages).map(({ no }) => entry(urls.printedPage(issue.id, no), [issue.date])),
          ...articles.map(({ id }) => entry(urls.article(id), [changed.get(id) ?? issue.date])),
        ]),
      ],
    };
  });
  const newest = archive.issues.slice(0, 1).map(({ date }) => date);
  const pages = [
    entry(urls.home(), newest),
    entry(urls.archive(), newest),
    ...archive.content.pages.map(({ id }) => entry(urls.page(id))),
    entry(urls.feeds()),
    ...archive.content.kinds.flatMap((kind) => [
      entry(urls.listIndex(kind)),
      ...archive
        .entries(kind)
        .map(({ id }) => entry(urls.list(kind, id), changes(archive.articlesIn(kind, id)))),
    ]),
  ];
  return [{ name: 'pages', entries: pages }, ...years];
}

/** The parts as entries of the index. */
export function sitemapIndex(parts: readonly SitemapPart[], { urls }: ViewContext): SitemapEntry[] {
  return parts.map(({ name, entries }) => {
    const modified = latest(entries.flatMap((each) => each.modified ?? []));
    return { url: urls.absolute(urls.sitemap(name)), ...(modified && { modified }) };
  });
}

/** The latest date of an article: of its issue, its own, or of its last correction. */
function changeOf({ date, corrections }: Article, issue: Issue): CalendarDate {
  return latest([issue.date, date, ...corrections.map((each) => each.date)]) ?? date;
}
