import type { Issue, PageArea, PageFile, Picture } from '#core/content.ts';
import { monthLabel } from '#core/issue-label.ts';
import { shownPages } from '#core/printed-pages.ts';
import type { Link, ViewContext } from './view.ts';

/** A printed page: its picture, and where the articles stand on it. */
export interface PrintedPageView {
  no: number;
  /** `第1版　要闻` */
  label: string;
  issue: Link;
  picture: Picture;
  pdf?: { url: string; size: string };
  /** In per cent; an article may have several. */
  areas: (Omit<PageArea, 'article'> & { title: string; url: string })[];
  /** Each article once, in the order of its first area. */
  articles: Link[];
  /** All pages of the issue. */
  pages: PrintedPageLink[];
  previous?: Link;
  next?: Link;
}

export type PrintedPageLink = Link & { no: number; picture: Picture };

/** Links to the printed pages of an issue. */
export function printedPageLinks({ id, pages }: Issue, urls: ViewContext['urls']): PrintedPageLink[] {
  return shownPages(pages).map(({ no, name, picture }) => ({
    name: pageLabel({ no, ...(name !== undefined && { name }) }),
    url: urls.printedPage(id, no),
    no,
    picture,
  }));
}

/** The printed pages of an issue of which there are pictures; articles that are not published are not in them. */
export function printedPageViews(issue: Issue, { archive, urls }: ViewContext): PrintedPageView[] {
  const shown = shownPages(issue.pages);
  const pages = printedPageLinks(issue, urls);
  return shown.map((page, index) => {
    const areas = page.areas.flatMap(({ article: id, ...area }) => {
      const article = archive.article(id);
      return article ? [{ ...area, title: article.title, url: urls.article(id) }] : [];
    });
    const [previous, next] = [pages[index - 1], pages[index + 1]];
    return {
      no: page.no,
      label: pageLabel(page),
      issue: { name: monthLabel(issue), url: urls.issue(issue.id) },
      picture: page.picture,
      areas,
      articles: [...new Map(areas.map(({ title, url }) => [url, { name: title, url }])).values()],
      pages,
      ...(page.pdf && {
        pdf: { url: urls.printedPagePdf(issue.id, page.no), size: sizeLabel(page.pdf.bytes) },
      }),
      ...(previous && { previous: { name: previous.name, url: previous.url } }),
      ...(next && { next: { name: next.name, url: next.url } }),
    };
  });
}

/** The PDF files of the printed pages of an issue. */
export function printedPageFiles({ pages = [] }: Issue): { no: number; pdf: PageFile }[] {
  return pages.flatMap(({ no, pdf }) => (pdf ? [{ no, pdf }] : []));
}

function pageLabel({ no, name }: { no: number; name?: string }): string {
  return [`第${no}版`, name].filter(Boolean).join('　');
}

function sizeLabel(bytes: number): string {
  return bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
