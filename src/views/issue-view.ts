import { chineseDate } from '#core/calendar-date.ts';
import type { CaptionedPicture, Issue } from '#core/content.ts';
import { monthLabel, numberLabel, serialLabel } from '#core/issue-label.ts';
import { type Card, cardOf, pictureOf } from './card.ts';
import { type PrintedPageLink, printedPageLinks } from './printed-page-view.ts';
import type { Link, ViewContext } from './view.ts';

/** A cover, generated from the data of an issue. */
export interface Cover {
  /** Id of the issue. */
  issue: string;
  url: string;
  masthead: string;
  year: number;
  /** `9`, or `1—2` for a combined issue. */
  month: string;
  label: string;
  /** `第9期`, within the year; empty if a special issue has no number. */
  number: string;
  /** `总第13期`; empty if a special issue has no number. */
  serial: string;
  title?: string;
  /** Headline of the lead article. */
  headline?: string;
  picture?: CaptionedPicture;
  draft: boolean;
}

export interface IssueView {
  id: string;
  cover: Cover;
  date: string;
  datetime: string;
  /** The printed number: that of all issues (总期号), else that within the year. */
  number?: number;
  editor?: string;
  /** Caption and credit of the issue's cover picture. */
  coverNote?: string;
  lead?: Card;
  /** Articles except the lead, by category. */
  columns: { category: Link; cards: Card[] }[];
  count: number;
  /** Its printed pages. */
  pages: PrintedPageLink[];
  previous?: Link;
  next?: Link;
  year: Link;
}

export function coverOf(issue: Issue, { archive, urls }: ViewContext): Cover {
  const articles = archive.articlesOf(issue.id);
  const lead = articles.find((article) => article.lead) ?? articles[0];
  const picture = issue.cover ?? (lead && pictureOf(lead));
  const months = [...new Set([issue.months[0], issue.months.at(-1)])];
  return {
    issue: issue.id,
    url: urls.issue(issue.id),
    masthead: archive.content.site.title,
    year: issue.year,
    month: months.join('—'),
    label: monthLabel(issue),
    number: numberLabel(issue),
    serial: serialLabel(issue),
    draft: issue.status !== 'published',
    ...(issue.title && issue.special === undefined && { title: issue.title }),
    ...(lead && { headline: lead.shortTitle ?? lead.title }),
    ...(picture && { picture }),
  };
}

export function issueView(issue: Issue, context: ViewContext): IssueView {
  const { archive, urls } = context;
  const articles = archive.articlesOf(issue.id);
  const lead = articles.find((article) => article.lead) ?? articles[0];
  const link = (step: 1 | -1): Link | undefined => {
    const other = archive.neighbour(issue, step);
    return other && { name: monthLabel(other), url: urls.issue(other.id) };
  };
  const [previous, next] = [link(-1), link(1)];
  const number = issue.serial ?? issue.number;
  return {
    id: issue.id,
    cover: coverOf(issue, context),
    date: chineseDate(issue.date),
    datetime: issue.date,
    count: articles.length,
    pages: printedPageLinks(issue, urls),
    columns: archive.articlesByCategory(issue).flatMap(({ category, articles: inCategory }) => {
      const cards = inCategory
        .filter((article) => article !== lead)
        .map((article) => cardOf(article, context));
      const link = { name: category.name, url: urls.list('categories', category.id) };
      return cards.length > 0 ? [{ category: link, cards }] : [];
    }),
    year: { name: `${issue.year}年总目录`, url: urls.year(issue.year) },
    ...(number !== undefined && { number }),
    ...(issue.editor && { editor: issue.editor }),
    ...(issue.cover && {
      coverNote: [issue.cover.caption ?? issue.cover.alt, issue.cover.credit].filter(Boolean).join('　'),
    }),
    ...(lead && { lead: cardOf(lead, context) }),
    ...(previous && { previous }),
    ...(next && { next }),
  };
}
