import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marked, markPattern } from '../../src/search/browser/excerpts.ts';
import { search } from '../../src/search/browser/search.ts';
import { simplify } from '../../src/search/browser/simplify.ts';
import { openSearchedSite, type SearchedSite } from '../lib/searched-site.ts';
import { HARD_QUERIES, PRINTED } from './hard-queries.ts';

/** Two segments, so that a query has to ask both. */
const names = Object.keys(PRINTED);
const urlOf = (name: string) => `issues/2022-${names.indexOf(name) % 2 === 0 ? '09' : '10'}/${name}/`;

let site: SearchedSite;
beforeAll(async () => {
  const articles = names.map((name) => ({
    url: urlOf(name),
    title: `样稿${name}`,
    body: (PRINTED[name] ?? []).map((text) => (text.startsWith('<table') ? text : `<p>${text}</p>`)).join(''),
  }));
  site = await openSearchedSite(
    articles.toSorted((a, b) => (a.url < b.url ? -1 : 1)),
    16,
  );
});
afterAll(() => site.close());

/** What a query finds, and what is marked in each article. Related articles are not found. */
async function answered(typed: string) {
  const answer = await search(typed, { engine: site.engine, otherNames: () => [], simplify });
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
    expect(await answered(typed)).toEqual(found);
  });

  it('of a hundred kinds', () => {
    expect(new Set(HARD_QUERIES.map(({ typed }) => typed)).size).toBe(HARD_QUERIES.length);
    expect(HARD_QUERIES.length).toBeGreaterThanOrEqual(100);
  });
});
