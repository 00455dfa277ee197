import { chineseDate } from '#core/calendar-date.ts';
import { compareText } from '#core/text/compare-text.ts';
import { monthLabel } from '#core/issue-label.ts';
import type { Site } from '#core/schema/site.ts';
import type { Link, ViewContext } from './view.ts';

export interface Contact {
  label: string;
  value: string;
  url?: string;
}

/** The contacts that are marked public. */
export function contactsView(site: Site): Contact[] {
  return (site.contacts ?? [])
    .filter((contact) => contact.public)
    .map(({ label, value }) => ({ label, value, ...(value.includes('@') && { url: `mailto:${value}` }) }));
}

/** A correction, or a withdrawal. */
export interface CorrectionView {
  label: '更正' | '撤稿';
  date: string;
  datetime: string;
  text: string;
  article: Link;
}

/** All corrections and withdrawals, newest first. */
export function correctionsView({ archive, urls }: ViewContext): CorrectionView[] {
  const corrections = archive.articles.flatMap(({ id, title, corrections: own }) =>
    own.map(({ date, text }) => ({
      label: '更正' as const,
      date: chineseDate(date),
      datetime: date,
      text,
      article: { name: title, url: urls.article(id) },
    })),
  );
  const withdrawals = archive.content.notices.map(({ id, issue, title, date, reason = '' }) => {
    const from = archive.issue(issue);
    const name = title ?? (from ? `${monthLabel(from)}的一篇稿件` : '一篇稿件');
    return {
      label: '撤稿' as const,
      date: chineseDate(date),
      datetime: date,
      text: reason,
      article: { name, url: urls.article(id) },
    };
  });
  return [...corrections, ...withdrawals].toSorted((a, b) => compareText(b.datetime, a.datetime));
}
