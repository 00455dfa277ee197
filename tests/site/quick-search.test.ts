import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeViolations } from '../lib/axe.ts';
import { onlyLong } from '../lib/long.ts';
import { connectBrowser } from '../lib/shared-browser.ts';

const { url: root } = inject('site');
const ARTICLE = 'issues/2022-09/to-readers/';

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

/** Opens a page in a new profile and collects its errors and the names of what it loads. */
async function open(options: BrowserContextOptions = {}, address = ARTICLE, at = root) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const pageErrors: string[] = [];
  const loaded: string[] = [];
  page.on('console', (message) => message.type() === 'error' && pageErrors.push(message.text()));
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(at + address, { waitUntil: 'networkidle' });
  return {
    page,
    pageErrors,
    loaded,
    dialog: page.locator('dialog.quick-search'),
    input: page.locator('dialog input'),
    offered: page.locator('dialog [role=option]'),
    close: () => context.close(),
  };
}

describe.each([['below a base path', inject('siteBelow').url], ...onlyLong(['at the root', root])])(
  'the quick search %s',
  (_, at) => {
    it('leads to a page by its name, by keyboard alone', async () => {
      const { page, dialog, input, offered, pageErrors, close } = await open({}, ARTICLE, at);
      await page.keyboard.press('/');
      await dialog.waitFor();
      expect(await input.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.type('tang');
      await expect
        .poll(() => offered.allInnerTexts())
        .toEqual(['唐山市\n地区', '唐山高新技术产业开发区\n园区']);
      expect(await input.getAttribute('aria-expanded')).toBe('true');
      expect(await input.getAttribute('aria-controls')).toBe('quick-suggestions');
      expect(await input.getAttribute('aria-activedescendant')).toBeNull();
      expect(await dialog.locator('[role=status]').innerText()).toBe('2个名称，用上下键选');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(await input.getAttribute('aria-activedescendant')).toBe('quick-suggestions-1');
      expect(await offered.nth(1).getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/parks\/tangshan-hidz\/$/u);
      expect(pageErrors).toEqual([]);
      await close();
    });

    it('opens the search page by Enter', async () => {
      const { page, dialog, close } = await open({}, ARTICLE, at);
      await page.keyboard.press('Control+k');
      await dialog.waitFor();
      await page.keyboard.type('排队叫号机');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/\?q=/u);
      await page.locator('[data-search-result]').first().waitFor();
      await close();
    });
  },
);

it('closes by Escape and by its button, and gives the focus back', async () => {
  const { page, dialog, input, close } = await open();
  await page.locator('.brand').focus();
  await page.keyboard.press('Meta+k');
  await dialog.waitFor();
  await page.keyboard.type('tang');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await page.locator('.brand').evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('/');
  await dialog.waitFor();
  expect(await input.inputValue()).toBe('tang');
  await dialog.getByRole('button', { name: '关闭' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await close();
});

it('takes no key while the reader types in a field', async () => {
  const { page, dialog, close } = await open();
  const field = page.locator('#site-search');
  await field.focus();
  await page.keyboard.type('a/b');
  await page.keyboard.press('Control+k');
  await page.waitForTimeout(300);
  expect([await field.inputValue(), await dialog.count()]).toEqual(['a/b', 0]);
  await close();
});

it('opens by the link on a phone; without JavaScript the link leads to the search page', async () => {
  const viewport = { width: 390, height: 844 };
  const { page, dialog, close } = await open({ viewport });
  await page.locator('.search-link').click();
  await dialog.waitFor();
  expect(page.url()).toBe(root + ARTICLE);
  await close();
  const plain = await open({ viewport, javaScriptEnabled: false });
  await plain.page.locator('.search-link').click();
  await plain.page.waitForURL(`${root}search/`);
  await plain.close();
});

it('is loaded on first use, without WebAssembly; an article loads at most 3 kB of scripts', async () => {
  const { page, loaded, dialog, offered, close } = await open();
  const scripts = loaded.filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(
    scripts.map(async (name) => {
      const response = await fetch(new URL(name, page.url()));
      return gzipSync(await response.arrayBuffer()).length;
    }),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3000);
  expect(loaded.filter((name) => /search\/|pagefind|quick/u.test(name))).toEqual([]);
  await page.keyboard.press('/');
  await dialog.waitFor();
  await page.keyboard.type('tsgxq');
  await expect.poll(() => offered.count()).toBe(1);
  expect(loaded.filter((name) => name.includes('pagefind'))).toEqual([]);
  await close();
});

it('says so if the names cannot be loaded, and Enter still searches', async () => {
  const { page, dialog, close } = await open();
  await page.route('**/search/names.json', (route) => route.abort());
  await page.keyboard.press('/');
  await dialog.waitFor();
  await page.keyboard.type('唐山');
  await expect
    .poll(() => dialog.locator('[role=status]').innerText())
    .toBe('名称没有载入，只能按回车检索全部稿件。');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\/\?q=/u);
  await close();
});

it.each<[width: number, scheme: 'light' | 'dark']>([
  [1280, 'dark'],
  ...onlyLong<[number, 'light']>([390, 'light']),
])('axe finds nothing in the open dialog at %i px in %s', async (width, colorScheme) => {
  const { page, dialog, offered, close } = await open({ viewport: { width, height: 844 }, colorScheme });
  await page.keyboard.press('/');
  await dialog.waitFor();
  await page.keyboard.type('tang');
  await offered.first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await axeViolations(page)).toEqual([]);
  await close();
});
