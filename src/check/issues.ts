import { isAfter } from '#core/calendar-date.ts';
import type { Content } from '#core/content.ts';
import type { Diagnostic } from '#core/diagnostic.ts';

/**
 * Published issues that are dated after a day: a build without --as-of publishes them at once.
 * @param day `2022-10-31`
 */
export function datesAhead({ issues }: Pick<Content, 'issues'>, day: string): Diagnostic[] {
  return issues
    .filter(
      ({ status, date }) => status === 'published' && isAfter(date.length === 7 ? `${date}-01` : date, day),
    )
    .map(({ id, date }) => ({
      rule: 'date-ahead',
      severity: 'warning',
      file: `issues/${id}/issue.yaml`,
      line: 1,
      column: 1,
      problem: `出刊日期 ${date} 还没到（今天按 ${day} 算），现在发布就会登出来`,
      fix: '日期写错的改正；要到那天才登，发布时写 npm run build -- --as-of 今天的日期',
    }));
}

/** Published issues without a lead: the front page and the cover show the first article in its place. */
export function withoutLead({ issues, articles }: Pick<Content, 'issues' | 'articles'>): Diagnostic[] {
  const shown = articles.filter((article) => article.public);
  const led = new Set(shown.filter(({ lead }) => lead).map(({ issue }) => issue));
  return issues
    .filter(
      ({ id, status }) => status === 'published' && !led.has(id) && shown.some(({ issue }) => issue === id),
    )
    .map(({ id }) => ({
      rule: 'no-lead',
      severity: 'warning',
      file: `issues/${id}/issue.yaml`,
      line: 1,
      column: 1,
      problem: '这一期没有头条，首页和封面用第一篇代替',
      fix: '在头条稿件的稿件信息里加一行 lead: true',
    }));
}
