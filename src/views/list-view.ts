import type { Article, Park, Region, Term } from '#core/content.ts';
import { listNames, parkRelations } from '#core/list-names.ts';
import { PER_PAGE, pageCount } from '#core/list-pages.ts';
import type { ListKind } from '#core/url.ts';
import { byPinyin } from '../pinyin/order.ts';
import { type Card, cardOf } from './card.ts';
import type { Link, ViewContext } from './view.ts';

/** One page of a list: the articles of a category, a park, a region … */
export interface ListView {
  kind: ListKind;
  id: string;
  kindLink: Link;
  title: string;
  description?: string;
  /** Label and value: 级别 国家级, 所在 易县 … */
  facts: { label: string; text?: string; links?: Link[] }[];
  cards: Card[];
  count: number;
  page: number;
  pages: Link[];
  /** The first page of each year, newest first; empty if one page or one year has all. */
  years: Link[];
  /** Titles between the cards of this page: `2022年` before the card with this index. */
  headings: { index: number; id: string; name: string }[];
}

/** An entry of an index page, with its children (园中园, counties of a city). */
export interface IndexEntry extends Link {
  note?: string;
  count: number;
  children: IndexEntry[];
}

export interface IndexView {
  kind: ListKind;
  title: string;
  entries: IndexEntry[];
  /** Entries without articles, which are listed separately. */
  empty: IndexEntry[];
}

/** The pages of one list, at least one. */
export function listViews(kind: ListKind, entry: Term, context: ViewContext): ListView[] {
  const { archive, urls } = context;
  const articles = archive.articlesIn(kind, entry.id);
  const total = pageCount(articles.length);
  const pages = Array.from({ length: total }, (_, index) => ({
    name: `${index + 1}`,
    url: urls.list(kind, entry.id, index + 1),
  }));
  const years = pages.length > 1 ? yearsOf(articles) : [];
  const yearLinks =
    years.length > 1
      ? years.map(({ year, index }) => yearLink(year, pages[Math.floor(index / PER_PAGE)]))
      : [];
  const description = ('summary' in entry ? String(entry.summary) : undefined) ?? entry.description;
  return pages.map((_, index) => ({
    kind,
    id: entry.id,
    kindLink: { name: listNames(archive.content.site)[kind], url: urls.listIndex(kind) },
    title: entry.name,
    facts: factsOf(kind, entry, context),
    cards: articles
      .slice(index * PER_PAGE, (index + 1) * PER_PAGE)
      .map((article) => cardOf(article, context)),
    count: articles.length,
    page: index + 1,
    pages,
    years: yearLinks,
    headings: yearLinks.length > 0 ? headingsOf(years, index) : [],
    ...(description && { description }),
  }));
}

interface YearStart {
  year: string;
  /** Index of its first article in the list. */
  index: number;
}

/** The years of a list, which is sorted by issue, newest first. */
function yearsOf(articles: readonly Article[]): YearStart[] {
  return articles.flatMap(({ issue }, index) => {
    const year = issue.slice(0, 4);
    return year === articles[index - 1]?.issue.slice(0, 4) ? [] : [{ year, index }];
  });
}

function yearLink(year: string, page: Link | undefined): Link {
  return { name: `${year}年`, url: `${page?.url}#y${year}` };
}

/** The years that begin on a page, and the one that continues at its top. */
function headingsOf(years: readonly YearStart[], page: number): ListView['headings'] {
  const first = page * PER_PAGE;
  const top = years.findLast(({ index }) => index <= first);
  const inside = years.filter(({ index }) => index > first && index < first + PER_PAGE);
  return [...(top ? [{ ...top, index: first }] : []), ...inside].map(({ year, index }) => ({
    index: index - first,
    id: `y${year}`,
    name: `${year}年`,
  }));
}

function factsOf(kind: ListKind, entry: Term, context: ViewContext): ListView['facts'] {
  const { parks, regions } = context.archive;
  const park = kind === 'parks' ? parks.get(entry.id) : undefined;
  const region = kind === 'regions' ? regions.get(entry.id) : undefined;
  if (park) return parkFacts(park, context);
  return region ? regionFacts(region, context) : [];
}

