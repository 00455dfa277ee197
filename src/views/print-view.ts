import { colophonLines } from '#core/colophon.ts';
import { chineseDate } from '#core/calendar-date.ts';
import { type Issue, isPublic } from '#core/content.ts';
import { monthLabel, numberLabel, serialLabel } from '#core/issue-label.ts';
import type { PrintedArticle } from './printed-articles.ts';
import type { Link, ViewContext } from './view.ts';

/** An issue on one page, for printing. */
export interface PrintView {
  issue: Link;
  /** Absolute address of the issue's page; absent if the site has no public address. */
  address?: string;
  masthead: string;
  /** `2022年9月号`, and the title of a regular issue. */
  label: string;
  title?: string;
  /** `第1期　总第1期　2022年9月28日`. */
  numbers: string;
  /** Only articles that are public. */
  columns: { name: string; articles: PrintedFacts[] }[];
  colophon: [label: string, text: string][];
}

/** Facts about an article besides its text, which the print page copies from the article's page. */
export type PrintedFacts = Pick<
  PrintedArticle,
  'id' | 'title' | 'corrections' | 'editor' | 'review' | 'rights'
>;

/** @param printed the views of the issue's articles */
export function printView(
  issue: Issue,
  printed: readonly PrintedArticle[],
  { archive, urls }: ViewContext,
): PrintView {
  const views = new Map(printed.map((view) => [view.id, view]));
  const { site } = archive.content;
  const numbers = [numberLabel(issue), serialLabel(issue), chineseDate(issue.date)];
  const columns = archive.articlesByCategory(issue).map(({ category, articles }) => ({
    name: category.name,
    articles: articles
      .filter((article) => isPublic(article, issue))
      .flatMap(({ id }) => views.get(id) ?? [])
      .map(printedFacts),
  }));
  return {
    issue: { name: monthLabel(issue), url: urls.issue(issue.id) },
    ...(urls.isPublic && { address: urls.absolute(urls.issue(issue.id)) }),
    masthead: site.title,
    label: monthLabel(issue),
    ...(issue.title !== undefined && issue.special === undefined && { title: issue.title }),
    numbers: numbers.filter(Boolean).join('　'),
    columns: columns.filter(({ articles }) => articles.length > 0),
    colophon: colophonLines(issue, site),
  };
}

function printedFacts({ id, title, corrections, editor, review, rights }: PrintedArticle): PrintedFacts {
  return { id, title, corrections, rights, ...(editor && { editor }), ...(review && { review }) };
}
