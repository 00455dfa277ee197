import { type EditionFormat, editionFormats, hasPrintPage } from '#core/edition.ts';
import { context, withCacheKeys } from './routes.ts';
import { printView } from './views/print-view.ts';
import { printedArticles } from './views/printed-articles.ts';

/** The routes of files with a whole issue. The files repeat the articles' pages, so their keys cover those. */
export function editionPaths(format: EditionFormat) {
  const viewContext = context();
  const { issues, content } = viewContext.archive;
  return withCacheKeys(
    issues
      .filter((issue) => editionFormats(issue, content.site).includes(format))
      .map((issue) => ({
        params: { issue: issue.id, file: issue.id },
        props: { issue, articles: printedArticles(issue, viewContext) },
      })),
  );
}

/** The pages for printing a whole issue. */
export function printPaths() {
  const viewContext = context();
  return withCacheKeys(
    viewContext.archive.issues.filter(hasPrintPage).map((issue) => {
      const printed = printedArticles(issue, viewContext);
      return {
        params: { issue: issue.id },
        props: { view: printView(issue, printed, viewContext), printed },
      };
    }),
  );
}
