import { chineseDate } from '#core/calendar-date.ts';
import { compareText } from '#core/diagnostic.ts';
import type { Site } from '#core/schema/site.ts';
import type { Link, ViewContext } from './view.ts';

export interface Contact {
  label: string;
  value: string;
  url?: string;
}

/** Contacts that the site marks public, and no others. */
export function contactsView(site: Site): Contact[] {
  return (site.contacts ?? [])
    .filter((contact) => contact.public)
    .map(({ label, value }) => ({ label, value, ...(value.includes('@') && { url: `mailto:${value}` }) }));
}

export interface CorrectionView {
  date: string;
  datetime: string;
  text: string;
  article: Link;
}

/** All corrections, newest first. */
export function correctionsView({ archive, urls }: ViewContext): CorrectionView[] {
  return archive.issues
    .flatMap(({ id }) => archive.articlesOf(id))
    .flatMap((article) =>
      article.corrections.map(({ date, text }) => ({
        date: chineseDate(date),
        datetime: date,
        text,
        article: { name: article.title, url: urls.article(article.id) },
      })),
    )
    .toSorted((a, b) => compareText(b.datetime, a.datetime));
}
