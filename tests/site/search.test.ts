import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connectBrowser } from '../lib/shared-browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

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
  ['at the root', inject('site').url],
  ['below a base path', inject('siteBelow').url],
])('%s', (_, root) => {
  it('finds a word from the search box in the header, marks it, and links to the article', async () => {
    const page = await browser.newPage();
    const pageErrors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && pageErrors.push(message.text()));
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
    expect(pageErrors).toEqual([]);
    await page.close();
  });
});

const { url: root } = inject('site');

it('filters by category, park, region and year, and stores all filters in the address', async () => {
  const page = await browser.newPage();
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
  await page.close();
});

it('sorts by date, and a button loads more results', async () => {
  const page = await browser.newPage();
  await page.goto(`${root}search/?year=2022&sort=date`);
  const first = await answer(page);
  expect([first.total, first.titles.length]).toEqual([16, 10]);
  await page.locator('[data-search-more]').click();
  await expect.poll(() => page.locator('[data-search-result]').count()).toBe(16);
  expect(await page.locator('[data-search-more]').isVisible()).toBe(false);
  await page.close();
});

it.each(['<img src=x onerror=alert(1)>', '"', '园'.repeat(10_000), '，。！', '😀', '\u0000\u0007'])(
  'is not broken by %j',
  async (hostile) => {
    const page = await browser.newPage();
    const pageErrors: string[] = [];
    page.on('dialog', () => pageErrors.push('dialog'));
    page.on('pageerror', (error) => pageErrors.push(error.message));
    await page.goto(`${root}search/`);
    await page.locator('[data-search-form] input[name=q]').fill(hostile);
    await page.keyboard.press('Enter');
    const state = () => page.locator('[data-search-results]').getAttribute('data-search-state');
    await expect.poll(state).toMatch(/^(?:done|idle)$/u);
    expect(pageErrors).toEqual([]);
    expect(await page.locator('[data-search-status] img, [data-search-results] img').count()).toBe(0);
    await page.close();
  },
);

it('reports an index that cannot be loaded, and tries again', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(`${root}search/?q=园区`);
  const failed = await answer(page);
  expect([failed.state, failed.status]).toEqual(['error', '检索没有成功，可能是网络断了。 再试一次']);
  await page.unroute('**/pagefind/**');
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect.poll(async () => (await answer(page)).total).toBeGreaterThan(0);
  await context.close();
});

it('reports an error, not an empty result, if part of the index cannot be loaded', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/pagefind/index/**', (route) => route.abort());
  await page.goto(`${root}search/?q=营商环境`);
  expect((await answer(page)).state).toBe('error');
  await page.unroute('**/pagefind/index/**');
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect.poll(async () => (await answer(page)).total).toBeGreaterThan(0);
  await context.close();
});

it('says what to do if nothing is found', async () => {
  const page = await browser.newPage();
  await page.goto(`${root}search/?q=zzzzqqqq`);
  expect(await answer(page)).toMatchObject({
    total: 0,
    status: '没有找到“zzzzqqqq”。可以少写几个字，换个说法，或从下面列出的里找。',
  });
  await page.close();
});

describe('names', () => {
  it('link directly to their pages', async () => {
    const page = await browser.newPage();
    await page.goto(`${root}search/?q=唐山高新技术产业开发区`);
    await answer(page);
    const direct = page.locator('[data-search-direct] a');
    await direct.first().waitFor();
    expect(await direct.first().getAttribute('href')).toBe('/parks/tangshan-hidz/');
    await page.goto(`${root}search/?q=总第2期`);
    await direct.first().waitFor();
    expect(await direct.first().getAttribute('href')).toBe('/issues/2022-10/');
    await page.close();
  });

  it('are suggested while typing, by hanzi and by pinyin initials, and opened by keyboard', async () => {
    const page = await browser.newPage();
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
    await page.close();
  });

  it('that are printed in another spelling are found as related', async () => {
    const page = await browser.newPage();
    await page.goto(`${root}search/?q=邯郸经济开发区`);
    const { titles } = await answer(page);
    expect(await page.locator('[data-search-results]').getAttribute('data-search-mode')).toBe('related');
    expect(titles.length).toBeGreaterThan(0);
    await page.close();
  });
});

it('marks the matches in the article, and scrolls to them', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 700 } });
  const pageErrors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && pageErrors.push(message.text()));
  await page.goto(`${root}search/?q=396.54亿元`);
  await answer(page);
  await page.locator('[data-search-result] h2 a').first().click();
  const mark = page.locator('article mark').first();
  await mark.waitFor();
  expect(await mark.innerText()).toBe('396.54亿元');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
  await expect.poll(() => mark.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(700);
  expect(pageErrors).toEqual([]);
  await page.close();
});

it('marks what is printed in results and in the article, whatever was typed', async () => {
  const page = await browser.newPage();
  await page.goto(`${root}search/?q=1-8月`);
  await answer(page);
  expect(await page.locator('[data-search-result] mark').first().innerText()).toBe('1—8月');
  await page.locator('[data-search-result] h2 a').first().click();
  const marks = page.locator('article mark');
  await marks.first().waitFor();
  // A dash that is kept off the end of a line is an element of its own, and so marked by itself.
  expect((await marks.allInnerTexts()).join('')).toMatch(/^(?:1—8月)+$/u);
  await page.close();
});

it('marks across bold text, and changes no character', async () => {
  const page = await browser.newPage();
  const address = `${root}issues/2022-09/tangshan-four-faces/`;
  await page.goto(address);
  const before = await page.locator('article').innerText();
  await page.goto(`${address}?mark=${encodeURIComponent('高新区')}&mark=279家`);
  await expect.poll(() => page.locator('article mark').count()).toBeGreaterThan(1);
  expect(await page.locator('article').innerText()).toBe(before);
  await page.close();
});

it('works by keyboard: / focuses the search box, arrows move through the results', async () => {
  const page = await browser.newPage();
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
  await page.close();
});

it('stores recent searches only in the browser, and deletes them on request', async () => {
  const page = await browser.newPage();
  await page.goto(`${root}search/`);
  await page.locator('[data-search-form] input[name=q]').fill('园中园');
  await page.keyboard.press('Enter');
  await answer(page);
  await page.goto(`${root}search/`);
  const recent = page.locator('[data-search-recent]');
  await expect.poll(() => recent.locator('a').allInnerTexts()).toEqual(['园中园']);
  await page.getByRole('button', { name: '清除记录' }).click();
  await recent.waitFor({ state: 'hidden' });
  await page.reload();
  expect(await recent.isVisible()).toBe(false);
  await page.close();
});
