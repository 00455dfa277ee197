import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine, Hit } from '../../src/search/browser/engine.ts';
import { catalogueOf, charactersOf } from '../../src/search/indexing/build-catalogue.ts';
import { rowsOf } from '../../src/search/shared/catalogue.ts';
import { fileId } from '../../src/search/shared/pagefind-files.ts';
import { facetCounts, filtered, inMonths } from '../../src/search/browser/facets.ts';
import { FILTER_NAMES } from '../../src/core/filter-name.ts';

describe('the catalogue', () => {
  const value = fc.constantFrom('甲', '乙', '丙');
  const article = fc.record({
    date: fc.constantFrom('2022-09-30', '2022-10-31', '2023-01-31'),
    filters: fc.array(fc.tuple(fc.constantFrom(...FILTER_NAMES), value), { maxLength: 5 }),
  });
  const articles = fc.array(article, { minLength: 1, maxLength: 40 });

  it('returns each article’s values, newest first, and counts them like a brute-force count', () => {
    fc.assert(
      fc.property(articles, fc.nat(), fc.constantFrom(...FILTER_NAMES), value, (all, cut, name, chosen) => {
        const older = cut % all.length;
        const segments = [
          { name: 'und-202207', count: all.length - older },
          { name: 'und-202201', count: older },
        ];
        const catalogue = JSON.parse(JSON.stringify(catalogueOf(all, charactersOf(new Map()))));
        const rows = rowsOf({ segments, ...catalogue });
        const valuesOf: Engine['valuesOf'] = ({ row }, filter) => rows.valuesOf(row, filter);
        const idOf = (index: number) =>
          index < older
            ? fileId({ name: 'und-202201', digest: '0123456789' }, index)
            : fileId({ name: 'und-202207', digest: 'abcdef0123' }, index - older);
        const hits = all.map((_, index) => ({ id: idOf(index), row: rows.rowOf(idOf(index)) }) as Hit);
        expect(hits.toSorted((a, b) => a.row - b.row).map(({ id }) => id)).toEqual(
          all
            .map(({ date }, index) => ({ date, index }))
            .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
            .map(({ index }) => idOf(index)),
        );
        for (const unknown of ['', 'und_01234567890', idOf(all.length), 'und-202201_0123456789-1'])
          expect(rows.rowOf(unknown)).toBe(all.length);
        const has = (index: number, of: string, what: string) =>
          all[index]?.filters.some(([each, held]) => each === of && held === what) ?? false;
        const left = hits.filter((_, index) => has(index, name, chosen));
        expect(filtered(hits, { [name]: chosen }, valuesOf)).toEqual(left);
        const counts = facetCounts(hits, { [name]: chosen }, valuesOf);
        for (const of of FILTER_NAMES) {
          for (const what of ['甲', '乙', '丙']) {
            const among = all.filter(
              (_, index) => has(index, of, what) && (of === name || has(index, name, chosen)),
            );
            expect(counts[of][what] ?? 0).toBe(among.length);
          }
        }
      }),
    );
  });
});

it.each([
  [{}, [0, 1, 2]],
  [{ from: '2022-10' }, [0, 1]],
  [{ to: '2022-10' }, [1, 2]],
  [{ from: '2022-10', to: '2022-10' }, [1]],
  [{ from: '2022-10', to: '2022-09' }, [1, 2]],
])('the months %j leave %j', (months, rows) => {
  const engine = { monthOf: ({ row }) => ['2022-11', '2022-10', '2022-09'][row] } as Engine;
  const hits = [0, 1, 2].map((row) => ({ row }) as Hit);
  expect(inMonths(hits, months, engine).map(({ row }) => row)).toEqual(rows);
});
