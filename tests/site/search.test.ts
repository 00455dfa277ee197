import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { onlyLong } from '../lib/long.ts';
import { connectBrowser } from '../lib/shared-browser.ts';

let browser: Browser;
/** One page for all tests that need no profile of their own: opening one takes as long as a search. */
let page: Page;
beforeAll(async () => {
  browser = await connectBrowser();
  page = await browser.newPage();
  page.on('console', (message) => message.type() === 'error' && pageErrors.push(message.text()));
  page.on('pageerror', (error) => pageErrors.push(error.message));
  page.on('dialog', () => pageErrors.push('dialog'));
});
afterEach(() => {
  expect(pageErrors.splice(0)).toEqual([]);
});
afterAll(() => browser.close());

/** What the page has reported during a test. */
const pageErrors: string[] = [];

/** Waits until the search page has answered. */
async function answer(page: Page) {
  const list = page.locator('[data-search-results]');
  await list.and(page.locator('[data-search-state="done"], [data-search-state="error"]')).waitFor();
  return {
    state: await list.getAttribute('data-search-state'),
    total: Number(await list.getAttribute('data-search-total')),
    titles: await page.locator('[data-search-result] h2').allInnerTexts(),
    status: await page.locator('[data-search-status]').innerText(),
  };
}

describe.each([
  ['below a base path', inject('siteBelow').url],
  ...onlyLong(['at the root', inject('site').url]),
])('%s', (_, root) => {
  it('finds a word from the search box in the header, marks it, and links to the article', async () => {
    await page.goto(root);
    await page.locator('.site-header input[type=search]').fill('排队叫号机');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=/u);
    const { state, titles } = await answer(page);
    expect(state).toBe('done');
    expect(titles[0]).toBe('太行山里造出的排队叫号机');
    expect(await page.locator('[data-search-result] mark').first().innerText()).toBe('排队叫号机');
    await page.locator('[data-search-result] a').first().click();
    await expect.poll(() => page.locator('h1').innerText()).toBe('太行山里造出的排队叫号机');
  });
});

const { url: root } = inject('site');

it('filters by category, park, region and year, and stores all filters in the address', async () => {
  await page.goto(`${root}search/?q=园区`);
  const all = await answer(page);
  await page.locator('select[name=year]').selectOption('2023');
  await page.waitForURL(/year=2023/u);
  const year = await answer(page);
  expect(year.total).toBeLessThan(all.total);
  await page.locator('select[name=category]').selectOption('experience');
  await page.waitForURL(/category=experience/u);
  const both = await answer(page);
  expect(both.total).toBeLessThan(year.total);
  await page.goBack();
  expect((await answer(page)).total).toBe(year.total);
  expect(await page.locator('select[name=category]').inputValue()).toBe('');
  await page.goto(`${root}search/?county=130600`);
  expect((await answer(page)).total).toBe(3);
  expect(await page.locator('select[name=county]').inputValue()).toBe('130600');
  await page.goto(`${root}search/?park=wuji-edz`);
  expect((await answer(page)).titles).toEqual(['一座县城的“园中园”算法']);
});

it('sorts by date, and a button loads more results', async () => {
  await page.goto(`${root}search/?year=2022&sort=date`);
  const first = await answer(page);
  expect([first.total, first.titles.length]).toEqual([16, 10]);
  await page.locator('[data-search-more]').click();
  await expect.poll(() => page.locator('[data-search-result]').count()).toBe(16);
  expect(await page.locator('[data-search-more]').isVisible()).toBe(false);
});

it.each(['<img src=x onerror=alert(1)>', '"', '园'.repeat(10_000), '，。！', '😀', '\u0000\u0007'])(
  'is not broken by %j',
  async (hostile) => {
    await page.goto(`${root}search/`);
    await page.locator('[data-search-form] input[name=q]').fill(hostile);
    await page.keyboard.press('Enter');
    const state = () => page.locator('[data-search-results]').getAttribute('data-search-state');
    await expect.poll(state).toMatch(/^(?:done|idle)$/u);
    expect(await page.locator('[data-search-status] img, [data-search-results] img').count()).toBe(0);
  },
);

it('says what to do if nothing is found', async () => {
  await page.goto(`${root}search/?q=zzzzqqqq`);
  expect(await answer(page)).toMatchObject({
    total: 0,
    status: '没有找到“zzzzqqqq”。可以少写几个字，换个说法，或从下面列出的里找。',
  });
});

