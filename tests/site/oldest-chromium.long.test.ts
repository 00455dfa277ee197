import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchOldestChromium } from '../lib/oldest-chromium.ts';
import { htmlPages } from '../lib/site-files.ts';

/* The built sample in Chromium 86, the oldest that pages are made for. */

const { dir, url: root } = inject('site');

let browser: Browser;
beforeAll(async () => {
  browser = await launchOldestChromium();
}, 600_000);
afterAll(() => browser.close());

/** A phone's tab in a new profile, with what goes wrong in it. */
async function openTab(): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const problems: string[] = [];
  const note = (text: string) => problems.push(`${new URL(page.url()).pathname}: ${text}`);
  page.on('console', (message) => {
    if (message.type() === 'error') note(message.text());
  });
  page.on('pageerror', (error) => note(error.message));
  page.on(
    'response',
    (response) => response.status() >= 400 && note(`${response.status()} ${response.url()}`),
  );
  page.on('request', (request) => {
    if (!request.url().startsWith(root) && !/^(?:data|blob):/u.test(request.url()))
      note(`asks ${request.url()}`);
  });
  return { page, problems };
}

const textOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
const click = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
const resultsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-search-result] h2')].map((each) => each.textContent),
  );

async function search(page: Page, text: string): Promise<string> {
  await page.goto(`${root}search/?q=${encodeURIComponent(text)}`);
  await expect
    .poll(() => page.evaluate(() => document.querySelector('[data-search-state=done]') !== null))
    .toBe(true);
  return textOf(page, '[data-search-status]');
}

it('every page loads without an error, from this site only, and is not wider than a phone', async () => {
  const { page, problems } = await openTab();
  // The page of a former address leaves at once.
  const pages = [...(await htmlPages(dir))].filter(([, html]) => !html.includes('http-equiv="refresh"'));
  expect(pages.length).toBeGreaterThan(100);
  for (const [name] of pages) {
    const address = name.replace(/index\.html$/u, '');
    if (address.startsWith('admin/')) continue;
    await page.goto(root + address);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) problems.push(`${address}: ${wide}px wider than the screen`);
  }
  expect(problems).toEqual([]);
});

it('the search answers, shows more, filters, and marks what was found', async () => {
  const { page, problems } = await openTab();
  expect(browser.version()).toBe('86.0.4240.0');
  expect(await search(page, '园区')).toBe('“园区”：21篇');
  expect(await resultsOf(page)).toHaveLength(10);
  await click(page, '[data-search-more]');
  await expect.poll(async () => (await resultsOf(page)).length).toBe(20);
  await page.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('select[name=year]');
    if (!select) return;
    select.value = '2022';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect.poll(() => textOf(page, '[data-search-status]')).toBe('“园区”：13篇');
  expect(await search(page, '高新 技術')).toMatch(/^“高新 技術”|^同时有/u);
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-search-result] a')?.click());
  await expect.poll(() => page.evaluate(() => document.querySelectorAll('mark').length)).toBeGreaterThan(0);
  expect(problems).toEqual([]);
});

it('the quick search leads to a page by its name', async () => {
  const { page, problems } = await openTab();
  await page.goto(`${root}issues/2022-09/to-readers/`);
  await page.keyboard.press('/');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await page.keyboard.type('tang');
  await expect.poll(() => textOf(page, 'dialog [role=option]')).toContain('唐山市');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toBe(`${root}regions/130200/`);
  expect(problems).toEqual([]);
});

it('large type and dark colours apply, and are stored', async () => {
  const { page, problems } = await openTab();
  await page.goto(`${root}issues/2022-09/to-readers/`);
  await click(page, '.reader-settings summary');
  await click(page, 'input[data-reader=size][value=huge]');
  await click(page, 'input[data-reader=theme][value=dark]');
  await page.goto(`${root}issues/2022-09/`);
  const look = await page.evaluate(() => {
    const { fontSize, backgroundColor } = getComputedStyle(document.documentElement);
    return [fontSize, backgroundColor];
  });
  expect(look).toEqual(['30px', 'rgb(24, 22, 19)']);
  expect(problems).toEqual([]);
});
