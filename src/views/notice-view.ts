import { chineseDate } from '#core/calendar-date.ts';
import type { Notice } from '#core/content.ts';
import { monthLabel } from '#core/issue-label.ts';
import type { Link, ViewContext } from './view.ts';

/** The notice at the address of a withdrawn article. */
export interface NoticeView {
  title?: string;
  date: string;
  datetime: string;
  reason?: string;
  issue: Link;
}

export function noticeView(notice: Notice, { archive, urls }: ViewContext): NoticeView {
  const { title, date, reason } = notice;
  const issue = archive.issue(notice.issue);
  return {
    date: chineseDate(date),
    datetime: date,
    issue: { name: issue ? monthLabel(issue) : notice.issue, url: urls.issue(notice.issue) },
    ...(title && { title }),
    ...(reason && { reason }),
  };
}
