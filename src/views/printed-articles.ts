import type { Issue } from '#core/content.ts';
import { articleView } from './article-view.ts';
import type { ViewContext } from './view.ts';

/**
 * The views of an issue's articles as editions print them, in order: without the links to other articles at their
 * foot.
 */
export function printedArticles(issue: Issue, context: ViewContext) {
  return context.archive.articlesByCategory(issue).flatMap(({ articles }) =>
    articles.map((article) => {
      const { samePark, related, previous, next, facets, ...printed } = articleView(article, context);
      return printed;
    }),
  );
}
