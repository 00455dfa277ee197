import { describe, expect, it } from 'vitest';
import type { Engine, Hit } from '../../src/search/browser/engine.ts';
import { facetCounts, filtered, inMonths } from '../../src/search/browser/facets.ts';

type Values = Record<string, string | string[]> & { month: string };
const VALUES: Values[] = [
  { month: '2022-09', park: ['jia'], year: ['2022'] },
  { month: '2022-10', park: ['jia', 'yi'], year: ['2022'] },
  { month: '2023-01', park: ['yi'], year: ['2023'] },
  { month: '2023-02', year: ['2023'] },
];
const HITS = VALUES.map((values) => values as unknown as Hit);
const valuesOf = ((hit: Hit, name: string) => (hit as unknown as Values)[name] ?? []) as Engine['valuesOf'];
const engine = { monthOf: (hit: Hit) => (hit as unknown as Values).month } as unknown as Engine;
const places = (hits: Hit[]) => hits.map((hit) => HITS.indexOf(hit));

it.each([
  [{}, [0, 1, 2, 3]],
  [{ from: '2022-10' }, [1, 2, 3]],
  [{ to: '2022-10' }, [0, 1]],
  [{ from: '2022-10', to: '2023-01' }, [1, 2]],
  [{ from: '2023-01', to: '2022-10' }, [1, 2]],
  [{ from: '2022-10', to: '2022-10' }, [1]],
  [{ from: '2024-01' }, []],
])('the hits of %j', (months, expected) => {
  expect(places(inMonths(HITS, months, engine))).toEqual(expected);
});

describe('hits with chosen values', () => {
  it.each([
    [{}, [0, 1, 2, 3]],
    [{ park: 'jia' }, [0, 1]],
    [{ park: 'jia', year: '2023' }, []],
    [{ park: 'yi', year: '2022' }, [1]],
  ])('%j', (chosen, expected) => expect(places(filtered(HITS, chosen, valuesOf))).toEqual(expected));

  it('are counted by each filter among those of the others', () => {
    const { park, year, county } = facetCounts(HITS, { park: 'jia' }, valuesOf) as Record<string, unknown>;
    expect({ park, year, county }).toEqual({ park: { jia: 2, yi: 2 }, year: { 2022: 2 }, county: {} });
    const both = facetCounts(HITS, { park: 'yi', year: '2023' }, valuesOf) as Record<string, unknown>;
    expect([both.park, both.year]).toEqual([{ yi: 1 }, { 2022: 1, 2023: 1 }]);
  });
});
