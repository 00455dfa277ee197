import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filterCount, isEmptyQuery, parseQuery, queryParameters } from '../../src/search/browser/query.ts';
import { FILTER_NAMES } from '../../src/core/filter-name.ts';

it('survives a round trip through the address', () => {
  const filter = fc.option(fc.stringMatching(/^[a-z0-9-]{1,12}$/u), { nil: undefined });
  const filters = fc.record(Object.fromEntries(FILTER_NAMES.map((name) => [name, filter])));
  const month = fc.option(fc.constantFrom('2022-09', '2023-12'), { nil: undefined });
  const months = fc.record({ from: month, to: month });
  const withoutBlanks = <T extends object>(each: T) =>
    Object.fromEntries(Object.entries(each).filter(([, value]) => value));
  const query = fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 50 }).map((text) => text.trim()),
    filters: filters.map(withoutBlanks),
    sort: fc.constantFrom('relevance' as const, 'date' as const),
    months: months.map(withoutBlanks),
  });
  fc.assert(
    fc.property(query, (each) => {
      const address = String(queryParameters(each));
      expect(parseQuery(new URLSearchParams(address))).toEqual(each);
    }),
  );
});

it('truncates overlong text', () => {
  expect([...parseQuery(new URLSearchParams({ q: '园'.repeat(10_000) })).text]).toHaveLength(200);
});

it('recognizes an empty query', () => {
  expect(isEmptyQuery(parseQuery(new URLSearchParams('sort=date')))).toBe(true);
  expect(isEmptyQuery(parseQuery(new URLSearchParams('park=x')))).toBe(false);
});

it.each([
  ['q=x', 0],
  ['park=x&year=2022', 2],
  ['from=2022-09&to=2022-10', 1],
  ['to=2022-10&sort=date', 1],
  ['from=2022&to=x', 0],
])('counts the filters of %s: %i', (address, count) => {
  expect(filterCount(parseQuery(new URLSearchParams(address)))).toBe(count);
});

it('reads only what an address of the search page has', () => {
  const parsed = parseQuery(
    new URLSearchParams('q= 园 区 &park=jia&year=&other=x&sort=size&from=2022-09&to=12022-091'),
  );
  expect(parsed).toEqual({
    text: '园 区',
    filters: { park: 'jia' },
    sort: 'relevance',
    months: { from: '2022-09' },
  });
  expect(parseQuery(new URLSearchParams())).toEqual({ text: '', filters: {}, sort: 'relevance', months: {} });
  expect(parseQuery(new URLSearchParams('from=x2022-09&to=2022-09-01')).months).toEqual({});
  expect(isEmptyQuery(parseQuery(new URLSearchParams('from=2022-09')))).toBe(false);
});
