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

/** Records what a published issue lacks as a whole: articles, and the lead of the front page. */
export function checkWholeIssues(
  issues: readonly Issue[],
  articles: readonly Article[],
  scribeOf: (file: string) => Scribe,
): void {
  const byIssue = Map.groupBy(
    articles.filter((article) => article.public),
    ({ issue }) => issue,
  );
  for (const { id, status } of issues) {
    if (status !== 'published') continue;
    const own = byIssue.get(id) ?? [];
    const scribe = scribeOf(`issues/${id}/issue.yaml`);
    const rule = { line: 1, column: 1 };
    if (own.length === 0) {
      const fix = '把要发的稿件改成 status: ready；还没编好就把这里改成 status: draft';
      scribe.add([{ rule: 'empty-issue', ...rule, problem: '这一期已出刊，却没有一篇可以发布的稿件', fix }]);
    } else if (!own.some(({ lead }) => lead)) {
      const fix = '在头条稿件的稿件信息里加一行 lead: true';
      const problem = '这一期没有头条，首页和封面用第一篇代替';
      scribe.add([{ rule: 'no-lead', severity: 'warning', ...rule, problem, fix }]);
    }
  }
}

/** The day that a date written as a month begins with. */
function firstDay(date: string): string {
  return date.length === 7 ? `${date}-01` : date;
}
