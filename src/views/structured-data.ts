import type {
  AdministrativeArea,
  BreadcrumbList,
  ListItem,
  NewsArticle,
  Organization,
  Periodical,
  Person as PersonNode,
  Place,
  PropertyValue,
  PublicationIssue,
} from 'schema-dts';
import { type CalendarDate, rfc3339Date } from '#core/calendar-date.ts';
import type { Site } from '#core/schema/site.ts';
import { issnOf } from '#core/site-records.ts';
import type { Urls } from '#core/url.ts';
import type { ArticleFacts } from './article-facts.ts';
import type { ArticleView } from './article-view.ts';
import type { ShareImage } from './share-image.ts';
import type { Link } from './view.ts';

/**
 * Pages described in the vocabulary of schema.org, with types checked against it.
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */

/** The context of every description. */
export interface Publication {
  site: Site;
  urls: Urls;
}

/** The object form of a type of schema.org; the package's types also allow an address in its place. */
type Node<T> = Exclude<T, string>;

/** An issue of the bulletin. */
export interface DescribedIssue extends Link {
  date: CalendarDate;
  /** The printed number: that of all issues (总期号), else that within the year. */
  number?: number;
}

/** The bulletin. */
export function periodicalNode({ site, urls }: Publication): Node<Periodical> {
  const { title, records } = site;
  const issn = records?.issn === undefined ? undefined : issnOf(records.issn)?.replace('ISSN ', '');
  const home = urls.absolute(urls.home());
  return {
    '@type': 'Periodical',
    '@id': `${home}#periodical`,
    name: title,
    url: home,
    publisher: publisherNode({ site, urls }),
    ...(issn && { issn }),
  };
}

/** An issue, in its periodical. */
export function issueNode(
  { name, url, date, number }: DescribedIssue,
  publication: Publication,
): Node<PublicationIssue> {
  const address = publication.urls.absolute(url);
  return {
    '@type': 'PublicationIssue',
    '@id': `${address}#issue`,
    url: address,
    name,
    datePublished: date,
    ...(number !== undefined && { issueNumber: number }),
    isPartOf: periodicalNode(publication),
  };
}

/** An article in its issue. */
export function articleNode(
  view: ArticleView,
  facts: ArticleFacts,
  { modified, image }: { modified: CalendarDate; image?: ShareImage },
  publication: Publication,
): Node<NewsArticle> {
  const url = publication.urls.absolute(facts.url);
  const { authors, contributors } = peopleOf(facts);
  const { category, corrections, subtitle } = view;
  return {
    '@type': 'NewsArticle',
    '@id': `${url}#article`,
    mainEntityOfPage: url,
    url,
    headline: view.title,
    ...(subtitle && { alternativeHeadline: subtitle }),
    description: view.summary,
    inLanguage: 'zh-CN',
    genre: view.genre,
    ...(category && { articleSection: category.name }),
    ...(image && {
      image: { '@type': 'ImageObject', url: image.url, width: `${image.width}`, height: `${image.height}` },
    }),
    datePublished: rfc3339Date(view.datetime),
    dateModified: rfc3339Date(modified),
    author: authors.length > 0 ? authors : publisherNode(publication),
    ...(contributors.length > 0 && { contributor: contributors }),
    publisher: publisherNode(publication),
    isPartOf: issueNode(facts.issue, publication),
    ...sourceOf(view, facts),
    ...(facts.places.length > 0 && {
      contentLocation: facts.places.map((each) => placeNode(each, publication)),
    }),
    ...(corrections.length > 0 && {
      correction: corrections.map(({ datetime, text }) => ({
        '@type': 'CorrectionComment' as const,
        datePublished: rfc3339Date(datetime),
        text,
      })),
    }),
  };
}

/** The path from the front page to a page. @param links from the front page to the page itself */
export function breadcrumbList(links: readonly Link[], { urls }: Publication): Node<BreadcrumbList> {
  // With its type: the compiler takes seconds to compare it with everything that a list may contain.
  const items = links.map(({ name, url }, index): Node<ListItem> => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: urls.absolute(url),
  }));
  return { '@type': 'BreadcrumbList', itemListElement: items };
}

function publisherNode({ site, urls }: Publication): Node<Organization> {
  const home = urls.absolute(urls.home());
  return { '@type': 'Organization', '@id': `${home}#publisher`, name: site.publisher, url: home };
}

const organizationNode = (name: string): Node<Organization> => ({ '@type': 'Organization', name });

type Author = Node<PersonNode> | Node<Organization>;

/** Who wrote the article; photographers and those who wrote down an interview contributed to it. */
function peopleOf({ byline }: ArticleFacts): { authors: Author[]; contributors: Author[] } {
  const authors: Author[] = [];
  const contributors: Author[] = [];
  for (const { name, role, org } of byline) {
    const node: Author =
      role === '署名单位'
        ? organizationNode(name)
        : { '@type': 'Person', name, ...(org && { affiliation: organizationNode(org) }) };
    (role === '摄影' || role === '整理' ? contributors : authors).push(node);
  }
  return { authors, contributors };
}

/** The original of a reprint. */
function sourceOf(
  { reprint, source }: ArticleView,
  { originalDate }: ArticleFacts,
): Pick<Node<NewsArticle>, 'isBasedOn'> {
  if (!reprint && !source) return {};
  const { title, author, url } = reprint ?? {};
  return {
    isBasedOn: {
      '@type': 'CreativeWork',
      ...(title && { name: title }),
      ...(url && { url }),
      ...(originalDate && { datePublished: originalDate }),
      ...(author && { author: { '@type': 'Person', name: author } }),
      ...(source && {
        publisher: { '@type': 'Organization', name: source.name, ...(source.url && { url: source.url }) },
      }),
    },
  };
}

function placeNode(
  { name, url, region }: ArticleFacts['places'][number],
  { urls }: Publication,
): Node<Place> | Node<AdministrativeArea> {
  const area = region && areaNode(region);
  if (name === undefined) return area ?? { '@type': 'Place' };
  return {
    '@type': 'Place',
    name,
    ...(url && { url: urls.absolute(url) }),
    ...(area && { containedInPlace: area }),
  };
}

/** A region with its code of the national standard. */
function areaNode({ code, name }: { code: string; name: string }): Node<AdministrativeArea> {
  const identifier: Node<PropertyValue> = { '@type': 'PropertyValue', propertyID: 'GB/T 2260', value: code };
  return { '@type': 'AdministrativeArea', name, identifier };
}
