import type { Issue } from '#core/content.ts';
import { type ArticleView, articleView } from './article-view.ts';
import type { ViewContext } from './view.ts';

/** The view of an article as editions and the print page show it: without the links to other articles at its foot. */
export type PrintedArticle = Omit<ArticleView, 'samePark' | 'related' | 'previous' | 'next' | 'facets'>;

/** The views of an issue's articles, in order. */
export function printedArticles(issue: Issue, context: ViewContext): PrintedArticle[] {
  return context.archive.articlesByCategory(issue).flatMap(({ articles }) =>
    articles.map((article) => {
      const { samePark, related, previous, next, facets, ...printed } = articleView(article, context);
      return printed;
    }),
  );
}
