import { FILTER_NAMES, type FilterName } from '#core/filter-name.ts';

/** The reader's query, as stored in the address of the search page. */
export interface SearchQuery {
  text: string;
  filters: Partial<Record<FilterName, string>>;
  sort: 'relevance' | 'date';
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
  return {
    text: [...(parameters.get('q') ?? '')].slice(0, MAX_QUERY_LENGTH).join('').trim(),
    filters,
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** The parameters of an address, in a fixed order; `parseQuery` reads them back. */
export function queryParameters({ text, filters, sort }: SearchQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  if (text) parameters.set('q', text);
  for (const name of FILTER_NAMES) if (filters[name]) parameters.set(name, filters[name]);
  if (sort === 'date') parameters.set('sort', sort);
  return parameters;
}

export function isEmptyQuery({ text, filters }: SearchQuery): boolean {
  return text === '' && Object.keys(filters).length === 0;
}
