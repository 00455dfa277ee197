import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { parseQuery } from '../../src/search/browser/query.ts';
import { type Asked, createSearcher, type Searcher } from '../../src/search/browser/searcher.ts';
import { openSearchedSite, type SearchedSite } from '../lib/searched-site.ts';

let site: SearchedSite;
let searcher: Searcher;
beforeAll(async () => {
  const article = (id: string, date: string, title: string, body: string) => ({
    url: `issues/${date.slice(0, 7)}/${id}/`,
    title,
    body: `<p>${body}</p>`,
    date,
  });
  site = await openSearchedSite([
    article('a', '2022-09-01', '甲园开工', '甲园的高新区里，三个项目开工。'),
    article('b', '2022-10-08', '乙园招商', '乙园的高新技术产业开发区签约。'),
    article('c', '2023-01-05', '丙园投产', '三个项目投产，高新区迎来开门红。'),
  ]);
  searcher = createSearcher(site.root);
});
afterAll(() => site.close());

const asked = (address: string, otherNames?: string[]): Asked => ({
  query: parseQuery(new URLSearchParams(address)),
  ...(otherNames && { otherNames }),
});

it('answers with numbers only, and makes cards of some results', async () => {
  const query = asked('q=三个项目');
  expect(await searcher.answer(query)).toEqual({
    mode: 'phrase',
    total: 2,
    unfiltered: 2,
    counts: { category: {}, county: {}, genre: {}, park: {}, year: {} },
    note: '',
    text: '三个项目',
  });
  expect(await searcher.cards(query, 1, 5)).toEqual([
    {
      url: `${site.root}issues/2022-09/a/?mark=${encodeURIComponent('三个项目')}`,
      title: [{ text: '甲园开工', marked: false }],
      breaks: [2],
      excerpts: [
        {
          url: `${site.root}issues/2022-09/a/?mark=${encodeURIComponent('三个项目')}`,
          parts: [
            { text: '甲园的高新区里，', marked: false },
            { text: '三个项目', marked: true },
            { text: '开工。', marked: false },
          ],
        },
      ],
      facts: [],
      isRelated: false,
    },
  ]);
});

it('filters by months, sorts by date and says how many there are without the filter', async () => {
  expect(await searcher.answer(asked('q=高新区&from=2023-01&to=2023-12'))).toMatchObject({
    total: 1,
    unfiltered: 2,
  });
  const byDate = await searcher.cards(asked('q=三个项目&sort=date'), 0, 2);
  expect(byDate.map(({ title }) => title[0]?.text)).toEqual(['丙园投产', '甲园开工']);
});

it('looks for related articles only if it is told the other names of a text', async () => {
  expect(await searcher.answer(asked('q=高新开发园'))).toMatchObject({ mode: 'none', total: 0 });
  const query = asked('q=高新开发园', ['高新技术产业开发区']);
  expect(await searcher.answer(query)).toMatchObject({ mode: 'related', total: 1 });
  expect(await searcher.cards(query, 0, 1)).toMatchObject([
    { isRelated: true, title: [{ text: '乙园招商' }] },
  ]);
});

it('counts the further articles of other names, and says what is printed', async () => {
  const names = ['高新技术产业开发区', '三个项目', '没有的名称'];
  expect(await searcher.countOthers(asked('q=高新区'), names)).toEqual([1, 0, 0]);
  expect([await searcher.isPrinted('开门红'), await searcher.isPrinted('开门绿')]).toEqual([true, false]);
});

it('opens the index again after a failure, and once only otherwise', async () => {
  const own = createSearcher(site.root);
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }));
  const failed = await own.answer(asked('q=签约')).catch((error: unknown) => error);
  expect(failed).toMatchObject({ fault: 'missing' });
  vi.stubGlobal('fetch', fetch);
  expect(await own.answer(asked('q=签约'))).toMatchObject({ total: 1 });
  const before = site.requests.length;
  await own.open({});
  expect(await own.answer(asked('q=签约'))).toMatchObject({ total: 1 });
  expect(site.requests.length).toBe(before);
});
