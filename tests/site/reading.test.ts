import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../lib/axe.ts';
import { connectBrowser } from '../lib/shared-browser.ts';
import { serveFolder, type ServedFolder } from '../../scripts/lib/static-server.ts';
import { writeFiles } from '../lib/bulletin-files.ts';
import { build } from '../lib/builder.ts';
import { hardBulletin, LONG_TITLE } from '../lib/hard-bulletin.ts';
import { lineFaults } from '../lib/line-faults.ts';
import { onlyLong } from '../lib/long.ts';

/* Longer than other files: all these tests share one site of hard pages, whose build takes seconds. */

let browser: Browser;
let served: ServedFolder;
let outDir: string;
beforeAll(async () => {
  const content = await writeFiles(await hardBulletin());
  outDir = path.join(await writeFiles({}), 'site');
  const built = await build('build', ['--outDir', outDir, '--no-admin'], {
    BULLETIN_CONTENT: content,
    SITE_URL: 'https://bulletin.example',
  });
  if (built.code !== 0) throw new Error(built.stderr);
  served = await serveFolder(outDir);
  browser = await connectBrowser();
});
afterAll(async () => {
  await browser.close();
  served.server.close();
});

type Reader = { size?: string; theme?: string; contrast?: string };

/** Pages by the options of their browser profile: opening a page takes longer than loading an article. */
const opened = new Map<string, Page>();

