import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { randomNumbers } from '../../scripts/lib/made-text.ts';
import { openCache, type SegmentCache } from '../../src/integrations/segment-cache.ts';
import { writeIndex } from '../../src/integrations/search-index.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'bulletin-index-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

// Hundreds of small files are written.
vi.setConfig({ testTimeout: 120_000 });

const MOST = 12;
type Articles = Map<string, string>;

const page = (text: string) =>
  `<html><head><meta name="shown-title" content="题"><meta name="year" content="2022" data-search-filter><meta name="date" content="2022-09-30" data-search-date></head><body><article class="article" data-pagefind-body><h1>题</h1><p>${text}</p></article></body></html>`;

/** Builds the index of articles into an empty folder, and gives all its files. */
async function built(articles: Articles, cache?: SegmentCache): Promise<Record<string, string>> {
  const root = await mkdtemp(path.join(dir, 'site-'));
  for (const [url, text] of articles) {
    await mkdir(path.join(root, url), { recursive: true });
    await writeFile(path.join(root, url, 'index.html'), page(text));
  }
  await writeIndex(root, [...articles.keys()].toSorted(), { most: MOST, ...(cache && { cache }) });
  const folder = path.join(root, 'pagefind');
  const files: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile()) files[path.relative(folder, file)] = (await readFile(file)).toString('base64');
  }
  await rm(root, { recursive: true });
  return files;
}

/** The segments of an index, each with Pagefind's digest of what it holds. */
const segmentsIn = (files: Record<string, string>) => {
  const entry = JSON.parse(Buffer.from(files['pagefind-entry.json'] ?? '', 'base64').toString('utf8'));
  return new Set(Object.values(entry.languages as Record<string, { hash: string }>).map(({ hash }) => hash));
};

/** Articles of four years, so that several segments are made. */
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

it('is that of a clean build after any series of edits, and makes only changed segments', async () => {
  const random = randomNumbers(6);
  const pick = (articles: Articles) => [...articles.keys()][below(random, articles.size)] ?? '';
  const edits: ((articles: Articles) => void)[] = [
    (articles) => void articles.set(someUrl(random), someText(random)),
    (articles) => void articles.set(pick(articles), someText(random)),
    (articles) => void articles.set(pick(articles), '新号※①'),
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
  let before = segmentsIn(await built(articles, openCache(folder)));
  for (let turn = 0; turn < 20; turn += 1) {
    edits[below(random, edits.length)]?.(articles);
    let made = 0;
    const cache = openCache(folder);
    const files = await built(articles, {
      ...cache,
      put: (key, index) => {
        made += 1;
        return cache.put(key, index);
      },
    });
    expect(files).toEqual(await built(articles));
    const segments = segmentsIn(files);
    expect(segments.size).toBeGreaterThan(1);
    expect(made).toBe([...segments].filter((name) => !before.has(name)).length);
    expect(await readdir(folder)).toHaveLength(segments.size);
    before = segments;
  }
});

it('is that of a clean build whatever the cache holds', async () => {
  const random = randomNumbers(7);
  const articles = someArticles(random, 40);
  const clean = await built(articles);
  const folder = path.join(dir, 'broken');
  await built(someArticles(random, 40), openCache(folder));
  expect(await built(articles, openCache(folder))).toEqual(clean);
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
  expect(await built(articles, openCache(folder))).toEqual(clean);
  expect((await readdir(folder)).toSorted()).toEqual(names);
  await rm(cut);
  expect(await built(articles, openCache(folder))).toEqual(clean);
});

it('is made where there can be no cache', async () => {
  const articles = someArticles(randomNumbers(8), 20);
  const file = path.join(dir, 'a-file');
  await writeFile(file, '');
  expect(await built(articles, openCache(file))).toEqual(await built(articles));
});

it('leaves out pages that only lead on, and is there where nothing is published', async () => {
  const root = await mkdtemp(path.join(dir, 'site-'));
  await mkdir(path.join(root, 'issues/2022-09/old'), { recursive: true });
  await writeFile(
    path.join(root, 'issues/2022-09/old/index.html'),
    '<meta http-equiv="refresh" content="0">',
  );
  await writeIndex(root, ['issues/2022-09/old/']);
  const catalogue = JSON.parse(await readFile(path.join(root, 'pagefind/catalogue.json'), 'utf8'));
  expect(catalogue).toMatchObject({ segments: ['und'], segmentOf: [], common: '' });
});
