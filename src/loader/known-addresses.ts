import { indexLists } from '#core/archive.ts';
import type { Issue, Region } from '#core/content.ts';
import { pageCount } from '#core/list-pages.ts';
import type { ListKind } from '#core/url.ts';
import type { ArticleContext, ArticleDraft } from './article-reader.ts';
import type { ContentFolder } from './content-folder-fs.ts';

/**
 * The regions that have a page: those of public articles, and the regions that contain these.
 * @param kept ids of regions whose page was published before
 */
export function shownRegions(
  drafts: ArticleDraft[],
  regions: ArticleContext['regions'],
  kept: readonly string[],
): Region[] {
  const shown = new Set(kept);
  for (const { article } of drafts) {
    for (const code of article.public ? [...article.counties, ...article.cities] : []) {
      for (let region = regions.get(code); region; region = regions.get(region.parent ?? ''))
        shown.add(region.id);
    }
  }
  return [...shown].flatMap((id) => regions.get(id) ?? []);
}

/** Every address of the built bulletin, except list pages after the first: see `laterPages`. */
export function knownAddresses(
  folder: ContentFolder,
  issues: Issue[],
  kinds: readonly ListKind[],
  lists: Record<ListKind, { id: string }[]>,
  keptYears: readonly number[],
): Set<string> {
  const fixed = ['/', '/issues/', '/issues/latest/', '/search/'];
  const ofIssues = issues.flatMap(({ id, year }) => [`/issues/${id}/`, `/issues/${year}/`]);
  const ofYears = keptYears.map((year) => `/issues/${year}/`);
  const ofArticles = folder
    .matching(/^issues\/[^/]+\/[^/]+\.mdx?$/u)
    .map((file) => `/${file.replace(/\.mdx?$/u, '')}/`);
  const ofPages = folder.matching(/^pages\/[^/]+\.md$/u).map((file) => `/${file.slice(6, -3)}/`);
  const ofLists = kinds.flatMap((kind) => [`/${kind}/`, ...lists[kind].map(({ id }) => `/${kind}/${id}/`)]);
  return new Set([...fixed, ...ofYears, ...ofIssues, ...ofArticles, ...ofPages, ...ofLists]);
}

/** The addresses of list pages after the first. */
export function laterPages(
  drafts: ArticleDraft[],
  kinds: readonly ListKind[],
  { parks, regions }: Pick<ArticleContext, 'parks' | 'regions'>,
): string[] {
  const shown = drafts.map(({ article }) => article).filter((article) => article.public);
  const lists = indexLists(shown, parks, regions);
  return kinds.flatMap((kind) =>
    [...lists[kind]].flatMap(([id, articles]) =>
      Array.from({ length: pageCount(articles.length) - 1 }, (_, index) => `/${kind}/${id}/${index + 2}/`),
    ),
  );
}

/** Addresses of issues and years that only the dev server shows, because nothing in them is published yet. */
export function unpublishedAddresses(issues: Issue[], keptYears: readonly number[]): Set<string> {
  const published = new Set([
    ...keptYears,
    ...issues.flatMap(({ status, year }) => (status === 'published' ? year : [])),
  ]);
  return new Set(
    issues.flatMap(({ id, status, year }) => [
      ...(status === 'published' ? [] : [`/issues/${id}/`]),
      ...(published.has(year) ? [] : [`/issues/${year}/`]),
    ]),
  );
}
