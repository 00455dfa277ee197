import type { Article, Issue, Term } from '#core/content.ts';
import { monthLabel } from '#core/issue-label.ts';
import { firstAddress } from '#core/published-addresses.ts';
import type { ListKind } from '#core/url.ts';
import type { ViewContext } from './view.ts';

/** Of the data files. It changes when a field is renamed, removed, or means something else; not when one is added. */
const DATA_VERSION = 1;

/** The years with the files of their articles: one file of all would grow with the archive. */
export function dataIndex({ archive, urls }: ViewContext) {
  const { title, publisher } = archive.content.site;
  return {
    version: DATA_VERSION,
    title,
    publisher,
    url: urls.absolute(urls.home()),
    years: archive.years.map((year) => {
      const issues = archive.issues.filter((issue) => issue.year === year && isShown(issue));
      return {
        year,
        articles: issues.reduce((sum, { id }) => sum + archive.articlesOf(id).filter(isPublic).length, 0),
        url: urls.absolute(urls.articlesData(year)),
        issues: issues.map(({ id }) => ({ id, url: urls.absolute(urls.issueData(id)) })),
      };
    }),
  };
}

/** All articles of the issues of a year, newest issue first, in printed order. */
export function yearData(year: number, context: ViewContext) {
  const { archive } = context;
  return {
    version: DATA_VERSION,
    year,
    articles: archive.issues
      .filter((issue) => issue.year === year && isShown(issue))
      .flatMap(({ id }) => archive.articlesOf(id).filter(isPublic))
      .map((article) => articleData(article, context)),
  };
}

/** One issue with its articles in printed order. */
export function issueData(issue: Issue, context: ViewContext) {
  const { archive, urls } = context;
  const { id, year, number, serial, months, date, title, editor } = issue;
  return {
    version: DATA_VERSION,
    id,
    url: urls.absolute(urls.issue(id)),
    label: monthLabel(issue),
    year,
    months,
    date,
    ...(number !== undefined && { number }),
    ...(serial !== undefined && { serial }),
    ...(title && { title }),
    ...(editor && { editor }),
    articles: archive
      .articlesOf(id)
      .filter(isPublic)
      .map((article) => articleData(article, context)),
  };
}

/** An article in the data files. Addresses are absolute if the public address is known. */
function articleData(article: Article, { archive, urls }: ViewContext) {
  const { kicker, subtitle, source, series } = article;
  const terms = (kind: ListKind, ids: readonly string[]) =>
    archive
      .entries(kind)
      .filter(({ id }) => ids.includes(id))
      .map(named);
  const category = archive.categories.get(article.category);
  const from = source === undefined ? undefined : archive.sources.get(source)?.name;
  const regions = (codes: readonly string[]) =>
    codes.flatMap((code) => {
      const name = archive.regions.get(code)?.name;
      return name === undefined ? [] : { code, name };
    });
  return {
    id: urls.absolute(urls.internal(firstAddress(article))),
    url: urls.absolute(urls.article(article.id)),
    title: article.title,
    ...(kicker && { kicker }),
    ...(subtitle && { subtitle }),
    summary: article.summary,
    date: article.date,
    issue: article.issue,
    ...(category && { category: named(category) }),
    genre: article.genre,
    scope: article.scope,
    byline: article.byline,
    ...(from && { source: from }),
    rights: article.rights,
    masked: article.masked,
    parks: article.parks.flatMap((id) => {
      const park = archive.parks.get(id);
      return park ? named(park) : [];
    }),
    counties: regions(article.counties),
    cities: regions(article.cities),
    ...(series && { series: terms('series', [series])[0] }),
    topics: terms('topics', article.topics),
    industries: terms('industries', article.industries),
    corrections: article.corrections,
    characters: article.length,
  };
}

function named({ id, name }: Pick<Term, 'id' | 'name'>) {
  return { id, name };
}

/** The dev server also has drafts. */
function isPublic(article: Article): boolean {
  return article.public;
}

function isShown({ status }: Issue): boolean {
  return status === 'published';
}
