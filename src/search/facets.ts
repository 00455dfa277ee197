import type { Engine, Hit } from './engine.ts';
import { FILTER_NAMES, type FilterName, type SearchQuery } from './query.ts';

/** Of each filter, how many of the hits have each value. */
export type FacetCounts = Record<FilterName, Record<string, number>>;

type Chosen = SearchQuery['filters'];

/** The hits that have all chosen values. */
export async function filtered(hits: Hit[], chosen: Chosen, engine: Engine): Promise<Hit[]> {
  const sets = await Promise.all(
    Object.entries(chosen).map(async ([name, value]) => idsOf(await engine.having(name, value))),
  );
  return hits.filter(({ id }) => sets.every((set) => set.has(id)));
}

/**
 * Counts each filter's values among the hits that the other filters leave: what the reader would
 * get by changing this one.
 */
export async function facetCounts(hits: Hit[], chosen: Chosen, engine: Engine): Promise<FacetCounts> {
  const values = await engine.filters();
  const counts = await Promise.all(
    FILTER_NAMES.map(async (name) => {
      const { [name]: _, ...others } = chosen;
      const left = idsOf(await filtered(hits, others, engine));
      const counted = await Promise.all(
        (values[name] ?? []).map(async (value) => {
          const having = await engine.having(name, value);
          return [value, having.filter(({ id }) => left.has(id)).length] as const;
        }),
      );
      return [name, Object.fromEntries(counted)] as const;
    }),
  );
  return Object.fromEntries(counts) as FacetCounts;
}

function idsOf(hits: Hit[]): Set<string> {
  return new Set(hits.map(({ id }) => id));
}
