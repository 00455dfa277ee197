import { type CalendarDate, chineseDate, latest } from '#core/calendar-date.ts';
import type { Article, Issue, Picture, Term } from '#core/content.ts';
import { type Feed, type FeedEntry, MAX_ENTRIES } from '#core/feed.ts';
import { monthLabel } from '#core/issue-label.ts';
import { listNames } from '#core/list-names.ts';
import { firstAddress, firstIssueAddress } from '#core/published-addresses.ts';
import { compareText } from '#core/text/compare-text.ts';
import type { ListKind } from '#core/url.ts';
import { pictureOf } from './card.ts';
import type { ViewContext } from './view.ts';

/** Lists that have a feed each. */
const FEED_KINDS: readonly ListKind[] = ['categories', 'parks', 'regions'];

/** Whether each list of a kind has a feed. */
export function hasFeeds(kind: ListKind): boolean {
  return FEED_KINDS.includes(kind);
}

/** A feed of articles. The sizes of their pictures are added when these are encoded. */
export interface ArticleFeed {
  rss: Feed;
  /** The articles of the entries, in the same order. */
  sources: { id: string; picture?: Picture }[];
}

/** The feed of all articles. The full text is added when the pages are finished. */
export interface WholeFeed extends ArticleFeed {
  /** The address of the same feed as JSON. */
  json: string;
  /** The issues of these articles, each with its entry and the place of its first article. */
  issues: { at: number; issue: Issue; entry: FeedEntry }[];
}

/** The newest articles. */
export function wholeFeed(context: ViewContext): WholeFeed {
  const { archive, urls } = context;
  const { title, description } = archive.content.site;
  const articles = newest(archive.articles);
  return {
    rss: feedOf(
      { title, description, home: urls.home(), self: urls.feed() },
      entries(articles, context),
      context,
    ),
    json: urls.absolute(urls.jsonFeed()),
    issues: issueEntries(articles, context),
    sources: articles.map(sourceOf),
  };
}

/** The published issues of articles. */
function issueEntries(articles: readonly Article[], { archive, urls }: ViewContext): WholeFeed['issues'] {
  const ids = [...new Set(articles.map(({ issue }) => issue))];
  return ids.flatMap((id) => {
    const issue = archive.issue(id);
    if (issue?.status !== 'published') return [];
    const titles = archive.articlesOf(id).filter(isShown);
    const entry = {
      id: urls.absolute(urls.internal(firstIssueAddress(issue))),
      url: urls.absolute(urls.issue(id)),
      title: `《${archive.content.site.title}》${monthLabel(issue)}`,
      date: issue.date,
      summary: titles.map(({ title }) => title).join('　'),
      authors: [],
      categories: [],
    };
    return [{ at: articles.findIndex((article) => article.issue === id), issue, entry }];
  });
}

function sourceOf(article: Article): ArticleFeed['sources'][number] {
  const shown = pictureOf(article);
  return { id: article.id, ...(shown && { picture: shown.picture }) };
}

/** The newest articles of a column, a park or a region, with summaries. */
export function listFeed(kind: ListKind, { id, name }: Term, context: ViewContext): ArticleFeed {
  const { archive, urls } = context;
  const { title } = archive.content.site;
  const head = {
    title: `${name} - ${title}`,
    description: `《${title}》关于${name}的稿件`,
    home: urls.list(kind, id),
    self: urls.feed(kind, id),
  };
  const articles = newest(archive.articlesIn(kind, id));
  return { rss: feedOf(head, entries(articles, context), context), sources: articles.map(sourceOf) };
}

