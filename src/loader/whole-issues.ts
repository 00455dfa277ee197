import { isAfter } from '#core/calendar-date.ts';
import { type Article, isPublic, type Issue } from '#core/content.ts';
import type { Scribe } from './scribe.ts';

/**
 * Issues as they stand on a day: one that comes out later is a draft, so nothing of it is public. No article
 * is dated after its issue.
 * @param day `2022-10-31`; without it every issue is as it is written
 */
export function issuesAsOf(issues: readonly Issue[], day: string | undefined): Issue[] {
  return issues.map((issue) =>
    day !== undefined && isAfter(firstDay(issue.date), day) ? { ...issue, status: 'draft' } : issue,
  );
}

/** Articles as they will be when all that is published is out. */
export function articlesWhenOut(articles: readonly Article[], issues: readonly Issue[]): Article[] {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return articles.map((article) => {
    const issue = byId.get(article.issue);
    return issue ? { ...article, public: isPublic(article, issue) } : article;
  });
}

/** Records published issues that readers would find empty: no article, and no notice of a withdrawn one. */
export function checkEmptyIssues(
  issues: readonly Issue[],
  shown: readonly Pick<Article, 'issue'>[],
  scribeOf: (file: string) => Scribe,
): void {
  const full = new Set(shown.map(({ issue }) => issue));
  for (const { id, status } of issues) {
    if (status !== 'published' || full.has(id)) continue;
    scribeOf(`issues/${id}/issue.yaml`).whole(
      'empty-issue',
      '这一期已出刊，却没有一篇可以发布的稿件',
      '把要发的稿件改成 status: ready；还没编好就把这里改成 status: draft',
    );
  }
}

/** The day that a date written as a month begins with. */
function firstDay(date: string): string {
  return date.length === 7 ? `${date}-01` : date;
}
