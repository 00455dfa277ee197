import type {
  AdministrativeArea,
  BreadcrumbList,
  NewsArticle,
  Organization,
  Periodical,
  Person as PersonNode,
  Place,
  PublicationIssue,
} from 'schema-dts';
import { type CalendarDate, rfc3339Date } from '#core/calendar-date.ts';
import type { Article, Issue, Region } from '#core/content.ts';
import { monthLabel } from '#core/issue-label.ts';
import { issnOf } from '#core/site-records.ts';
import type { ShareImage } from './share-image.ts';
import type { Link, ViewContext } from './view.ts';

/**
 * Pages described in the vocabulary of schema.org, with types checked against it.
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */

/** A type of schema.org as an object: its types also allow the address of one. */
type Node<T> = Exclude<T, string>;

/** The bulletin. */
export function periodicalNode({ archive, urls }: ViewContext): Node<Periodical> {
  const { title, description, records } = archive.content.site;
  const issn = records?.issn === undefined ? undefined : issnOf(records.issn)?.replace('ISSN ', '');
  const home = urls.absolute(urls.home());
  return {
    '@type': 'Periodical',
    '@id': `${home}#periodical`,
    name: title,
    description,
    url: home,
    inLanguage: 'zh-CN',
    publisher: publisherNode({ archive, urls }),
    ...(issn && { issn }),
  };
}

/** An issue; with its periodical. */
export function issueNode(issue: Issue, context: ViewContext): Node<PublicationIssue> & { name: string } {
  const { urls } = context;
  const { serial, number, date } = issue;
  const url = urls.absolute(urls.issue(issue.id));
  const printed = serial ?? number;
  return {
    '@type': 'PublicationIssue',
    '@id': `${url}#issue`,
    url,
    name: monthLabel(issue),
    datePublished: date,
    ...(printed !== undefined && { issueNumber: printed }),
    isPartOf: periodicalNode(context),
  };
}

/** An article in its issue, and the path to it. */
export function articleNodes(
  article: Article,
  issue: Issue,
  { modified, image }: { modified: CalendarDate; image?: ShareImage },
  context: ViewContext,
): [Node<NewsArticle>, Node<BreadcrumbList>] {
  const { archive, urls } = context;
  const { title, subtitle, summary, date, genre, corrections } = article;
  const url = urls.absolute(urls.article(article.id));
  const category = archive.categories.get(article.category);
  const { authors, contributors } = peopleOf(article);
  const places = placesOf(article, context);
  const node: Node<NewsArticle> = {
    '@type': 'NewsArticle',
    '@id': `${url}#article`,
    mainEntityOfPage: url,
    url,
    headline: title,
    ...(subtitle && { alternativeHeadline: subtitle }),
    description: summary,
    inLanguage: 'zh-CN',
    genre,
    ...(category && { articleSection: category.name }),
    ...(image && {
      image: { '@type': 'ImageObject', url: image.url, width: `${image.width}`, height: `${image.height}` },
    }),
    datePublished: rfc3339Date(date),
    dateModified: rfc3339Date(modified),
    author: authors.length > 0 ? authors : publisherNode(context),
    ...(contributors.length > 0 && { contributor: contributors }),
    publisher: publisherNode(context),
    isPartOf: issueNode(issue, context),
    ...sourceOf(article, context),
    ...(places.length > 0 && { contentLocation: places }),
    ...(corrections.length > 0 && {
      correction: corrections.map((each) => ({
        '@type': 'CorrectionComment' as const,
        datePublished: rfc3339Date(each.date),
        text: each.text,
      })),
    }),
  };
  const path = [
    { name: monthLabel(issue), url: urls.issue(issue.id) },
    ...(category ? [{ name: category.name, url: urls.list('categories', category.id) }] : []),
    { name: title, url: urls.article(article.id) },
  ];
  return [node, breadcrumbList(path, context)];
}

/** The path from the front page to a page. @param links without the front page; the last one is the page itself */
export function breadcrumbList(links: readonly Link[], { urls }: ViewContext): Node<BreadcrumbList> {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: '首页', url: urls.home() }, ...links].map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: urls.absolute(url),
    })),
  };
}

function publisherNode({ archive, urls }: ViewContext): Node<Organization> {
  const home = urls.absolute(urls.home());
  return {
    '@type': 'Organization',
    '@id': `${home}#publisher`,
    name: archive.content.site.publisher,
    url: home,
  };
}

type Author = Node<PersonNode> | Node<Organization>;

/** Who wrote the article; photographers and editors of records contributed to it. */
function peopleOf({ byline }: Article): { authors: Author[]; contributors: Author[] } {
  const authors: Author[] = [];
  const contributors: Author[] = [];
  for (const { name, role, org } of byline) {
    const node: Author =
      role === '署名单位'
        ? { '@type': 'Organization', name }
        : {
            '@type': 'Person',
            name,
            ...(org && { affiliation: { '@type': 'Organization', name: org } }),
          };
    (role === '摄影' || role === '整理' ? contributors : authors).push(node);
  }
  return { authors, contributors };
}

/** The original of a reprint. */
function sourceOf(article: Article, { archive }: ViewContext): Pick<Node<NewsArticle>, 'isBasedOn'> {
  const { reprint, source } = article;
  const from = source === undefined ? undefined : archive.sources.get(source);
  if (!reprint && !from) return {};
  const { originalTitle, originalAuthor, originalDate, url } = reprint ?? {};
  return {
    isBasedOn: {
      '@type': 'CreativeWork',
      ...(originalTitle && { name: originalTitle }),
      ...(url && { url }),
      ...(originalDate && { datePublished: originalDate }),
      ...(originalAuthor && { author: { '@type': 'Person', name: originalAuthor } }),
      ...(from && {
        publisher: { '@type': 'Organization', name: from.name, ...(from.url && { url: from.url }) },
      }),
    },
  };
}

/** Parks, counties and cities; a masked article holds none. */
function placesOf(article: Article, context: ViewContext): (Node<Place> | Node<AdministrativeArea>)[] {
  const { archive, urls } = context;
  const parks = article.parks.flatMap((id): Node<Place> | [] => {
    const park = archive.parks.get(id);
    if (!park) return [];
    const place = archive.regions.get(park.county ?? park.city ?? '');
    return {
      '@type': 'Place',
      name: park.name,
      url: urls.absolute(urls.list('parks', id)),
      ...(place && { containedInPlace: areaOf(place) }),
    };
  });
  const regions = [...article.counties, ...article.cities].flatMap((code) => archive.regions.get(code) ?? []);
  return [...parks, ...regions.map(areaOf)];
}

/** A region with its code of the national standard. */
function areaOf({ id, name }: Region): Node<AdministrativeArea> {
  return {
    '@type': 'AdministrativeArea',
    name,
    identifier: { '@type': 'PropertyValue', propertyID: 'GB/T 2260', value: id },
  };
}
