import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { marked, markPattern } from '../../src/search/browser/excerpts.ts';
import { search } from '../../src/search/browser/search.ts';
import { simplify } from '../../src/search/browser/simplify.ts';
import { openSearchedSite, type SearchedSite } from '../lib/searched-site.ts';
import { HARD_QUERIES, PRINTED } from './hard-queries.ts';
import { NOTATION_PRINTED, NOTATION_QUERIES } from './notation-queries.ts';
import { PHONE_PRINTED, PHONE_QUERIES } from './phone-queries.ts';

// Starts Pagefind, which takes its time beside other tests.
vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 });

/** A site of two segments, so that a query has to ask both. */
function siteOf(printed: Record<string, string[]>): Promise<SearchedSite> {
  const articles = Object.entries(printed).map(([name, texts], index) => ({
    url: `issues/2022-${index % 2 === 0 ? '09' : '10'}/${name}/`,
    title: `样稿${name}`,
    body: texts.map((text) => (text.startsWith('<table') ? text : `<p>${text}</p>`)).join(''),
  }));
  return openSearchedSite(
    articles.toSorted((a, b) => (a.url < b.url ? -1 : 1)),
    Math.ceil(articles.length / 2),
  );
}

let site: SearchedSite;
let phone: SearchedSite;
let notation: SearchedSite;
beforeAll(async () => {
  site = await siteOf(PRINTED);
  phone = await siteOf(PHONE_PRINTED);
  notation = await siteOf(NOTATION_PRINTED);
});
afterAll(() => {
  site?.close();
  phone?.close();
  notation?.close();
});

/** What a query finds, and what is marked in each article. Related articles are not found. */
async function answered(typed: string, { engine }: SearchedSite) {
  const answer = await search(typed, {
    engine,
    otherNames: [],
    simplify,
  });
  if (answer.mode === 'related') return {};
  const pattern = markPattern(answer.phrases, answer.mode);
  const found = answer.hits.map(async (hit) => {
    const { url, blocks } = await hit.load();
    const parts = blocks.flatMap(({ text }) => marked(text, pattern));
    return [url.split('/').at(-2), parts.flatMap((part) => (part.marked ? [part.text] : []))] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

describe('a query', () => {
  it.each(HARD_QUERIES)('$typed: $why', async ({ typed, found }) => {
    expect(await answered(typed, site)).toEqual(found);
  });

  it.each(PHONE_QUERIES)('from a phone: $typed: $why', async ({ typed, found }) => {
    expect(await answered(typed, phone)).toEqual(found);
  });

  it.each(NOTATION_QUERIES)('in another notation: $typed: $why', async ({ typed, found }) => {
    expect(await answered(typed, notation)).toEqual(found);
  });

  it.each([
    ['3个', ['edges', 'whole']],
    ['项目 3个', ['edges', 'whole']],
  ])('%s: what is only part of a longer figure comes last', async (typed, names) => {
    const more = await openSearchedSite([
      { url: 'issues/2022-09/edges/', title: '甲', body: '<p>413个项目</p>', date: '2022-09-30' },
      { url: 'issues/2022-09/whole/', title: '乙', body: '<p>3个，项目</p>', date: '2022-09-01' },
    ]);
    const { hits } = await search(typed, { engine: more.engine, otherNames: [], simplify });
    const urls = await Promise.all(hits.map(async (hit) => (await hit.load()).url.split('/').at(-2)));
    expect(urls).toEqual(names.toReversed());
    more.close();
  });

  it('of many kinds, each once', () => {
    const all = [...HARD_QUERIES, ...PHONE_QUERIES, ...NOTATION_QUERIES].map(({ typed }) => typed);
    expect(all.filter((typed, index) => all.indexOf(typed) !== index)).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(330);
  });
});
