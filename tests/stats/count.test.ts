import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Content } from '../../src/core/content.ts';
import { COUNTED_BY, count, INCLUDED, pieces } from '../../src/stats/count.ts';

const CONTENT = {
  issues: ['2022-09', '2022-10', '2023-01-02'].map((id, index) => ({
    id,
    year: Number(id.slice(0, 4)),
    months: id.slice(5).split('-').map(Number),
    status: index === 1 ? 'draft' : 'published',
  })),
  categories: ['news', 'feature'].map((id) => ({ id, name: `栏目${id}` })),
  parks: ['jia', 'yi'].map((id) => ({ id, name: `全称${id}`, shortName: `园区${id}` })),
  regions: [
    { id: '990100', name: '乙市' },
    { id: '990101', name: '丙县', parent: '990100' },
    { id: '990102', name: '城区', parent: '990100' },
    { id: '990200', name: '丁市' },
    { id: '990201', name: '城区', parent: '990200' },
  ],
} as unknown as Content;

const person = fc.record({
  name: fc.constantFrom('张三', '李四', '=1+1'),
  role: fc.constantFrom('记者', '作者', '摄影'),
  org: fc.option(fc.constantFrom('甲报', '乙报'), { nil: undefined }),
});
const articles = fc.array(
  fc.record({
    issue: fc.constantFrom('2022-09', '2022-10', '2023-01-02'),
    status: fc.constantFrom('draft', 'ready', 'withdrawn'),
    rights: fc.constantFrom('own', 'unknown'),
    category: fc.constantFrom('news', 'feature', ''),
    masked: fc.boolean(),
    parks: fc.uniqueArray(fc.constantFrom('jia', 'yi')),
    counties: fc.uniqueArray(fc.constantFrom('990101', '990102', '990201')),
    byline: fc.array(person, { maxLength: 4 }),
  }),
  { maxLength: 30 },
) as unknown as fc.Arbitrary<Article[]>;

describe('a count', () => {
  it('adds up: rows of columns and months to the pieces, rows of places and people to the references', () => {
    fc.assert(
      fc.property(
        articles,
        fc.constantFrom(...INCLUDED),
        fc.constantFrom(undefined, 2022, 2023),
        (all, included, year) => {
          const counted = pieces({ ...CONTENT, articles: all }, included, year);
          const sums = new Map(
            COUNTED_BY.map((by) => {
              const { rows, total } = count(counted, by, CONTENT);
              expect(total).toBe(counted.length);
              for (const row of rows) expect(row.pieces).toBeGreaterThan(0);
              return [by, rows.reduce((sum, row) => sum + row.pieces, 0)];
            }),
          );
          const named = (keys: (article: Article) => unknown[]) =>
            counted.reduce((sum, article) => sum + Math.max(1, new Set(keys(article)).size), 0);
          expect(sums.get('category')).toBe(counted.length);
          expect(sums.get('month')).toBe(counted.length);
          expect(sums.get('county')).toBe(named(({ masked, counties }) => (masked ? [] : counties)));
          expect(sums.get('park')).toBe(named(({ masked, parks }) => (masked ? [] : parks)));
          expect(sums.get('contributor')).toBe(
            named(({ byline }) => byline.map(({ name, role, org = '' }) => `${name}/${role}/${org}`)),
          );
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });

  it('includes published pieces, also ready ones, or also drafts; never withdrawn ones', () => {
    const made = (status: string, issue: string, rights = 'own') => ({ status, issue, rights }) as Article;
    const all = [
      made('ready', '2022-09'),
      made('ready', '2022-10'),
      made('ready', '2022-09', 'unknown'),
      made('draft', '2022-09'),
      made('withdrawn', '2022-09'),
    ];
    const content = { ...CONTENT, articles: all };
    expect(INCLUDED.map((included) => pieces(content, included).map((each) => all.indexOf(each)))).toEqual([
      [0],
      [0, 1, 2],
      [0, 1, 2, 3],
    ]);
  });

  it('never counts a masked piece under a place, and distinguishes places with the same name', () => {
    const made = (masked: boolean, counties: string[], parks: string[]) =>
      ({ masked, counties, parks }) as Article;
    const all = [
      made(true, ['990101'], ['jia']),
      made(false, ['990102', '990201'], ['yi']),
      made(false, [], []),
    ];
    const rows = (by: 'county' | 'park') => count(all, by, CONTENT).rows.map(({ cells }) => cells[0]);
    expect(rows('county')).toEqual(['乙市城区', '丁市城区', '地名已隐去', '（无县区）']);
    expect(rows('park')).toEqual(['园区yi', '地名已隐去', '（无园区）']);
  });
});
