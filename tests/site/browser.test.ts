import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { LONG } from '../lib/long.ts';

const { url: root } = inject('site');
const { url: below } = inject('siteBelow');

/** The pages that readers see most are tested in every mode and width; the others in one. */
const MAIN_PAGES = [
  '',
  'issues/2022-09/',
  'issues/2022-09/development-zones-investment/',
  'parks/wuji-edz/',
  'search/?q=园区',
  'no-such-page/',
];
const OTHER_PAGES = [
  'issues/',
  'issues/2022/',
  'issues/2022-10/xiangdu-digest/',
  'issues/2022-10/county-report-three-moves/',
  'categories/',
  'parks/',
  'regions/',
  'regions/130000/',
  'about/',
  'contribute/',
  'accessibility/',
  'corrections/',
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(inject('browser'));
});
afterAll(() => browser.close());

/** Opens a page in a new browser profile and records its errors. */
async function open(address: string, options: BrowserContextOptions = {}, reader: object = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const pageErrors: string[] = [];
  const { host } = new URL(root);
  page.on('console', (message) => {
    const expected = message.text().includes('404') && address.includes('no-such-page');
    if (['error', 'warning'].includes(message.type()) && !expected) pageErrors.push(message.text());
  });
  page.on('pageerror', (error) => pageErrors.push(error.message));
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (
      asked.host !== host &&
      asked.host !== new URL(below).host &&
      !['data:', 'blob:'].includes(asked.protocol)
    ) {
      pageErrors.push(`asks ${request.url()}`);
    }
  });
  await page.addInitScript((stored) => {
    if (localStorage.getItem('reader') === null) localStorage.setItem('reader', JSON.stringify(stored));
  }, reader);
  await page.goto(address);
  return { page, pageErrors, close: () => context.close() };
}

/** Violations of WCAG 2.2 AA that axe finds, and whether the page is wider than the screen. */
async function audit(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
    ...(wide > 0 ? [`${wide}px wider than the screen`] : []),
  ];
}

const MODES: [string, BrowserContextOptions, object][] = [
  ['light', { colorScheme: 'light' }, {}],
  ['dark', { colorScheme: 'dark' }, {}],
  ['huge type', { colorScheme: 'light' }, { size: 'huge' }],
  ['high contrast', { colorScheme: 'light' }, { contrast: 'high' }],
];

/** Modes in which a short run tests a width: each mode and each width at least once. */
const SHORT: Record<number, string[]> = {
  320: ['huge type'],
  390: ['light', 'dark'],
  1280: ['light', 'high contrast'],
};

describe.each([320, 390, 1280])('at %i px', (width) => {
  it.each(MODES.filter(([mode]) => LONG || SHORT[width]?.includes(mode)))(
    'axe finds nothing in %s',
    async (mode, options, reader) => {
      const found: Record<string, string[]> = {};
      const pages = mode === 'huge type' && width === 320 ? [...MAIN_PAGES, ...OTHER_PAGES] : MAIN_PAGES;
      const check = async (address: string) => {
        const viewport = { width, height: 844 };
        const { page, pageErrors, close } = await open(root + address, { ...options, viewport }, reader);
        await page.waitForLoadState('networkidle');
        const problems = [...(await audit(page)), ...pageErrors];
        if (problems.length > 0) found[address] = problems;
        await close();
      };
      for (let at = 0; at < pages.length; at += 3) await Promise.all(pages.slice(at, at + 3).map(check));
      expect(found).toEqual({});
    },
  );
});

it('has no layout shift while it loads', async () => {
  for (const address of [
    '',
    'issues/2022-09/',
    'issues/2022-09/development-zones-investment/',
    'search/?q=园区',
  ]) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
          Object.assign(window, { shift: (window as unknown as { shift: number }).shift + entry.value });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(root + address);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(300);
    const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
    expect(shift, address).toBe(0);
    await context.close();
  }
});

