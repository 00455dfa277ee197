import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeViolations } from '../lib/axe.ts';
import { LONG } from '../lib/long.ts';
import { connectBrowser } from '../lib/shared-browser.ts';

const { url: root } = inject('site');
const { url: below } = inject('siteBelow');

/** The pages that readers see most: a long run tests them in every mode and width, the others in one. */
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
const PAGES = [...MAIN_PAGES, ...OTHER_PAGES];

/* Longer than other files: its tests share the list of pages and the opening of tabs. */

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

/** Opens an empty page of a browser profile with stored settings, and records the errors of what it shows. */
async function openTab(context: BrowserContext, reader: object) {
  const page = await context.newPage();
  const pageErrors: string[] = [];
  const { host } = new URL(root);
  page.on('console', (message) => {
    const expected = message.text().includes('404') && page.url().includes('no-such-page');
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
  return { page, pageErrors };
}

/** Opens a page in a new browser profile and records its errors. */
async function open(address: string, options: BrowserContextOptions = {}, reader: object = {}) {
  const context = await browser.newContext(options);
  const { page, pageErrors } = await openTab(context, reader);
  await page.goto(address);
  return { page, pageErrors, close: () => context.close() };
}

/** Loads a page of the sample, and waits for what its search has found. */
async function load(page: Page, address: string): Promise<void> {
  await page.goto(root + address);
  await page.locator('[data-search-state=loading]').waitFor({ state: 'detached' });
}

/** How much wider than the screen a page is. */
async function tooWide(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return wide > 0 ? [`${wide}px wider than the screen`] : [];
}

/** How much wider than a screen of 320 px a page is in huge type. */
async function tooWideWhenHuge(page: Page): Promise<string[]> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 844 });
  await page.evaluate(() => (document.documentElement.dataset.size = 'huge'));
  const wide = await tooWide(page);
  if (size) await page.setViewportSize(size);
  return wide.map((found) => `${found} in huge type`);
}

/** The problems of pages by their address; three are open at a time. */
async function problemsOf(
  pages: string[],
  [options, reader]: [BrowserContextOptions, object],
): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  const context = await browser.newContext(options);
  const waiting = pages.values();
  const work = async () => {
    const { page, pageErrors } = await openTab(context, reader);
    for (const address of waiting) {
      await load(page, address);
      const found = [
        ...(await axeViolations(page)),
        ...(await tooWide(page)),
        ...(await tooWideWhenHuge(page)),
      ];
      const problems = [...found, ...pageErrors.splice(0)];
      if (problems.length > 0) all[address] = problems;
    }
  };
  await Promise.all([work(), work(), work()]);
  await context.close();
  return all;
}

const MODES: Record<string, [BrowserContextOptions, object]> = {
  light: [{ colorScheme: 'light' }, {}],
  dark: [{ colorScheme: 'dark' }, {}],
  'huge type': [{ colorScheme: 'light' }, { size: 'huge' }],
  'high contrast': [{ colorScheme: 'light' }, { contrast: 'high' }],
};
const WIDTHS = [320, 390, 1280];

type Audit = [mode: string, width: number, pages: string[]];

const FULL: Audit[] = WIDTHS.flatMap((width) =>
  Object.keys(MODES).map((mode): Audit => [
    mode,
    width,
    mode === 'huge type' && width === 320 ? PAGES : MAIN_PAGES,
  ]),
);

/**
 * Axe takes seconds for a page. A short run audits each page once, in turn in these modes and widths, so that
 * each of them has pages; the main pages also in dark colours.
 */
const TURNS: [mode: string, width: number][] = [
  ['dark', 390],
  ['huge type', 320],
  ['light', 390],
  ['high contrast', 1280],
  ['light', 1280],
];
const SHORT = TURNS.map(([mode, width], turn): Audit => {
  const pages = PAGES.filter((_, index) => index % TURNS.length === turn);
  return [mode, width, mode === 'dark' ? [...new Set([...MAIN_PAGES, ...pages])] : pages];
});

it.each(LONG ? FULL : SHORT)(
  'axe finds nothing in %s at %i px, and no page is wider, nor in huge type at 320 px',
  async (mode, width, pages) => {
    const [options, reader] = MODES[mode] ?? [{}, {}];
    const viewport = { width, height: 844 };
    expect(await problemsOf(pages, [{ ...options, viewport }, reader])).toEqual({});
  },
);

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
    await load(page, address);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    // Pictures in view are loaded, and the frames that show them are drawn.
    await page.waitForFunction(() =>
      [...document.images].every((image) => {
        const { top, bottom } = image.getBoundingClientRect();
        return image.complete || bottom < 0 || top > innerHeight;
      }),
    );
    await page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      // Observers are told after a frame.
      await new Promise((resolve) => setTimeout(resolve));
    });
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

  it('colour the browser’s own bars too', async () => {
    const { page, close } = await open(root + FIRST, { colorScheme: 'light' });
    const colours = () =>
      page
        .locator('meta[name="theme-color"]')
        .evaluateAll((all) => all.map((meta) => (meta as HTMLMetaElement).content));
    const standard = await colours();
    await page.locator('.reader-settings summary').click();
    await page.getByLabel('深色').check();
    expect(await colours()).toEqual(['rgb(24, 22, 19)', 'rgb(24, 22, 19)']);
    await page.goto(`${root}issues/`);
    expect(await colours()).toEqual(['rgb(24, 22, 19)', 'rgb(24, 22, 19)']);
    await page.locator('.reader-settings summary').click();
    await page.getByLabel('自动').check();
    expect(await colours()).toEqual(standard);
    await page.getByLabel('高', { exact: true }).check();
    expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
    await page.emulateMedia({ colorScheme: 'dark' });
    // The browser reports the change with the next frame.
    await expect.poll(colours).toEqual(['rgb(0, 0, 0)', 'rgb(0, 0, 0)']);

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
    await page.locator('.lead > div > h2 a').click();
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
