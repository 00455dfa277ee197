import { FILTER_NAMES, type FilterName, MONTH_ENDS, type MonthEnd } from '#core/filter-name.ts';

/** The reader's query, as stored in the address of the search page. */
export interface SearchQuery {
  text: string;
  filters: Partial<Record<FilterName, string>>;
  sort: 'relevance' | 'date';
  /** The months of publication, both included: `2022-09`. */
  months: Partial<Record<MonthEnd, string>>;
}

/** Characters; longer queries are truncated, since nobody types them. */
const MAX_QUERY_LENGTH = 200;

/** Reads a query from the parameters of an address; unknown parameters are ignored. */
export function parseQuery(parameters: URLSearchParams): SearchQuery {
  const filters: SearchQuery['filters'] = {};
  for (const name of FILTER_NAMES) {
    const value = parameters.get(name);
    if (value) filters[name] = value;
  }
  const months: SearchQuery['months'] = {};
  for (const end of MONTH_ENDS) {
    const month = parameters.get(end) ?? '';
    if (/^\d{4}-\d{2}$/u.test(month)) months[end] = month;
  }
  return {
    text: [...(parameters.get('q') ?? '')].slice(0, MAX_QUERY_LENGTH).join('').trim(),
    filters,
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
    months,
  };
}

/** The parameters of an address, in a fixed order; `parseQuery` reads them back. */
export function queryParameters({ text, filters, sort, months }: SearchQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  if (text) parameters.set('q', text);
  for (const name of FILTER_NAMES) if (filters[name]) parameters.set(name, filters[name]);
  for (const end of MONTH_ENDS) if (months[end]) parameters.set(end, months[end]);
  if (sort === 'date') parameters.set('sort', sort);
  return parameters;
}

export function isEmptyQuery(query: SearchQuery): boolean {
  return query.text === '' && filterCount(query) === 0;
}

/** The number of filters that a query sets; a range of months is one. */
export function filterCount({ filters, months }: SearchQuery): number {
  return Object.keys(filters).length + (months.from || months.to ? 1 : 0);
}
