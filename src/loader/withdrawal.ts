import { parseCalendarDate } from '#core/calendar-date.ts';
import { type Article, hasNotice, type Issue, type Notice } from '#core/content.ts';
import type { ArticleFrontMatter } from '#core/schema/article.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';

/** Checks that an article with `withdrawn` also has the status. */
export function checkWithdrawal(
  { status = 'draft', withdrawn }: ArticleFrontMatter,
  collector: DiagnosticCollector,
): void {
  if (withdrawn === undefined || status === 'withdrawn') return;
  const problem = `写了撤稿说明（withdrawn），状态却是 ${status}，并没有撤稿`;
  collector.at(['withdrawn'], 'withdrawn', problem, '要撤稿，写 status: withdrawn；不撤稿，删去 withdrawn');
}

/** What a withdrawn article's page may show; undefined if it has no such page. */
export function noticeOf(
  { id, issue: folder, aliases }: Article,
  written: ArticleFrontMatter,
  issue: Issue,
): Notice | undefined {
  const { title, withdrawn } = written;
  if (!withdrawn || !hasNotice(written, issue)) return undefined;
  const { date, reason, hideTitle = false } = withdrawn;
  return {
    id,
    issue: folder,
    date: parseCalendarDate(date) ?? date,
    aliases,
    ...(title && !hideTitle && { title }),
    ...(reason && { reason }),
  };
}
