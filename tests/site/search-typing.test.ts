import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { IDLE } from '../../src/search/browser/messages.ts';
import { connectBrowser } from '../lib/shared-browser.ts';

const { url: root } = inject('site');

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

/** Opens the search page in a new profile and collects the addresses of the index that it loads. */
async function openNew(query = '', viewport = { width: 1280, height: 800 }) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/pagefind/')) loaded.push(new URL(request.url()).pathname);
  });
  await page.goto(`${root}search/${query}`);
  return { page, loaded, input: page.locator('#query'), close: () => context.close() };
}

let shared: ReturnType<typeof openNew> | undefined;

/** Opens the search page in a profile that several tests share, which is faster. */
async function open(query = '', viewport = { width: 1280, height: 800 }) {
  shared ??= openNew(query);
  const { page, input } = await shared;
  await page.setViewportSize(viewport);
  await page.goto(`${root}search/${query}`);
  return { page, input };
}

const status = (page: Page) => page.locator('[data-search-status]').innerText();
const done = (page: Page) => page.locator('[data-search-state=done]').waitFor();

describe('while typing', () => {
  it('results come after a pause, with title and address, and without a step in the history', async () => {
    const { page, input, close } = await openNew();
    const steps = await page.evaluate(() => history.length);
    await input.pressSequentially('园区', { delay: 40 });
    await expect.poll(() => status(page)).toBe('“园区”：21篇');
    expect(await page.title()).toBe('园区 - 检索 - 园区导刊');
    expect(new URL(page.url()).searchParams.get('q')).toBe('园区');
    expect(await page.evaluate(() => history.length)).toBe(steps);
    expect(await page.evaluate(() => localStorage.getItem('searches'))).toBeNull();
    await input.fill('');
    await expect.poll(() => page.title()).toBe('检索 - 园区导刊');
    expect(await page.locator('[data-search-result]').count()).toBe(0);
    expect(page.url()).toBe(`${root}search/`);
    await close();
  });

  it('no more is loaded than by Enter', async () => {
    const typed = await openNew();
    await typed.input.pressSequentially('排队叫号机', { delay: 80 });
    await done(typed.page);
    await typed.page.waitForLoadState('networkidle');
    const entered = await openNew();
    await entered.input.fill('排队叫号机');
    await entered.page.keyboard.press('Enter');
    await done(entered.page);
    await entered.page.waitForLoadState('networkidle');
    expect(typed.loaded.toSorted()).toEqual(entered.loaded.toSorted());
    await typed.close();
    await entered.close();
  });

  it('one character alone is searched for only by Enter', async () => {
    const { page, input } = await open();
    await input.pressSequentially('园');
    await page.waitForTimeout(600);
    expect([await status(page), page.url()]).toEqual([IDLE, `${root}search/`]);
    await page.keyboard.press('Enter');
    await expect.poll(() => status(page)).toMatch(/^“园”：\d+篇$/u);
  });

  it('a composition is not searched for before it ends', async () => {
    const { page, input, loaded, close } = await openNew();
    await input.focus();
    const keyboard = await page.context().newCDPSession(page);
    for (const text of ['y', 'yu', 'yuan', "yuan'q", "yuan'qu"]) {
      await keyboard.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await page.waitForTimeout(600);
    const pieces = loaded.filter((name) => /index|fragment/u.test(name.replace('-entry', '')));
    expect([pieces, await page.locator('[role=option]').count(), page.url()]).toEqual([
      [],
      0,
      `${root}search/`,
    ]);
    await keyboard.send('Input.insertText', { text: '园区' });
    await expect.poll(() => status(page)).toBe('“园区”：21篇');
    expect(await page.locator('[role=option]').count()).toBeGreaterThan(0);
    await close();
  });

  it('results stay until newer ones replace them, and a late answer never does', async () => {
    const { page, input, close } = await openNew('?q=园区');
    await done(page);
    const counts: number[] = [];
    await page.exposeFunction('count', (count: number) => counts.push(count));
    await page.evaluate(() => {
      const list = document.querySelector('[data-search-results]') as HTMLElement;
      const tell = (window as unknown as { count(count: number): void }).count;
      new MutationObserver(() => tell(list.childElementCount)).observe(list, { childList: true });
    });
    const held: (() => void)[] = [];
    await page.route('**/pagefind/index/**', async (route) => {
      if (held.length === 0) await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    await input.fill('排队叫号机');
    await expect.poll(() => held.length).toBe(1);
    await input.fill('396.54亿元');
    await page.waitForTimeout(600);
    held[0]?.();
    await expect.poll(() => status(page)).toMatch(/^“396\.54亿元”：\d+篇$/u);
    expect(counts.every((count) => count > 0)).toBe(true);
    await page.waitForTimeout(500);
    expect(await status(page)).toMatch(/^“396\.54亿元”：\d+篇$/u);
    await close();
  });
});

describe('names', () => {
  it('Enter takes the only suggestion, which is selected', async () => {
    const { page, input } = await open();
    await input.pressSequentially('tangshangaoxin', { delay: 20 });
    await expect.poll(() => input.getAttribute('aria-activedescendant')).toBe('suggestions-0');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/parks\/tangshan-hidz\/$/u);
  });

  it('that sound like the query are offered', async () => {
    const { page } = await open('?q=高薪区');
    await done(page);
    expect(await page.locator('[data-search-hint]').innerText()).toBe('你是不是找\n高新区');
    await page.locator('[data-search-hint] a').click();
    await expect.poll(() => status(page)).toMatch(/^“高新区”：\d+篇$/u);
  });

  it('lead directly by their pinyin', async () => {
    const { page } = await open('?q=tangshan');
    await done(page);
    expect(await page.locator('[data-search-direct] a').first().getAttribute('href')).toBe(
      '/regions/130200/',
    );
  });
});

it('an empty page and one without results lead on', async () => {
  for (const query of ['', '?q=zzzzqqqq']) {
    const { page } = await open(query);
    await page.locator('[data-search-state=idle], [data-search-state=done]').waitFor();
    const groups = page.locator('[data-search-help] p > span');
    expect(await groups.allInnerTexts()).toEqual(['最新一期', '栏目', '园区', '可以这样找']);
    await page.locator('[data-search-help] p').last().locator('a').first().click();
    await page.waitForURL(/\?q=/u);
    await expect.poll(() => page.locator('[data-search-result]').count()).toBeGreaterThan(0);
    expect(await page.locator('[data-search-help]').isVisible()).toBe(false);
  }
});

describe('filters', () => {
  it('limit to a range of months, whichever end comes first', async () => {
    const { page } = await open('?from=2022-10&to=2022-10');
    await done(page);
    const october = await page.locator('[data-search-results]').getAttribute('data-search-total');
    await page.locator('select[name=from]').selectOption('2022-09');
    await page.waitForURL(/from=2022-09/u);
    await done(page);
    const both = await page.locator('[data-search-results]').getAttribute('data-search-total');
    expect([Number(october) > 0, Number(both) > Number(october)]).toEqual([true, true]);
    await page.goto(`${root}search/?from=2022-10&to=2022-09`);
    await done(page);
    expect(await page.locator('[data-search-results]').getAttribute('data-search-total')).toBe(both);
  });

  it('stand behind a button on a phone, which counts them and works by keyboard', async () => {
    const { page } = await open('?q=园区&year=2022&to=2022-10', { width: 390, height: 844 });
    await done(page);
    const button = page.getByRole('button', { name: '筛选' });
    const year = page.locator('select[name=year]');
    expect([await button.innerText(), await year.isVisible()]).toEqual(['筛选（2）', false]);
    const top = await page.locator('[data-search-result]').first().boundingBox();
    expect(top?.y).toBeLessThan(500);
    await button.focus();
    await page.keyboard.press('Enter');
    expect([await year.isVisible(), await button.getAttribute('aria-expanded')]).toEqual([true, 'true']);
    await year.focus();
    await page.keyboard.press('Escape');
    expect([await year.isVisible(), await button.getAttribute('aria-expanded')]).toEqual([false, 'false']);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect([await year.isVisible(), await button.isVisible()]).toEqual([true, false]);
  });
});
