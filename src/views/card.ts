import { chineseDate } from '#core/calendar-date.ts';
import type { Article, CaptionedPicture } from '#core/content.ts';
import { monthLabel } from '#core/issue-label.ts';
import type { Link, ViewContext } from './view.ts';

/** An article in a list or on a front page. */
export interface Card {
  url: string;
  title: string;
  kicker?: string;
  subtitle?: string;
  summary: string;
  genre: string;
  date: string;
  /** `YYYY-MM-DD` for `<time>`. */
  datetime: string;
  issue: string;
  category?: Link;
  picture?: CaptionedPicture;
  draft: boolean;
}

export function cardOf(article: Article, { archive, urls }: ViewContext): Card {
  const category = archive.categories.get(article.category);
  const issue = archive.issue(article.issue);
  const picture = pictureOf(article);
  return {
    url: urls.article(article.id),
    title: article.title,
    summary: article.summary,
    genre: article.genre,
    date: chineseDate(article.date),
    datetime: article.date,
    issue: issue ? monthLabel(issue) : article.issue,
    draft: !article.public,
    ...(article.kicker && { kicker: article.kicker }),
    ...(article.subtitle && { subtitle: article.subtitle }),
    ...(category && { category: { name: category.name, url: urls.list('categories', category.id) } }),
    ...(picture && { picture }),
  };
}

/** The picture for an article's card: its cover, else the first picture of its body. */
export function pictureOf(article: Article): CaptionedPicture | undefined {
  return article.cover ?? Object.values(article.pictures)[0];
}
