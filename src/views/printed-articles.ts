import type { Issue } from '#core/content.ts';
import { articleView } from './article-view.ts';
import type { ViewContext } from './view.ts';

/** What editions print of an issue's articles, in their order; the links to other articles at their foot are left out. */
export function printedArticles(issue: Issue, context: ViewContext) {
  return context.archive.articlesByCategory(issue).flatMap(({ articles }) =>
    articles.map((article) => {
      const { samePark, related, previous, next, facets, ...printed } = articleView(article, context);
      return printed;
    }),
  );
}
