import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../src/search/shared/segments.ts';

/** Addresses of articles, by the number of articles in each month. */
const archive = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([month, count]) =>
    Array.from({ length: count }, (_, index) => `issues/${month}/a${index}/`),
  );
const shape = (urls: string[], most: number) =>
  segmentsOf(urls, most).map(({ name, urls: { length } }) => `${name}: ${length}`);

describe('an archive', () => {
  it.each([
    [{}, ['und: 0']],
    [{ '2022-09': 6, '2023-01-02': 4 }, ['und: 10']],
    [{ '2022-09': 6, '2023-01-02': 5 }, ['und-202201: 6', 'und-202301: 5']],
    [{ '2022-03': 6, '2022-09': 6, '2023-01': 5 }, ['und-202201: 6', 'und-202207: 6', 'und-202301: 5']],
    [{ '2015-01': 4, '2016-01': 4, '2017-01': 4 }, ['und-198401: 4', 'und-201601: 8']],
    [{ '2022-09': 12 }, ['und-202209: 12']],
  ])('of %j is cut into %j', (counts, expected) => expect(shape(archive(counts), 10)).toEqual(expected));

  const month = fc
    .tuple(fc.integer({ min: 1978, max: 2040 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);
  const articles = fc.uniqueArray(fc.tuple(month, fc.nat(40)), { selector: String, maxLength: 200 });
  const urlsOf = (list: [string, number][]) =>
    list.map(([of, index]) => `issues/${of}/a${index}/`).toSorted();

  it('keeps its articles in order; only a segment of a single month may exceed the limit', () => {
    fc.assert(
      fc.property(articles, fc.integer({ min: 1, max: 50 }), (list, most) => {
        const urls = urlsOf(list);
        const segments = segmentsOf(urls, most);
        expect(segments.flatMap((segment) => segment.urls)).toEqual(urls);
        for (const { urls: held } of segments) {
          expect(held.length <= most || new Set(held.map((url) => url.slice(7, 14))).size === 1).toBe(true);
        }
        if (urls.length <= most) expect(segments).toHaveLength(1);
      }),
    );
  });

  it('changes at most two segments for one new article', () => {
    fc.assert(
      fc.property(articles, month, fc.integer({ min: 1, max: 50 }), (list, of, most) => {
        const before = segmentsOf(urlsOf(list), most).map((segment) => JSON.stringify(segment.urls));
        const after = segmentsOf(urlsOf([...list, [of, 99]]), most);
        const made = after.filter((segment) => !before.includes(JSON.stringify(segment.urls)));
        // A full block may be split more than once before the new article is separate from the others.
        expect(made.reduce((sum, { urls }) => sum + urls.length, 0)).toBeLessThanOrEqual(
          Math.max(most, ...after.map(({ urls }) => urls.length)) + 1,
        );
      }),
    );
  });
});
