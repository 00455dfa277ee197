import type { Engine, Hit } from './engine.ts';
import type { SearchQuery } from './query.ts';
import { FILTER_NAMES, type FilterName } from '#core/filter-name.ts';

/** For each filter, how many hits have each value. */
export type FacetCounts = Record<FilterName, Record<string, number>>;

type Chosen = SearchQuery['filters'];
type ValuesOf = Engine['valuesOf'];

/** The hits that were published in a range of months, whichever end is the later one. */
export function inMonths(hits: Hit[], { from, to }: SearchQuery['months'], { monthOf }: Engine): Hit[] {
  if (!from && !to) return hits;
  const isReversed = from !== undefined && to !== undefined && from > to;
  const [first = '', last = '9999-12'] = isReversed ? [to, from] : [from, to];
  return hits.filter((hit) => {
    const month = monthOf(hit);
    return month >= first && month <= last;
  });
}

/** The hits that have all chosen values. */
export function filtered(hits: Hit[], chosen: Chosen, valuesOf: ValuesOf): Hit[] {
  return hits.filter((hit) =>
    FILTER_NAMES.every((name) => {
      const value = chosen[name];
      return value === undefined || valuesOf(hit, name).includes(value);
    }),
  );
}

/**
 * Counts each filter's values among the hits that match the other filters: the number of results if the
 * reader changed this one.
 */
export function facetCounts(hits: Hit[], chosen: Chosen, valuesOf: ValuesOf): FacetCounts {
  const counts = FILTER_NAMES.map((name) => {
    const { [name]: _, ...others } = chosen;
    const ofValues: Record<string, number> = {};
    for (const hit of filtered(hits, others, valuesOf)) {
      for (const value of valuesOf(hit, name)) ofValues[value] = (ofValues[value] ?? 0) + 1;
    }
    return [name, ofValues];
  });
  return Object.fromEntries(counts) as FacetCounts;
}