function parkFacts(park: Park, { archive, urls }: ViewContext): ListView['facts'] {
  const names = listNames(archive.content.site);
  const relations = parkRelations(names);
  const parent = park.parent ? archive.parks.get(park.parent) : undefined;
  const place = park.county ?? park.city;
  const regions = (place ? archive.regionPath(place) : []).map((region) =>
    regionLink(region, { archive, urls }),
  );
  const industries = archive.entries('industries').filter(({ id }) => park.industries.includes(id));
  const inside = byPinyin(archive.parksIn(park.id), ({ shortName }) => shortName).map(
    ({ id, shortName }) => ({ name: shortName, url: urls.list('parks', id) }),
  );
  return [
    ...(park.level ? [{ label: '级别', text: park.level }] : []),
    ...(park.type ? [{ label: '类型', text: park.type }] : []),
    ...(regions.length > 0 ? [{ label: '所在', links: regions }] : []),
    ...(parent
      ? [{ label: relations.above, links: [{ name: parent.name, url: urls.list('parks', parent.id) }] }]
      : []),
    ...(inside.length > 0 ? [{ label: relations.inside, links: inside }] : []),
    ...(industries.length > 0
      ? [
          {
            label: names.industries,
            links: industries.map(({ id, name }) => ({ name, url: urls.list('industries', id) })),
          },
        ]
      : []),
    ...(park.aliases.length > 0 ? [{ label: '又称', text: park.aliases.join('、') }] : []),
    ...(park.website ? [{ label: '网站', links: [{ name: park.website, url: park.website }] }] : []),
  ];
}

/** A link to a region's page; without address if it has no page. */
function regionLink(region: Region, { archive, urls }: ViewContext): Link {
  return { name: region.name, url: archive.hasRegionPage(region.id) ? urls.list('regions', region.id) : '' };
}

function regionFacts(region: Region, context: ViewContext): ListView['facts'] {
  const { archive, urls } = context;
  const above = archive.regionPath(region.id).slice(0, -1);
  const below = archive.entries('regions').filter(({ parent }) => parent === region.id);
  const parks = byPinyin(
    archive.entries('parks').filter(({ county, city }) => county === region.id || city === region.id),
    ({ shortName }) => shortName,
  );
  return [
    { label: '区划代码', text: region.id },
    ...(above.length > 0 ? [{ label: '上级', links: above.map((entry) => regionLink(entry, context)) }] : []),
    ...(below.length > 0
      ? [{ label: '下辖', links: below.map(({ id, name }) => ({ name, url: urls.list('regions', id) })) }]
      : []),
    ...(parks.length > 0
      ? [
          {
            label: listNames(archive.content.site).parks,
            links: parks.map(({ id, shortName }) => ({ name: shortName, url: urls.list('parks', id) })),
          },
        ]
      : []),
  ];
}

/** Lists that are not sorted by pinyin: in the editors' order, or by code. */
const ORDERED: readonly ListKind[] = ['categories', 'regions'];

export function indexView(kind: ListKind, { archive, urls }: ViewContext): IndexView {
  const registered: (Term & { parent?: string })[] = archive.entries(kind);
  const sorted = ORDERED.includes(kind) ? registered : byPinyin(registered, ({ name }) => name);
  const isEmpty = ({ id }: Term) => archive.articlesIn(kind, id).length === 0;
  const entries = sorted.filter((entry) => !isEmpty(entry));
  const listed = new Set(entries.map(({ id }) => id));
  const children = Map.groupBy(entries, ({ parent }) => (parent && listed.has(parent) ? parent : ''));
  const entryOf = (entry: Term, inside: IndexEntry[]): IndexEntry => {
    const note = 'level' in entry && kind === 'parks' ? String(entry.level) : entry.description;
    return {
      name: entry.name,
      url: urls.list(kind, entry.id),
      count: archive.articlesIn(kind, entry.id).length,
      children: inside,
      ...(note && { note }),
    };
  };
  const under = (parent: string): IndexEntry[] =>
    (children.get(parent) ?? []).map((entry) => entryOf(entry, under(entry.id)));
  const empty = sorted.filter(isEmpty).map((entry) => entryOf(entry, []));
  return { kind, title: listNames(archive.content.site)[kind], entries: under(''), empty };
}
