import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { randomNumbers } from '../../scripts/bench/lib/made-text.ts';
import { SegmentCache } from '../../src/search/indexing/segment-cache.ts';
import { keyOf } from '../../src/build-cache/file-store.ts';
import { IndexBuilder } from '../../src/search/indexing/index-builder.ts';
import { SegmentIndex } from '../../src/search/indexing/pagefind/segment-index.ts';
import { LONG } from '../lib/long.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'bulletin-index-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

// Writes hundreds of small files.
vi.setConfig({ testTimeout: 120_000 });

const MAX_ARTICLES = 12;
type Articles = Map<string, string>;

/** Markup on each page outside its article. */
let template = '';

const page = (text: string) =>
  `<html><head><meta name="shown-title" content="题"><meta name="year" content="2022" data-search-filter><meta name="date" content="2022-09-30" data-search-date></head><body><article class="article" data-pagefind-body><h1>题</h1><p>${text}</p></article>${template}</body></html>`;

/**
 * Builds the index of articles in an empty folder and returns all its files.
 * @param comes the pages that this build renders, in this order; the others are reused from the last build
 */
async function built(
  articles: Articles,
  cache?: SegmentCache,
  comes: (urls: string[]) => string[] = () => [],
): Promise<Record<string, string>> {
  const root = await mkdtemp(path.join(dir, 'site-'));
  const urls = [...articles.keys()].toSorted();
  const rendered = comes(urls);
  const html = (url: string) => page(articles.get(url) ?? '');
  const planned = urls.map((url) => ({
    url,
    key: keyOf(html(url)),
    ...(!rendered.includes(url) && { read: async () => html(url) }),
  }));
  const builder = new IndexBuilder(root, planned, { maxArticles: MAX_ARTICLES, cache });
  for (const url of rendered) {
    await setImmediate();
    builder.add(url, html(url));
  }
  await builder.finish();
  const files: Record<string, string> = {};
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile()) files[path.relative(root, file)] = (await readFile(file)).toString('base64');
  }
  await rm(root, { recursive: true });
  return files;
}

/** Records the calls of a cache's `put`. */
function counted(cache: SegmentCache, onPut: () => void): SegmentCache {
  const put = cache.put.bind(cache);
  cache.put = (...stored) => {
    onPut();
    return put(...stored);
  };
  return cache;
}

function inAnyOrder(urls: string[], random: () => number): string[] {
  const places = urls.map((url) => ({ url, at: random() }));
  return places.toSorted((a, b) => a.at - b.at).map(({ url }) => url);
}

/** The segments of an index, each with the digest of its content. */
const segmentsIn = (files: Record<string, string>) => {
  const entry = JSON.parse(Buffer.from(files['pagefind-entry.json'] ?? '', 'base64').toString('utf8'));
  return new Set(Object.values(entry.languages as Record<string, { hash: string }>).map(({ hash }) => hash));
};

/** Articles of four years: enough for several segments. */
function someArticles(random: () => number, count: number): Articles {
  const articles: Articles = new Map();
  while (articles.size < count) articles.set(someUrl(random), someText(random));
  return articles;
}
const below = (random: () => number, most: number) => Math.floor(random() * most);
const someUrl = (random: () => number) =>
  `issues/${2020 + below(random, 4)}-0${1 + below(random, 9)}/a${below(random, 1000)}/`;
const someText = (random: () => number) =>
  Array.from({ length: 40 }, () => String.fromCodePoint(0x4e00 + below(random, 80))).join('');

it('equals that of a clean build after any series of edits, and rebuilds only changed segments', async () => {
  const random = randomNumbers(6);
  const pick = (articles: Articles) => [...articles.keys()][below(random, articles.size)] ?? '';
  const edits: ((articles: Articles) => void)[] = [
    (articles) => void articles.set(someUrl(random), someText(random)),
    (articles) => void articles.set(pick(articles), someText(random)),
    (articles) => void articles.set(pick(articles), '新号※①🏭'),
    (articles) => void articles.delete(pick(articles)),
    (articles) => {
      const url = pick(articles);
      articles.set(someUrl(random), articles.get(url) ?? '');
      articles.delete(url);
    },
    () => undefined,
  ];
  const folder = path.join(dir, 'edits');
  const articles = someArticles(random, 40);
  let before = segmentsIn(await built(articles, new SegmentCache(folder)));
  for (let turn = 0; turn < (LONG ? 20 : 8); turn += 1) {
    edits[below(random, edits.length)]?.(articles);
    let made = 0;
    const cache = counted(new SegmentCache(folder), () => (made += 1));
    // Some pages are reused; the others are rendered while the index is built, in any order.
    const files = await built(articles, cache, (urls) =>
      inAnyOrder(
        urls.filter(() => random() < 0.5),
        random,
      ),
    );
    expect(files).toEqual(await built(articles));
    const segments = segmentsIn(files);
    expect(segments.size).toBeGreaterThan(1);
    expect(made).toBe([...segments].filter((name) => !before.has(name)).length);
    const clean = path.join(dir, `clean-${turn}`);
    await built(articles, new SegmentCache(clean));
    expect((await readdir(folder)).toSorted()).toEqual((await readdir(clean)).toSorted());
    before = segments;
  }
});

it('equals that of a clean build whatever the cache contains', async () => {
  const random = randomNumbers(7);
  const articles = someArticles(random, 40);
  const clean = await built(articles);
  const folder = path.join(dir, 'broken');
  await built(someArticles(random, 40), new SegmentCache(folder));
  expect(await built(articles, new SegmentCache(folder))).toEqual(clean);
  const names = (await readdir(folder)).toSorted();
  const [cut = '', empty = '', ...others] = names.map((name) => path.join(folder, name));
  const whole = await readFile(cut);
  await writeFile(cut, whole.subarray(0, whole.length / 2));
  await writeFile(empty, '');
  for (const file of others) {
    const bytes = await readFile(file);
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    await writeFile(file, bytes);
  }
  await writeFile(path.join(folder, 'left.1.unfinished'), '');
  expect(await built(articles, new SegmentCache(folder))).toEqual(clean);
  expect((await readdir(folder)).toSorted()).toEqual(names);
  await rm(cut);
  expect(await built(articles, new SegmentCache(folder))).toEqual(clean);
});

it('is built without a writable cache', async () => {
  const articles = someArticles(randomNumbers(8), 20);
  const file = path.join(dir, 'a-file');
  await writeFile(file, '');
  expect(await built(articles, new SegmentCache(file))).toEqual(await built(articles));
});

it('is not rebuilt if only the template has changed, since the indexed texts are compared first', async () => {
  const articles = someArticles(randomNumbers(9), 20);
  const folder = path.join(dir, 'template');
  const before = await built(articles, new SegmentCache(folder));
  const finish = vi.spyOn(SegmentIndex.prototype, 'finish');
  template = '<p data-pagefind-ignore>新版式</p>';
  const after = await built(articles, new SegmentCache(folder), (urls) => urls);
  template = '';
  expect(after).toEqual(before);
  expect(finish).not.toHaveBeenCalled();
  finish.mockRestore();
});

it('exists even if no article is published', async () => {
  const files = await built(new Map());
  const catalogue = JSON.parse(Buffer.from(files['catalogue.json'] ?? '', 'base64').toString('utf8'));
  expect(catalogue).toMatchObject({ segments: [{ name: 'und', count: 0 }], dates: [], common: '' });
});
