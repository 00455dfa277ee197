import type { CalendarDate } from '#core/calendar-date.ts';
import type { Article, Park } from '#core/content.ts';
import type { Person } from '#core/byline.ts';
import { monthLabel } from '#core/issue-label.ts';
import type { DescribedIssue } from './structured-data.ts';
import type { ViewContext } from './view.ts';

/** Facts about an article for search engines that its page does not show in this form. */
export interface ArticleFacts {
  url: string;
  issue: DescribedIssue;
  byline: Person[];
  originalDate?: CalendarDate;
  /** Parks, each with its county or city, and other counties and cities; none of a masked article. */
  places: { name?: string; url?: string; region?: { code: string; name: string } }[];
}

/** Undefined for drafts, and without a public address. */
export function articleFacts(article: Article, context: ViewContext): ArticleFacts | undefined {
  const { archive, urls } = context;
  const issue = archive.issue(article.issue);
  if (!urls.isPublic || !article.public || !issue) return undefined;
  const number = issue.serial ?? issue.number;
  const { originalDate } = article.reprint ?? {};
  return {
    url: urls.article(article.id),
    issue: {
      name: monthLabel(issue),
      url: urls.issue(issue.id),
      date: issue.date,
      ...(number !== undefined && { number }),
    },
    byline: article.byline,
    ...(originalDate && { originalDate }),
    places: placesOf(article, context),
  };
}

function placesOf(article: Article, { archive, urls }: ViewContext): ArticleFacts['places'] {
  const regionOf = (code = '') => {
    const name = archive.regions.get(code)?.name;
    return name === undefined ? undefined : { code, name };
  };
  const parks = article.parks.flatMap((id) => archive.parks.get(id) ?? []);
  const withPark = new Set(parks.map(placeOf));
  const regions = [...article.counties, ...article.cities].filter((code) => !withPark.has(code));
  return [
    ...parks.map((park) => {
      const region = regionOf(placeOf(park));
      return { name: park.name, url: urls.list('parks', park.id), ...(region && { region }) };
    }),
    ...regions.flatMap((code) => {
      const region = regionOf(code);
      return region ? { region } : [];
    }),
  ];
}

function placeOf({ county, city }: Park): string | undefined {
  return county ?? city;
}
