import { gzipSync } from 'node:zlib';
import { afterEach, expect, it, vi } from 'vitest';
import { plainIndex } from '../../src/search/browser/plain-index.ts';
import { fold } from '../../src/search/shared/fold.ts';
import { type MadeArticle, openSearchedSite, type SearchedSite } from '../lib/searched-site.ts';

/* The index that is read without Pagefind's program, as in Chromium 86, answers as Pagefind does. */

const TEXTS = [
  '园区开工率99.7%，比去年高15%，另有5%未开工。',
  '招商引资：“标准地+承诺制”，共2902个项目。',
  '园区里的园区，园区外的园区。开发区、高新区。',
  '𠮷野家㎡①ΩWiFi 3,000吨，1.5%、105℃。',
  '园区',
];
const ARTICLES: MadeArticle[] = TEXTS.flatMap((text, index) =>
  ['2021-03', '2022-09', '2023-01'].map((month) => ({
    url: `issues/${month}/a${index}/`,
    title: `第${index}篇`,
    body: `<p>${text}</p><p>${[...text].reverse().join('')}</p>`,
    date: `${month}-0${index + 1}`,
  })),
);

afterEach(() => vi.unstubAllGlobals());

async function opened(): Promise<SearchedSite> {
  // Several segments, so that each article must come from its own.
  return openSearchedSite(ARTICLES, 5);
}

async function answers({ engine }: SearchedSite, phrases: string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const phrase of phrases) {
    for (const isFigure of [false, true]) {
      if (isFigure && !/^\d/u.test(phrase)) continue;
      const hits = await engine.phrase(phrase, isFigure);
      const texts = await Promise.all(hits.slice(0, 3).map((hit) => hit.load()));
      found[`${phrase} ${isFigure}`] = [
        ...hits.map(({ id, row, position }) => `${id} ${row} ${position}`),
        ...texts.map((text) => JSON.stringify(text)),
      ];
    }
  }
  found[''] = (await engine.all()).map(({ id, row, position }) => `${id} ${row} ${position}`);
  return found;
}

it('finds the same places of every phrase', async () => {
  const words = TEXTS.map((text) => [...fold(text)]);
  const phrases = words.flatMap((all) =>
    all.flatMap((_, at) => [1, 2, 3].map((length) => all.slice(at, at + length).join(''))),
  );
  const asked = [...new Set([...phrases, '没有', '区园园', '园区里的园区外', '龘', '!', '5%'])];
  const site = await opened();
  const expected = await answers(site, asked);
  site.close();
  vi.stubGlobal('WebAssembly', undefined);
  const plain = await opened();
  expect(await answers(plain, asked)).toEqual(expected);
  expect(plain.requests.filter(({ name }) => name.startsWith('wasm'))).toEqual([]);
  plain.close();
  expect(Object.values(expected).filter((hits) => hits.length > 0).length).toBeGreaterThan(200);
});

it.each([
  ['a part of a chunk', gzipSync(Buffer.from([...Buffer.from('pagefind_dcd'), 0x81, 0x82, 0x83]))],
  ['a part of an archive', gzipSync(Buffer.from('pagefind_dcd')).subarray(0, 20)],
  ['another page', Buffer.from('<!doctype html>')],
])('%s is reported as damaged', async (_, bytes) => {
  vi.stubGlobal('fetch', async () => new Response(bytes));
  const chainOf = (characters: string[]) => characters.map((word) => ({ word, place: 0 }));
  const segment = { name: 'und', digest: '0123456789', count: 1, characters: [0x4e00], pairs: '' };
  const index = plainIndex(
    { folder: '/pagefind/', root: '/', fresh: false },
    { segments: [segment] },
    { chainOf },
  );
  await expect(index.find(['园'])).rejects.toMatchObject({ fault: 'damaged' });
  expect(await index.find(['!'])).toEqual([]);
});
