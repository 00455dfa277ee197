import type { Term } from '#core/content.ts';
import type { FilterName } from '#core/filter-name.ts';
import { monthLabel } from '#core/issue-label.ts';
import { listNames } from '#core/list-names.ts';
import { compareText } from '#core/text/compare-text.ts';
import type { ListKind } from '#core/url.ts';
import { initialsOf } from '../pinyin/initials.ts';
import { byPinyin } from '../pinyin/order.ts';
import { yearsOf } from './archive-view.ts';
import { listLinks } from './menu-view.ts';
import type { Link, ViewContext } from './view.ts';

interface Option {
  value: string;
  text: string;
}

/** A filter on the search page; `name` is the parameter in its address. */
export interface Filter {
  name: FilterName;
  label: string;
  groups: { label?: string; options: Option[] }[];
}

interface SearchView {
  filters: Filter[];
  /** The months with articles, newest first. */
  months: Option[];
  /** The pages that lead to articles without the search. */
  lists: Link[];
  /** Help for a reader without a query or without results. */
  help: SearchHelp;
}

/** Links to other pages by kind (栏目, 园区, 最新一期), and example queries. */
export interface SearchHelp {
  groups: { label: string; links: Link[] }[];
  examples: Link[];
}

/** Maximum number of links of a kind in the help of the search. */
const MAX_HELP_LINKS = 12;

/** The filters of the search page: entries with articles, regions grouped by city; and where else to look. */
export function searchView(context: ViewContext): SearchView {
  const { archive } = context;
  const option = ({ id, name }: Term): Option => ({ value: id, text: name });
  const hasArticles =
    (kind: ListKind) =>
    ({ id }: Term) =>
      archive.articlesIn(kind, id).length > 0;
  const regions = archive.entries('regions').filter(hasArticles('regions'));
  const cities = regions.filter(({ level }) => level === 'city');
  /** Counties directly below a province. */
  const withoutCity = regions.filter(
    ({ level, parent }) => level === 'county' && !cities.some(({ id }) => id === parent),
  );
  const names = listNames(archive.content.site);
  const genres = [...new Set(archive.content.articles.map(({ genre }) => genre))].toSorted(compareText);
  return {
    months: monthsOf(context),
    help: helpOf(context),
    lists: [{ name: '往期总目录', url: context.urls.archive() }, ...listLinks(context)],
    filters: [
      {
        name: 'category',
        label: names.categories,
        groups: [{ options: archive.entries('categories').filter(hasArticles('categories')).map(option) }],
      },
      {
        name: 'park',
        label: names.parks,
        groups: [
          {
            options: byPinyin(archive.entries('parks').filter(hasArticles('parks')), ({ name }) => name).map(
              option,
            ),
          },
        ],
      },
      {
        name: 'county',
        label: names.regions,
        groups: [
          ...cities.map((city) => ({
            label: city.name,
            options: [
              { value: city.id, text: `${city.name}全部` },
              ...regions.filter(({ parent }) => parent === city.id).map(option),
            ],
          })),
          { options: withoutCity.map(option) },
        ],
      },
      {
        name: 'year',
        label: '年份',
        groups: [{ options: yearsOf(context).map((year) => ({ value: String(year), text: `${year}年` })) }],
      },
      {
        name: 'genre',
        label: '体裁',
        groups: [{ options: genres.map((genre) => ({ value: genre, text: genre })) }],
      },
    ],
  };
}

function monthsOf({ archive }: ViewContext): Option[] {
  const months = new Set(archive.content.articles.map(({ date }) => date.slice(0, 'yyyy-mm'.length)));
  return [...months]
    .toSorted((a, b) => compareText(b, a))
    .map((month) => ({ value: month, text: `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月` }));
}

function helpOf({ archive, urls }: ViewContext): SearchHelp {
  const [latest] = archive.issues;
  /** The entries with the most articles. */
  const main = (kind: ListKind, most = MAX_HELP_LINKS) =>
    archive
      .entries(kind)
      .map((entry) => ({ entry, count: archive.articlesIn(kind, entry.id).length }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count)
      .slice(0, most)
      .map(({ entry }) => ({
        name: 'shortName' in entry ? String(entry.shortName) : entry.name,
        url: urls.list(kind, entry.id),
      }));
  const names = listNames(archive.content.site);
  const parks = main('parks');
  const groups = [
    { label: '最新一期', links: latest ? [{ name: monthLabel(latest), url: urls.issue(latest.id) }] : [] },
    { label: names.categories, links: main('categories') },
    { label: names.parks, links: parks },
  ];
  const [park] = parks.toSorted((a, b) => a.name.length - b.name.length);
  const examples = [park?.name, park && initialsOf(park.name), ...main('topics', 2).map(({ name }) => name)];
  return {
    groups: groups.filter(({ links }) => links.length > 0),
    examples: examples
      .filter((text) => text !== undefined && text !== '')
      .map((text) => ({
        name: String(text),
        url: `${urls.search()}?${new URLSearchParams({ q: String(text) })}`,
      })),
  };
}
