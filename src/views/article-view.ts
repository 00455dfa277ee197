import { chineseDate } from '#core/calendar-date.ts';
import { type Citation, citationOf } from '#core/citation.ts';
import type { FilterName } from '#core/filter-name.ts';
import type { Article, CaptionedPicture, Issue } from '#core/content.ts';
import { monthLabel, serialLabel } from '#core/issue-label.ts';
import { listNames } from '#core/list-names.ts';
import type { ListKind } from '#core/url.ts';
import { type Card, cardOf } from './card.ts';
import { printedPageLinks } from './printed-page-view.ts';
import type { Link, ViewContext } from './view.ts';

/** Articles about the same park at the foot of an article. */
const MAX_SAME_PARK_CARDS = 5;

export interface ArticleView {
  /** `2022-09/slug`; the page loads the body by it. */
  id: string;
  /** SHA-256 of the file; it is part of the page's cache key and stands for the body. */
  digest: string;
  breadcrumb: Link[];
  /** Title of the bulletin. */
  masthead: string;
  issue: Link & { serial: string };
  category?: Link;
  kicker?: string;
  /** `约3200字`; absent for a short article. */
  length?: string;
  /** Whether a link back to the beginning is offered. */
  isLong: boolean;
  title: string;
  editorsTitle: boolean;
  subtitle?: string;
  summary: string;
  /** Names grouped by role, in printed order. */
  byline: { role?: string; names: string[] }[];
  interviewee?: string;
  date: string;
  datetime: string;
  dateNote?: string;
  source?: { name: string; url?: string };
  reprint?: { title?: string; author?: string; date?: string; url?: string };
  rights: string;
  editor?: string;
  review?: { first: string; second: string; final: string };
  page?: { label: string; url?: string };
  masked: boolean;
  draft: boolean;
  genre: string;
  parks: Link[];
  counties: Link[];
  cities: Link[];
  terms: { kind: ListKind; links: Link[] }[];
  /** What readers call each kind of list. */
  listNames: Record<ListKind, string>;
  cover?: CaptionedPicture;
  pictures: Article['pictures'];
  corrections: { date: string; datetime: string; text: string }[];
  previous?: Link;
  next?: Link;
  samePark?: { park: Link; cards: Card[] };
  related: Card[];
  /** Absent for a draft whose issue is not known. */
  citation?: Citation;
  /** Filter values for the search index; `county` contains codes of counties and of cities. */
  facets: { name: FilterName; value: string }[];
}

/** Minimum characters of an article whose page shows its length, and of one that fills several screens. */
const MIN_LENGTH_SHOWN = 1000;
const MIN_LONG = 2500;

/** `约3200字`, `约2.1万字`. */
function lengthLabel(characters: number): string {
  return characters < 9950
    ? `约${Math.round(characters / 100) * 100}字`
    : `约${Number((characters / 10_000).toFixed(1))}万字`;
}

/** `初审 甲某　复审 乙某　终审 丙某`. */
export function reviewLine({ first, second, final }: NonNullable<ArticleView['review']>): string {
  return `初审 ${first}　复审 ${second}　终审 ${final}`;
}

const RIGHTS = { own: '本刊稿件', reprint: '转载', cleared: '经授权刊用', unknown: '权利未明' };

export function articleView(article: Article, context: ViewContext): ArticleView {
  const { archive, urls } = context;
  const issue = archive.issue(article.issue);
  const category = archive.categories.get(article.category);
  const source = article.source === undefined ? undefined : archive.sources.get(article.source);
  const inIssue = archive.articlesOf(article.issue);
  const at = inIssue.indexOf(article);
  const neighbour = (step: 1 | -1): Link | undefined => {
    const other = inIssue[at + step];
    return other && { name: other.title, url: urls.article(other.id) };
  };
  const issueLink = {
    name: issue ? monthLabel(issue) : article.issue,
    url: urls.issue(article.issue),
    serial: issue ? serialLabel(issue) : '',
  };
  const categoryLink = category && { name: category.name, url: urls.list('categories', category.id) };
  const [previous, next] = [neighbour(-1), neighbour(1)];
  const { kicker, subtitle, dateNote, editor, review, page, cover } = article;
  const samePark = sameParkOf(article, context);
  return {
    id: article.id,
    digest: article.digest,
    breadcrumb: [{ name: '首页', url: urls.home() }, issueLink, ...(categoryLink ? [categoryLink] : [])],
    masthead: archive.content.site.title,
    issue: issueLink,
    title: article.title,
    isLong: article.length >= MIN_LONG,
    ...(article.length >= MIN_LENGTH_SHOWN && { length: lengthLabel(article.length) }),
    editorsTitle: article.titleBy === 'editor',
    summary: article.summary,
    byline: groupByRole(article),
    date: chineseDate(article.date),
    datetime: article.date,
    rights: RIGHTS[article.rights],
    masked: article.masked,
    draft: !article.public,
    genre: article.genre,
    ...placeLinks(article, context),
    terms: termLinks(article, context),
    listNames: listNames(archive.content.site),
    pictures: article.pictures,
    corrections: article.corrections.map(({ date, text }) => ({
      date: chineseDate(date),
      datetime: date,
      text,
    })),
    related: article.related.flatMap((id) => {
      const other = archive.article(id);
      return other ? [cardOf(other, context)] : [];
    }),
    facets: facetsOf(article, context),
    ...(issue && { citation: citationOf(article, issue, archive.content.site) }),
    ...(categoryLink && { category: categoryLink }),
    ...(article.interviewee && { interviewee: `${article.interviewee.post} ${article.interviewee.name}` }),
    ...(source && { source: { name: source.name, ...(source.url && { url: source.url }) } }),
    ...(article.reprint && { reprint: reprintOf(article.reprint) }),
    ...(kicker && { kicker }),
    ...(subtitle && { subtitle }),
    ...(dateNote && { dateNote }),
    ...(editor && { editor }),
    ...(review && { review }),
    ...(page && { page: printedPageOf(page, issue, urls) }),
    ...(cover && { cover }),
    ...(previous && { previous }),
    ...(next && { next }),
    ...(samePark && { samePark }),
  };
}

