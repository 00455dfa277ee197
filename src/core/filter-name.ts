/**
 * The filters of the search: names of the parameters in its address and of the values in the index. `county`
 * takes the code of any city or county; it keeps its name because addresses of searches are published.
 */
export const FILTER_NAMES = ['category', 'park', 'county', 'year', 'genre'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** The parameters of the first and the last month in the address of a search. */
export const MONTH_ENDS = ['from', 'to'] as const;
export type MonthEnd = (typeof MONTH_ENDS)[number];