async function openPage(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${served.url}404.html`);
  return page;
}

/** Loads a page of the hard bulletin in a window and with settings of a reader, and calls the function. */
async function on<T>(
  address: string,
  [width, reader = {}, options = {}]: [width: number, reader?: Reader, options?: BrowserContextOptions],
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const key = JSON.stringify(options);
  const page = opened.get(key) ?? (await openPage(options));
  opened.set(key, page);
  await page.setViewportSize({ width, height: 844 });
  await page.evaluate((stored) => localStorage.setItem('reader', JSON.stringify(stored)), reader);
  await page.goto(served.url + address);
  return look(page);
}

const PAGES = [
  '',
  'issues/',
  'issues/2022-09/',
  'issues/2022-09/first/',
  'issues/2022-09/second/',
  'issues/2022-09/table/',
  'parks/jia/',
  'search/',
  ...onlyLong(
    'issues/2022/',
    'issues/2022-08/',
    'issues/2022-07/',
    'issues/2022-06/',
    'issues/2022-09/long/',
    'issues/2022-09/pictures/',
    'parks/',
  ),
];
const HUGE: Reader = { size: 'huge' };
const box = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
      return { left, right, top, bottom, width, height };
    });
const style = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

/** Widths and sizes in which every page is measured. */
const SCREENS: [width: number, size: string][] = [
  [320, 'huge'],
  [360, ''],
  [768, 'huge'],
  [1280, ''],
  [1920, 'large'],
];
const TITLES = 'main :is(h1, h2, h3, .title, .kicker, .subtitle)';

it.each(PAGES)(
  'breaks no word of a title on /%s, begins no line with a dash, fits the screen',
  async (address) => {
    const faults = await on(address, [1280], async (page) => {
      const found: string[] = [];
      for (const [width, size] of SCREENS) {
        await page.setViewportSize({ width, height: 844 });
        const excess = await page.evaluate((mode) => {
          document.documentElement.dataset.size = mode;
          if (mode === '') delete document.documentElement.dataset.size;
          return document.documentElement.scrollWidth - innerWidth;
        }, size);
        if (excess > 0) found.push(`${excess}px wider than ${width}px`);
        // At 320 px in huge type a word can be wider than its line.
        const lines = width > 320 ? await lineFaults(page, TITLES, 'main :is(.summary, td, .body > p)') : [];
        found.push(...lines.map((fault) => `${width}px: ${fault}`));
      }
      return found;
    });
    expect(faults).toEqual([]);
  },
);

describe('lines', () => {
  it('are copied as printed', async () => {
    const copied = await on('issues/2022-09/first/', [360], (page) =>
      page.evaluate(() => {
        getSelection()?.selectAllChildren(document.querySelector('h1') as Node);
        return getSelection()?.toString();
      }),
    );
    expect(copied).toBe(LONG_TITLE);
  });

  it('with a long address are not stretched, quotations have room, emphasis is 着重号', async () => {
    await on('issues/2022-09/second/', [390], async (page) => {
      const widest = await page.evaluate(() => {
        const text = document.querySelector('.body p:has(.address)')?.firstChild as Text;
        const lefts = [...text.data.trim()].map((_, index) => {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + 1);
          return range.getBoundingClientRect().left;
        });
        return Math.max(...lefts.slice(1).map((left, index) => left - (lefts[index] ?? 0)));
      });
      expect(widest).toBeLessThan(18 * 1.3);
      expect(await style(page, '.body blockquote p + p', 'margin-top')).toBe('12.6px');
      expect([
        await style(page, '.body em:not(.latin)', 'text-emphasis-style'),
        await style(page, '.body em:not(.latin)', 'font-style'),
        await style(page, '.body em.latin', 'text-emphasis-style'),
      ]).toEqual(['dot', 'normal', 'none']);
      for (const selector of ['.body p', 'h1', '.neighbours a']) {
        expect(await style(page, selector, 'text-autospace'), selector).toBe('normal');
      }
    });
  });

  it('are found and marked across words', async () => {
    const marked = await on(
      `issues/2022-09/first/?mark=${encodeURIComponent('投资41.22亿元')}`,
      [390],
      async (page) => {
        await page.locator('h1 mark').first().waitFor();
        return page.locator('h1 mark').allTextContents();
      },
    );
    expect(marked.join('')).toBe('投资41.22亿元');
  });
});

it.each<[number, Reader]>([
  [320, HUGE],
  [1280, {}],
])('fits masthead and cover sheets at %i px in %j', async (width, reader) => {
  const masthead = await on('', [width, reader], (page) => box(page, '.masthead h1'));
  expect(masthead.right).toBeLessThanOrEqual(width);
  expect(masthead.height).toBeLessThan(masthead.width / 2);
  const cut = await on('issues/', [width, reader], (page) =>
    page
      .locator('.cover-sheet')
      .evaluateAll((sheets) =>
        sheets
          .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)
          .map(({ textContent }) => textContent),
      ),
  );
  expect(cut).toEqual([]);
});

describe('the header on a phone', () => {
  it.each<[string, number, Reader]>([
    ['', 360, {}],
    ['issues/2022-09/long/', 360, {}],
    ['issues/2022-09/long/', 320, HUGE],
  ])('is one row on /%s at %i px in %j', async (address, width, reader) => {
    const [bar, target] = await on(address, [width, reader], async (page) => [
      await box(page, '.site-header .bar'),
      await box(page, '.menu summary'),
    ]);
    expect(bar.height).toBeLessThan(target.height * 1.6);
  });

  it('has a menu that opens without a script', async () => {
    await on('', [360, {}, { javaScriptEnabled: false }], async (page) => {
      const nav = page.locator('.site-header nav');
      expect(await nav.isVisible()).toBe(false);
      await page.locator('.menu summary').click();
      expect(await nav.isVisible()).toBe(true);
    });
  });

  it.each<[address: string, input: string]>([
    ['', '#site-search'],
    ['search/', '#query'],
    ['404.html', '#missing-search'],
  ])('does not cut the hint of a search box: /%s', async (address, input) => {
    for (const width of [360, 1280]) {
      const room = await on(address, [width], async (page) => {
        if (address === '' && width === 360) await page.locator('.menu summary').click();
        return page.locator(input).evaluate((box: HTMLInputElement) => {
          const { font, paddingLeft, paddingRight } = getComputedStyle(box);
          const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
          context.font = font;
          const inner = box.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
          return inner - context.measureText(box.placeholder).width;
        });
      });
      expect(room, `${width}`).toBeGreaterThanOrEqual(0);
    }
  });
});

it('repeats nothing of the guide below it, and sets a lead without a picture beside it', async () => {
  await on('', [1280], async (page) => {
    const links = (selector: string) =>
      page.locator(selector).evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
    const guide = await links('.guide a');
    const below = await links('.columns :is(.card, .briefs) a');
    expect(guide).toHaveLength(6);
    expect(guide.filter((link) => below.includes(link))).toEqual([]);
    expect(new Set([...guide, ...below, ...(await links('.lead h2 a'))]).size).toBe(80);
    const [lead, side] = [await box(page, '.lead h2'), await box(page, '.guide')];
    expect(side.left).toBeGreaterThan(lead.right);
  });
});

it('leaves no empty column beside the picture of a lead', async () => {
  for (const width of [1280, 1920]) {
    await on('issues/2022-06/', [width], async (page) => {
      const [picture, last] = [
        await box(page, '.lead figure'),
        await box(page, '.beside section:last-child'),
      ];
      expect(last.left).toBeGreaterThan(picture.right);
      expect(last.top).toBeLessThan(picture.bottom - 100);
      expect(Math.abs(last.bottom - picture.bottom)).toBeLessThan(130);
      const links = await page
        .locator('main :is(.lead, .columns) a[href^="/issues/"]')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
      expect([links.length, new Set(links).size]).toEqual([5, 5]);
    });
    // A single article: its text stands in the middle.
    await on('issues/2022-07/', [width], async (page) => {
      const [picture, text] = [await box(page, '.lead figure'), await box(page, '.lead > div')];
      expect(Math.abs(picture.top + picture.bottom - text.top - text.bottom)).toBeLessThan(4);
    });
  }
});

it('scrolls wide tables on phones: the first column stays, none is one character wide, bars share a scale', async () => {
  await on('issues/2022-09/table/', [390], async (page) => {
    const before = await box(page, '.table.many td');
    const widths = await page
      .locator('.table.many tr:first-child > *')
      .evaluateAll((cells) => cells.map(({ clientWidth }) => clientWidth));
    expect(Math.min(...widths)).toBeGreaterThan(4 * 17);
    await page.locator('.table.many').evaluate((frame) => frame.scrollBy(200, 0));
    expect((await box(page, '.table.many td')).left).toBe(before.left);
    const bars = await page
      .locator('.chart .bar svg')
      .evaluateAll((all) =>
        all.map((bar) => bar.getBoundingClientRect()).map(({ left }) => Math.round(left)),
      );
    expect(new Set(bars).size).toBe(1);
  });
  await on('issues/2022-09/table/', [1280], async (page) => {
    const bars = await page
      .locator('.chart .bar svg')
      .evaluateAll((all) =>
        all.map((bar) => bar.getBoundingClientRect()).map(({ left, right }) => `${left} ${right}`),
      );
    expect(new Set(bars).size).toBe(1);
  });
});

it('begins no line of the breadcrumb with its separator, and both columns of the guide alike', async () => {
  await on('issues/2022-09/first/', [360, HUGE], async (page) => {
    const list = await box(page, '.breadcrumb ol');
    const items = await page
      .locator('.breadcrumb li')
      .evaluateAll((all) =>
        all.map((item) => [
          item.getBoundingClientRect().top,
          item.querySelector('a')?.getBoundingClientRect().left,
        ]),
      );
    const lines = Object.values(Object.groupBy(items, ([top]) => String(top)));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.map((line) => line?.[0]?.[1])).toEqual(lines.map(() => list.left));
  });
  await on('', [768], async (page) => {
    const tops = await page
      .locator('.guide li')
      .evaluateAll((all) =>
        all.map((item) => [item.getBoundingClientRect().left, item.getBoundingClientRect().top]),
      );
    const firsts = Object.values(Object.groupBy(tops, ([left]) => String(left))).map(
      (column) => column?.[0]?.[1],
    );
    expect(firsts).toHaveLength(2);
    expect(new Set(firsts).size).toBe(1);
    expect(await style(page, '.guide li:nth-child(4)', 'border-top-width')).toBe('0px');
  });
});

it('lists the headings of a long article: beside it, or folded above it; a link leads back', async () => {
  await on('issues/2022-09/long/', [1280], async (page) => {
    const [contents, body] = [await box(page, '.toc ol'), await box(page, '.body')];
    expect(contents.left).toBeGreaterThan(body.right);
    expect(await page.locator('.byline').innerText()).toContain('约2.3万字');
    await page.locator('.toc a').last().click();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(5000);
    await page.locator('.to-top a').click();
    expect(await page.evaluate(() => scrollY)).toBeLessThan(200);
  });
  await on('issues/2022-09/long/', [390, {}, { javaScriptEnabled: false }], async (page) => {
    expect(await page.locator('.toc ol').isVisible()).toBe(false);
    await page.locator('.toc summary').click();
    expect((await box(page, '.toc ol')).bottom).toBeLessThan((await box(page, '.body')).top);
  });
});

it('jumps to a year in the list of a park', async () => {
  await on('parks/jia/', [390], async (page) => {
    await page.locator('.years a', { hasText: '2018' }).click();
    expect(await page.locator('#y2018').innerText()).toBe('2018年');
    expect(
      await page.evaluate(() => document.querySelector('#y2018')?.getBoundingClientRect().top),
    ).toBeLessThan(844);
  });
});

it('fetches lead pictures first, in the size that is shown', async () => {
  for (const [address, selector] of [
    ['issues/2022-07/', '.lead img'],
    ['issues/2022-07/drawn/', '.article-head img'],
    ['issues/2022-06/early/', '.body img'],
  ] as const) {
    await on(address, [390, {}, { colorScheme: 'dark' }], async (page) => {
      const image = page.locator(selector);
      expect([await image.getAttribute('loading'), await image.getAttribute('fetchpriority')]).toEqual([
        'eager',
        'high',
      ]);
      if (address.startsWith('issues/2022-07/'))
        expect(await style(page, selector, 'background-color')).toBe('rgb(251, 248, 241)');
    });
  }
  for (const width of [390, 1280]) {
    for (const address of ['issues/2022-09/pictures/', 'issues/2022-09/']) {
      const wrong = await on(address, [width], (page) =>
        page.evaluate(async () => {
          const all = [...document.querySelectorAll<HTMLImageElement>('main img[sizes]')].slice(0, 6);
          for (const image of all) image.loading = 'eager';
          await Promise.all(all.map((image) => image.decode()));
          // The natural width of a picture with `srcset` is what `sizes` says.
          return all
            .map((image) => ({ is: Math.round(image.clientWidth), said: image.naturalWidth }))
            .filter(({ is, said }) => Math.abs(said - is) > is * 0.06);
        }),
      );
      expect(wrong, `${address} ${width}`).toEqual([]);
    }
  }
});

it('prints black on white in every mode, with issue and address, without arrows', async () => {
  const reader = { size: 'huge', theme: 'dark', contrast: 'high' };
  await on('issues/2022-09/long/', [720, reader, { colorScheme: 'dark' }], async (page) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((element) => element.checkVisibility())
        .map((element) => getComputedStyle(element).color),
    );
    expect([...new Set(colours)]).toEqual(['rgb(0, 0, 0)']);
    expect(await style(page, 'html', 'background-color')).toBe('rgb(255, 255, 255)');
    const text = await page.locator('body').innerText();
    expect(text.includes('《港城月刊》2022年9月号　总第1期')).toBe(true);
    expect(text.includes('https://bulletin.example/issues/2022-09/long/')).toBe(true);
    expect(/[↩↑›]/u.exec(text)).toBeNull();
    await page.emulateMedia({ media: 'screen' });
  });
});

it('passes axe on hard pages, also in forced colours', async () => {
  const found: Record<string, string[]> = {};
  for (const [address, width, options] of [
    ['', 390, {}],
    ['issues/2022-09/long/', 1280, {}],
    ['issues/2022-09/table/', 390, { forcedColors: 'active' }],
  ] as [string, number, BrowserContextOptions][]) {
    const violations = await on(address, [width, {}, options], axeViolations);
    if (violations.length > 0) found[address] = violations;
  }
  expect(found).toEqual({});
});

it('loads at most 30 kB of HTML and CSS and 3 kB of scripts for an article', async () => {
  const html = await readFile(path.join(outDir, 'issues/2022-09/second/index.html'), 'utf8');
  const before = served.names().length;
  const sent = served.sent();
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`${served.url}issues/2022-09/second/`, { waitUntil: 'networkidle' });
  await page.close();
  const names = served.names().slice(before);
  const scripts = await Promise.all(
    names.filter((name) => name.endsWith('.js')).map((name) => readFile(path.join(outDir, name))),
  );
  expect(scripts.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0)).toBeLessThan(3000);
  const fonts = await Promise.all(
    names.filter((name) => name.endsWith('.woff2')).map((name) => readFile(path.join(outDir, name))),
  );
  const rest = served.sent() - sent - fonts.reduce((sum, { length }) => sum + length, 0);
  expect(rest).toBeLessThan(30_000);
  expect(html.length).toBeLessThan(30_000);
});