/** The printed page of an article, with a link where there is a picture of it. */
function printedPageOf(
  no: number,
  issue: Issue | undefined,
  urls: ViewContext['urls'],
): NonNullable<ArticleView['page']> {
  const url = issue && printedPageLinks(issue, urls).find((page) => page.no === no)?.url;
  return { label: `第${no}版`, ...(url !== undefined && { url }) };
}

/** Groups consecutive names with the same role; 作者 and 署名单位 are not printed. */
function groupByRole({ byline }: Article): ArticleView['byline'] {
  const groups: ArticleView['byline'] = [];
  for (const { name, role, org } of byline) {
    const printed = org ? `${name}（${org}）` : name;
    const label = role === '作者' || role === '署名单位' ? undefined : role;
    const last = groups.at(-1);
    if (last && last.role === label) last.names.push(printed);
    else groups.push({ ...(label && { role: label }), names: [printed] });
  }
  return groups;
}

function reprintOf(reprint: NonNullable<Article['reprint']>): ArticleView['reprint'] {
  const { originalTitle, originalAuthor, originalDate, url } = reprint;
  return {
    ...(originalTitle && { title: originalTitle }),
    ...(originalAuthor && { author: originalAuthor }),
    ...(originalDate && { date: chineseDate(originalDate) }),
    ...(url && { url }),
  };
}

function placeLinks(
  article: Article,
  { archive, urls }: ViewContext,
): Pick<ArticleView, 'parks' | 'counties' | 'cities'> {
  const region = (code: string): Link[] => {
    const found = archive.regions.get(code);
    return found ? [{ name: found.name, url: urls.list('regions', code) }] : [];
  };
  return {
    parks: article.parks.flatMap((id) => {
      const park = archive.parks.get(id);
      return park ? [{ name: park.shortName, url: urls.list('parks', id) }] : [];
    }),
    counties: article.counties.flatMap(region),
    cities: article.cities.flatMap(region),
  };
}

function termLinks(article: Article, { archive, urls }: ViewContext): ArticleView['terms'] {
  const kinds: [ListKind, string[]][] = [
    ['series', article.series ? [article.series] : []],
    ['topics', article.topics],
    ['industries', article.industries],
  ];
  return kinds.flatMap(([kind, ids]) => {
    const links = archive
      .entries(kind)
      .filter(({ id }) => ids.includes(id))
      .map(({ id, name }) => ({ name, url: urls.list(kind, id) }));
    return links.length > 0 ? [{ kind, links }] : [];
  });
}

/** The newest other articles about the main park. */
function sameParkOf(article: Article, context: ViewContext): ArticleView['samePark'] {
  const { archive, urls } = context;
  const park = article.parks[0] === undefined ? undefined : archive.parks.get(article.parks[0]);
  if (!park) return undefined;
  const others: Article[] = [];
  for (const other of archive.articlesIn('parks', park.id)) {
    if (other.id !== article.id && !article.related.includes(other.id)) others.push(other);
    if (others.length === MAX_SAME_PARK_CARDS) break;
  }
  if (others.length === 0) return undefined;
  return {
    park: { name: park.shortName, url: urls.list('parks', park.id) },
    cards: others.map((other) => cardOf(other, context)),
  };
}

function facetsOf(article: Article, { archive }: ViewContext): ArticleView['facets'] {
  const regions = [...article.counties, ...article.cities]
    .flatMap((code) => archive.regionPath(code))
    .filter(({ level }) => level !== 'province');
  const parks = article.parks.flatMap((id) => archive.parkPath(id));
  const ids = (entries: { id: string }[]) => [...new Set(entries.map(({ id }) => id))];
  return [
    { name: 'category', value: article.category },
    ...ids(parks).map((value) => ({ name: 'park' as const, value })),
    ...ids(regions).map((value) => ({ name: 'county' as const, value })),
    { name: 'year', value: article.issue.slice(0, 4) },
    { name: 'genre', value: article.genre },
  ];
}