describe('names', () => {
  it('link directly to their pages', async () => {
    await page.goto(`${root}search/?q=唐山高新技术产业开发区`);
    await answer(page);
    const direct = page.locator('[data-search-direct] a');
    await direct.first().waitFor();
    expect(await direct.first().getAttribute('href')).toBe('/parks/tangshan-hidz/');
    await page.goto(`${root}search/?q=总第2期`);
    await direct.first().waitFor();
    expect(await direct.first().getAttribute('href')).toBe('/issues/2022-10/');
  });

  it('are suggested while typing, by hanzi and by pinyin initials, and opened by keyboard', async () => {
    await page.goto(`${root}search/`);
    const input = page.locator('[data-search-form] input[name=q]');
    const offered = page.locator('#suggestions [role=option]');
    await input.pressSequentially('易');
    await expect.poll(() => offered.allInnerTexts()).toContain('易县\n地区');
    await input.fill('');
    await input.pressSequentially('tsgxq');
    await expect.poll(async () => (await offered.allInnerTexts())[0]).toBe('唐山高新技术产业开发区\n园区');
    await page.keyboard.press('ArrowDown');
    expect(await input.getAttribute('aria-activedescendant')).toBe('suggestions-0');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/parks\/tangshan-hidz\/$/u);
  });

  it('that are printed in another spelling are found as related', async () => {
    await page.goto(`${root}search/?q=邯郸经济开发区`);
    const { titles } = await answer(page);
    expect(await page.locator('[data-search-results]').getAttribute('data-search-mode')).toBe('related');
    expect(titles.length).toBeGreaterThan(0);
  });
});

it('marks the matches in the article, and scrolls to them', async () => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(`${root}search/?q=396.54亿元`);
  await answer(page);
  await page.locator('[data-search-result] h2 a').first().click();
  const mark = page.locator('article mark').first();
  await mark.waitFor();
  expect(await mark.innerText()).toBe('396.54亿元');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
  await expect.poll(() => mark.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(700);
  await page.setViewportSize({ width: 1280, height: 720 });
});

it('marks what is printed in results and in the article, whatever was typed', async () => {
  await page.goto(`${root}search/?q=1-8月`);
  await answer(page);
  const found = page.locator('[data-search-result] mark').first();
  expect(await found.innerText()).toBe('1—8月');
  // The dash does not begin a line, as on the pages.
  expect(await found.locator('.kept').allInnerTexts()).toEqual(['—']);
  await page.locator('[data-search-result] h2 a').first().click();
  const marks = page.locator('article mark');
  await marks.first().waitFor();
  // A dash that is kept off the end of a line is an element of its own, and so marked by itself.
  expect((await marks.allInnerTexts()).join('')).toMatch(/^(?:1—8月)+$/u);
});

it('marks across bold text, and changes no character', async () => {
  const address = `${root}issues/2022-09/tangshan-four-faces/`;
  await page.goto(address);
  const before = await page.locator('article').innerText();
  await page.goto(`${address}?mark=${encodeURIComponent('高新区')}&mark=279家`);
  await expect.poll(() => page.locator('article mark').count()).toBeGreaterThan(1);
  expect(await page.locator('article').innerText()).toBe(before);
});

it('works by keyboard: / focuses the search box, arrows move through the results', async () => {
  await page.goto(`${root}search/?q=园区`);
  await answer(page);
  await page.keyboard.press('/');
  const focused = () =>
    page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);
  expect(await focused()).toBe('query');
  const { titles } = await answer(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(titles[1]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('query');
});

it('stores recent searches only in the browser, and deletes them on request', async () => {
  const own = await browser.newPage();
  await own.goto(`${root}search/`);
  await own.locator('[data-search-form] input[name=q]').fill('园中园');
  await own.keyboard.press('Enter');
  await answer(own);
  await own.goto(`${root}search/`);
  const recent = own.locator('[data-search-recent]');
  await expect.poll(() => recent.locator('a').allInnerTexts()).toEqual(['园中园']);
  await own.getByRole('button', { name: '清除记录' }).click();
  await recent.waitFor({ state: 'hidden' });
  await own.reload();
  expect(await recent.isVisible()).toBe(false);
  await own.close();
});
