/** What the search filters by: names of its parameters in the address, and of the values in the index. */
export const FILTER_NAMES = ['category', 'park', 'county', 'year', 'genre'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
