import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isEmptyQuery, parseQuery, queryParameters } from '../../src/search/browser/query.ts';
import { FILTER_NAMES } from '../../src/core/filter-name.ts';

it('survives a round trip through the address', () => {
  const filter = fc.option(fc.stringMatching(/^[a-z0-9-]{1,12}$/u), { nil: undefined });
  const filters = fc.record(Object.fromEntries(FILTER_NAMES.map((name) => [name, filter])));
  const query = fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 50 }).map((text) => text.trim()),
    filters: filters.map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value))),
    sort: fc.constantFrom('relevance' as const, 'date' as const),
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
