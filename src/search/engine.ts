import type { SearchQuery } from './query.ts';

/** The part of Pagefind's browser API that is used here. */
interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  search(
    text: string | null,
    options: { filters: Record<string, string>; sort?: { date: 'desc' } },
  ): Promise<{ results: { data(): Promise<Fragment> }[] }>;
}

interface Fragment {
  url: string;
  excerpt: string;
  meta: { title?: string; date?: string };
}

export interface SearchResult {
  url: string;
  title: string;
  excerpt: string;
}

export interface SearchResults {
  total: number;
  /** Loads the results from `from` (counted from 0), at most `count`. */
  load(from: number, count: number): Promise<SearchResult[]>;
}

/**
 * Opens the index.
 * @param address where Pagefind's script lies
 * @param root base path of the site, for the results' addresses
 * @throws where the index cannot be had, for example offline
 */
export async function openEngine(
  address: string,
  root: string,
): Promise<(query: SearchQuery) => Promise<SearchResults>> {
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ baseUrl: root });
  return async ({ text, filters, sort }) => {
    const { results } = await pagefind.search(text || null, {
      filters,
      ...(sort === 'date' && { sort: { date: 'desc' as const } }),
    });
    return {
      total: results.length,
      load: (from, count) =>
        Promise.all(
          results.slice(from, from + count).map(async (result) => {
            const { url, excerpt, meta } = await result.data();
            return { url, excerpt, title: meta.title ?? url };
          }),
        ),
    };
  };
}
