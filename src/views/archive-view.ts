import { compareText } from '#core/text/compare-text.ts';
import { countLabel, monthLabel } from '#core/issue-label.ts';
import { type Card, cardOf } from './card.ts';
import { type Cover, coverOf } from './issue-view.ts';
import type { Link, ViewContext } from './view.ts';

/** All issues: the newest year with its covers, and one line per year. */
export interface ArchiveView {
  newest?: { year: Link; covers: Cover[] };
  years: (Link & { issues: string; articles: number })[];
}

/** One year: its covers, and the table of contents (总目录) by category. */
export interface YearView {
  year: number;
  covers: Cover[];
  /** `12期`. */
  issues: string;
  contents: { category: Link; entries: { card: Card; issue: string }[] }[];
  count: number;
  previous?: Link;
  next?: Link;
}

/** The years with issues, newest first. */
export function yearsOf({ archive }: ViewContext): number[] {
  return [...new Set(archive.issues.map(({ year }) => year))].toSorted((a, b) => b - a);
}

export function archiveView(context: ViewContext): ArchiveView {
  const { archive, urls } = context;
  const years = yearsOf(context).map((year) => {
    const issues = archive.issues.filter((issue) => issue.year === year);
    const articles = issues.reduce((sum, { id }) => sum + archive.articlesOf(id).length, 0);
    return { name: `${year}年`, url: urls.year(year), issues: countLabel(issues), articles, covers: issues };
  });
  const [newest] = years;
  return {
    years: years.map(({ covers: _, ...year }) => year),
    ...(newest && {
      newest: {
        year: { name: newest.name, url: newest.url },
        covers: newest.covers.map((issue) => coverOf(issue, context)),
      },
    }),
  };
}

export function yearView(year: number, context: ViewContext): YearView {
  const { archive, urls } = context;
  const years = yearsOf(context);
  const issues = archive.issues.filter((issue) => issue.year === year).toReversed();
  const entries = issues.flatMap((issue) =>
    archive.articlesOf(issue.id).map((article) => ({ article, issue: monthLabel(issue) })),
  );
  const byCategory = Map.groupBy(entries, ({ article }) => article.category);
  const contents = [...byCategory]
    .flatMap(([id, inCategory]) => {
      const category = archive.categories.get(id);
      return category ? [{ category, inCategory }] : [];
    })
    .toSorted((a, b) => a.category.order - b.category.order || compareText(a.category.id, b.category.id))
    .map(({ category, inCategory }) => ({
      category: { name: category.name, url: urls.list('categories', category.id) },
      entries: inCategory.map(({ article, issue }) => ({ card: cardOf(article, context), issue })),
    }));
  const link = (other: number | undefined): Link | undefined =>
    other === undefined ? undefined : { name: `${other}年`, url: urls.year(other) };
  const previous = link(years.find((other) => other < year));
  const next = link(years.findLast((other) => other > year));
  return {
    year,
    covers: issues.map((issue) => coverOf(issue, context)),
    issues: countLabel(issues),
    contents,
    count: entries.length,
    ...(previous && { previous }),
    ...(next && { next }),
  };
}
