import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { ask } from '../../scripts/bench/search/search-page.ts';
import { serveFolder, type ServedFolder } from '../../scripts/lib/static-server.ts';
import { indexSite } from '../../scripts/bench/search/index-site.ts';
import { connectBrowser } from '../lib/shared-browser.ts';

/** The sample bulletin is small: this index of it has one segment per month. */
const { url: whole, dir } = inject('site');
let temporary: string;
let served: ServedFolder;
let browser: Browser;
let pages: { whole: Page; cut: Page };

beforeAll(async () => {
  temporary = await mkdtemp(path.join(os.tmpdir(), 'bulletin-segments-'));
  await cp(dir, temporary, { recursive: true });
  await rm(path.join(temporary, 'pagefind'), { recursive: true });
  await indexSite(temporary, 2);
  served = await serveFolder(temporary);
  browser = await connectBrowser();
  const open = async (root: string) => {
    const page = await browser.newPage();
    await page.goto(`${root}search/`);
    return page;
  };
  pages = { whole: await open(whole), cut: await open(served.url) };
});
afterAll(async () => {
  await browser?.close();
  served?.server.close();
  await rm(temporary, { recursive: true, force: true });
});

const segmentsIn = async (site: string): Promise<string[]> => {
  const entry = await readFile(path.join(site, 'pagefind/pagefind-entry.json'), 'utf8');
  return Object.keys(JSON.parse(entry).languages);
};

it('are one for a small bulletin, and more with a lower size limit', async () => {
  expect(await segmentsIn(dir)).toEqual(['unknown']);
  expect((await segmentsIn(temporary)).toSorted()).toEqual(['und-202209', 'und-202210', 'unknown']);
});

it.each([
  '园区',
  '项目',
  '396.54亿元',
  '“标准地+承诺制”',
  '标准地承诺制',
  '標準地+承諾制',
  '唐山高新区 279家',
  '邯郸经济开发区',
  'gdp',
  '无此一说',
])('answer as one does: %s', async (query) => {
  const cut = await ask(pages.cut, query);
  expect(cut.state).toBe('done');
  expect(cut).toEqual(await ask(pages.whole, query));
});

it('give the same results in the same order as one segment if only filters are selected', async () => {
  const listed = async (root: string) => {
    const page = await browser.newPage();
    await page.goto(`${root}search/?year=2022&sort=date`);
    await page.locator('[data-search-state=done]').waitFor();
    const titles = await page.locator('[data-search-result] h2').allInnerTexts();
    const counts = await page
      .locator('option[data-count]')
      .evaluateAll((options) =>
        options.map((option) => `${option.getAttribute('value')} ${option.getAttribute('data-count')}`),
      );
    await page.close();
    return { titles, counts };
  };
  const cut = await listed(served.url);
  expect(cut.titles).toHaveLength(10);
  expect(cut).toEqual(await listed(whole));
});
