import { isLater } from '#core/calendar-date.ts';
import type { Issue } from '#core/content.ts';
import type { ArticleDraft } from './article-reader.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';

/** The dated parts of a bulletin. */
export interface Dated {
  issues: Issue[];
  drafts: ArticleDraft[];
}

/**
 * A bulletin as of a day. Later issues and articles become drafts, so that no later step can publish them;
 * so does an issue whose articles are all later.
 * @param day `2022-10-31`; undefined leaves everything unchanged, and no clock is read
 */
export function asOf({ issues, drafts }: Dated, day: string | undefined): Dated {
  if (day === undefined) return { issues, drafts };
  const isDue = new Map(issues.map(({ id, date }) => [id, !isLater(date, day)]));
  const adjusted = drafts.map((draft) => {
    const { article } = draft;
    if (isDue.get(article.issue) !== false && !isLater(article.date, day)) return draft;
    const status = article.status === 'ready' ? 'draft' : article.status;
    return { ...draft, article: { ...article, status, public: false }, notice: undefined };
  });
  const withText = (list: readonly ArticleDraft[]) =>
    new Set(
      list.filter(({ article, notice }) => article.public || notice).map(({ article }) => article.issue),
    );
  const [before, after] = [withText(drafts), withText(adjusted)];
  return {
    issues: issues.map((issue) =>
      isDue.get(issue.id) && (after.has(issue.id) || !before.has(issue.id))
        ? issue
        : { ...issue, status: 'draft' },
    ),
    drafts: adjusted,
  };
}

/**
 * Warns about published issues, and articles in other issues, that are dated after today: a build without
 * `--as-of` publishes them at once.
 */
export function checkDatesAhead(
  { issues, drafts }: Dated,
  today: string,
  files: { collectorOf(file: string): DiagnosticCollector },
): void {
  const ahead = new Set<string>();
  for (const { id, status, date } of issues) {
    if (status !== 'published' || !isLater(date, today)) continue;
    ahead.add(id);
    warn(files.collectorOf(`issues/${id}/issue.yaml`), `出刊日期 ${date} 还没到`);
  }
  for (const { article, collector } of drafts) {
    const { date, issue } = article;
    if (article.public && !ahead.has(issue) && isLater(date, today)) warn(collector, `日期 ${date} 还没到`);
  }

  function warn(collector: DiagnosticCollector, what: string): void {
    const place = collector.source?.place(['date']) ?? { line: 1, column: 1 };
    const problem = `${what}（今天按 ${today} 算），现在发布就会登出来`;
    const fix = '日期写错的改正；要到那天才登，发布时写 npm run build -- --as-of 今天的日期';
    collector.add([{ rule: 'date-ahead', severity: 'warning', ...place, problem, fix }]);
  }
}