/** The newest corrections and withdrawals. Of a withdrawn article it shows only title and date. */
export function correctionsFeed(context: ViewContext): Feed {
  const { archive, urls } = context;
  const { site, notices, pages } = archive.content;
  const corrections = archive.articles.filter(isShown).flatMap((article) =>
    article.corrections.map(({ date, text }, index) => ({
      ...correctionEntry(article, `更正：${article.title}`, date, context),
      id: `${idOf(article, context)}#${correctionAnchor(article, index)}`,
      summary: text,
    })),
  );
  const withdrawals = notices.map((notice) => {
    const issue = archive.issue(notice.issue);
    const title = notice.title ?? (issue ? `${monthLabel(issue)}的一篇稿件` : '一篇稿件');
    return {
      ...correctionEntry(notice, `撤稿：${title}`, notice.date, context),
      id: `${idOf(notice, context)}#withdrawn`,
      summary: `${chineseDate(notice.date)}，本刊撤下这篇稿件。`,
    };
  });
  const newestFirst = [...corrections, ...withdrawals]
    .toSorted((a, b) => compareText(b.date, a.date))
    .slice(0, MAX_ENTRIES);
  const home = pages.some(({ id }) => id === 'corrections') ? urls.page('corrections') : urls.home();
  return feedOf(
    {
      title: `更正和撤稿 - ${site.title}`,
      description: `《${site.title}》刊登的更正和撤稿`,
      home,
      self: urls.correctionsFeed(),
    },
    newestFirst,
    context,
  );
}

/** The page that lists all feeds. */
export interface FeedsView {
  title: string;
  whole: string;
  json: string;
  corrections: string;
  lists: { label: string; feeds: { name: string; url: string }[] }[];
}

export function feedsView({ archive, urls }: ViewContext): FeedsView {
  const names = listNames(archive.content.site);
  return {
    title: archive.content.site.title,
    whole: urls.absolute(urls.feed()),
    json: urls.absolute(urls.jsonFeed()),
    corrections: urls.absolute(urls.correctionsFeed()),
    lists: archive.content.kinds.filter(hasFeeds).map((kind) => ({
      label: names[kind],
      feeds: archive.entries(kind).map(({ id, name }) => ({ name, url: urls.absolute(urls.feed(kind, id)) })),
    })),
  };
}

function feedOf(
  { home, self, ...names }: Pick<Feed, 'title' | 'description' | 'home' | 'self'>,
  list: FeedEntry[],
  { urls }: ViewContext,
): Feed {
  const updated = latest(list.flatMap(({ date, modified }) => [date, modified ?? date]));
  return {
    ...names,
    home: urls.absolute(home),
    self: urls.absolute(self),
    ...(updated && { updated }),
    entries: list,
  };
}

function entries(articles: readonly Article[], context: ViewContext): FeedEntry[] {
  const { archive, urls } = context;
  return articles.map((article) => {
    const modified = latest(article.corrections.map(({ date }) => date));
    const topics = archive.entries('topics').filter(({ id }) => article.topics.includes(id));
    const category = archive.categories.get(article.category);
    const parks = article.parks.flatMap((id) => archive.parks.get(id)?.shortName ?? []);
    return {
      id: idOf(article, context),
      url: urls.absolute(urls.article(article.id)),
      title: article.title,
      date: article.date,
      summary: article.summary,
      authors: [...new Set(article.byline.map(({ name }) => name))],
      categories: [...(category ? [category.name] : []), ...parks, ...topics.map(({ name }) => name)],
      ...(modified && { modified }),
    };
  });
}

function correctionEntry(
  { id }: { id: string },
  title: string,
  date: CalendarDate,
  { urls }: ViewContext,
): Omit<FeedEntry, 'id' | 'summary'> {
  return { url: urls.absolute(urls.article(id)), title, date, authors: [], categories: [] };
}

/** `correction-2022-10-31`, with a number from the second correction of a day on. */
function correctionAnchor({ corrections }: Article, index: number): string {
  const date = corrections[index]?.date ?? '';
  const before = corrections.slice(0, index).filter((other) => other.date === date).length;
  return `correction-${date}${before === 0 ? '' : `-${before + 1}`}`;
}

function idOf(article: Pick<Article, 'id' | 'aliases'>, { urls }: ViewContext): string {
  return urls.absolute(urls.internal(firstAddress(article)));
}

/** The first articles that may be published; the dev server also has drafts. */
function newest(articles: readonly Article[]): Article[] {
  const found: Article[] = [];
  for (const article of articles) {
    if (isShown(article)) found.push(article);
    if (found.length === MAX_ENTRIES) break;
  }
  return found;
}

function isShown(article: Article): boolean {
  return article.public;
}
