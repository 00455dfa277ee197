import type { Region, Term } from '#core/content.ts';
import type { FilterName } from '#core/filter-name.ts';
import { compareText } from '#core/text/compare-text.ts';
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

/**
 * The filters of the search page: entries with articles, regions grouped by city; and the pages that lead to articles
 * without the search.
 */
export function searchView(context: ViewContext): { filters: Filter[]; lists: Link[] } {
  const { archive } = context;
  const option = ({ id, name }: Term): Option => ({ value: id, text: name });
  const used = (kind: 'categories' | 'parks' | 'regions') =>
    archive.entries(kind).filter(({ id }) => archive.articlesIn(kind, id).length > 0);
  const regions = used('regions') as Region[];
  const cities = regions.filter(({ level }) => level === 'city');
  /** Counties directly below a province. */
  const withoutCity = regions.filter(
    ({ level, parent }) => level === 'county' && !cities.some(({ id }) => id === parent),
  );
  const genres = [...new Set(archive.content.articles.map(({ genre }) => genre))].toSorted(compareText);
  return {
    lists: [{ name: '往期总目录', url: context.urls.archive() }, ...listLinks(context)],
    filters: [
      { name: 'category', label: '栏目', groups: [{ options: used('categories').map(option) }] },
      {
        name: 'park',
        label: '园区',
        groups: [{ options: byPinyin(used('parks'), ({ name }) => name).map(option) }],
      },
      {
        name: 'county',
        label: '地区',
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