describe('the reader’s settings', () => {
  const FIRST = 'issues/2022-09/to-readers/';
  const size = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  const paper = (page: Page) =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  it('change type size, colours and contrast, and are stored', async () => {
    const { page, pageErrors, close } = await open(root + FIRST);
    expect(await size(page)).toBe('18px');
    await page.locator('.reader-settings summary').click();
    await page.getByLabel('特大').check();
    await page.getByLabel('深色').check();
    await page.getByLabel('高', { exact: true }).check();
    expect([await size(page), await paper(page)]).toEqual(['30px', 'rgb(0, 0, 0)']);
    await page.goto(`${root}issues/`);
    expect([await size(page), await paper(page)]).toEqual(['30px', 'rgb(0, 0, 0)']);
    await page.locator('.reader-settings summary').click();
    expect(await page.getByLabel('特大').isChecked()).toBe(true);
    await page.getByLabel('大', { exact: true }).check();
    expect(await size(page)).toBe('22px');
    await page.keyboard.press('Escape');
    expect(await page.locator('.reader-settings[open]').count()).toBe(0);
    expect(pageErrors).toEqual([]);
    await close();
  });

  it('are applied before the first paint', async () => {
    const { page, close } = await open(root + FIRST, {}, { size: 'huge' });
    const html = await (await fetch(root + FIRST)).text();
    const early =
      html.indexOf('<script>') < html.indexOf('<link rel="stylesheet"') && html.indexOf('<script>') > 0;
    expect([early, await size(page)]).toEqual([true, '30px']);
    await close();
  });
});

it('offers targets of 44 px, and of 60 px in huge type', async () => {
  for (const [reader, least] of [
    [{}, 44],
    [{ size: 'huge' }, 60],
  ] as const) {
    const { page, close } = await open(
      `${root}issues/2022-09/`,
      { viewport: { width: 390, height: 844 } },
      reader,
    );
    const small = await page.evaluate((smallest) => {
      const targets = document.querySelectorAll<HTMLElement>(
        'nav a, button, input[type=search], summary, .facts a',
      );
      return [...targets]
        .filter(
          (target) => target.checkVisibility() && target.getBoundingClientRect().height < smallest - 0.5,
        )
        .map((target) => `${target.textContent} ${target.getBoundingClientRect().height}`);
    }, least);
    expect(small).toEqual([]);
    await close();
  }
});

describe('without JavaScript', () => {
  it('everything is readable, and the search page links to the archive', async () => {
    const { page, close } = await open(`${root}search/?q=园区`, { javaScriptEnabled: false });
    expect(await page.locator('noscript .notice').isVisible()).toBe(true);
    expect(await page.locator('[data-search-form]').isVisible()).toBe(false);
    await page.locator('noscript a', { hasText: '往期' }).click();
    await page.locator('a.cover').first().click();
    await page.locator('.lead h2 a').click();
    expect(await page.locator('.body').innerText()).toContain('539亩');
    // The text is present before the style sheet that hides what needs a script.
    await page.waitForLoadState();
    expect(await page.locator('.reader-settings').isVisible()).toBe(false);
    await close();
  });
});

it('prints only the article', async () => {
  const { page, close } = await open(`${root}issues/2022-09/development-zones-investment/`);
  await page.emulateMedia({ media: 'print' });
  const visible = (selector: string) => page.locator(selector).first().isVisible();
  expect(await visible('.article h1')).toBe(true);
  expect(await visible('.brand')).toBe(true);
  for (const hidden of [
    '.site-header nav',
    '.search-box',
    '.neighbours',
    '.breadcrumb',
    '.reader-settings',
  ]) {
    expect(await visible(hidden), hidden).toBe(false);
  }
  await close();
});

it('can be navigated by keyboard, beginning with a skip link', async () => {
  const { page, close } = await open(root);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  const outline = await page.evaluate(() => {
    const link = document.querySelector<HTMLElement>('.lead h2 a');
    link?.focus();
    return link?.matches(':focus-visible') && getComputedStyle(link).outlineStyle;
  });
  expect(outline).toBe('solid');
  await close();
});

it('redirects old addresses', async () => {
  const { page, close } = await open(`${root}2022/09/lead/`);
  await page.waitForURL(/\/issues\/2022-09\/development-zones-investment\/$/u);
  await close();
});
