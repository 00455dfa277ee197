import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeViolations } from '../lib/axe.ts';
import { requirePackages } from '../lib/debian-package.ts';
import { connectBrowser } from '../lib/shared-browser.ts';

const site = inject('site');
const below = inject('siteBelow');
const PRINT = 'issues/2022-09/print/';
const SHEET = 'issues/2022-09/pages/1/';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await connectBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});
afterAll(() => browser.close());

const bare = (text: string) => text.replace(/\s/gu, '');

/** The current page on paper: its text, and the lines of each sheet without spaces. */
async function printed() {
  requirePackages('poppler-utils');
  const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' });
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  return { text, sheets: text.split('\f').map((sheet) => sheet.split('\n').map(bare).filter(Boolean)) };
}

describe('the page for printing', () => {
  it('has every article of the issue in the order of the contents, with all its text', async () => {
    await page.goto(site.url + PRINT);
    const entries = await page.$$eval('.print-contents a', (links) =>
      links.map((link) => [link.textContent, link.getAttribute('href')?.slice(1)] as const),
    );
    const slugs = await page.$$eval('.print-issue > .article', (articles) => articles.map(({ id }) => id));
    expect(entries.map(([, id]) => id)).toEqual(slugs);
    const folder = await readdir(path.join(site.dir, 'issues/2022-09'), { withFileTypes: true });
    const names = folder.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(slugs.toSorted()).toEqual(names.filter((name) => !['pages', 'print'].includes(name)).sort());
    const texts = await page.$$eval('.print-issue > .article .body', (bodies) =>
      bodies.map((body) => body.textContent),
    );
    for (const [index, slug] of slugs.entries()) {
      await page.goto(`${site.url}issues/2022-09/${slug}/`);
      expect([slug, bare(texts[index] ?? '')]).toEqual([
        slug,
        bare((await page.locator('.article .body').textContent()) ?? ''),
      ]);
    }
  });

  it('leads nowhere that is missing, and no two places have the same name', async () => {
    await page.goto(site.url + PRINT);
    const { ids, wanted } = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      wanted: [...document.querySelectorAll('main a[href^="#"]')].map((link) =>
        decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''),
      ),
    }));
    expect(ids.length).toBe(new Set(ids).size);
    expect(wanted.length).toBeGreaterThan(10);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each([390, 1280])(
    'fits a window of %d pixels, without a fault for assistive technology',
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.url + PRINT);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await axeViolations(page)).toEqual([]);
    },
  );

  it('is for readers: the issue leads to it, search engines and the sitemap do not', async () => {
    await page.goto(`${below.url}issues/2022-09/`);
    await page.getByRole('link', { name: '打印版' }).click();
    expect(page.url()).toBe(below.url + PRINT);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(
      'https://bulletin.example/daokan/issues/2022-09/',
    );
    const maps = (await readdir(below.dir)).filter((name) => /^sitemap.*\.xml$/u.test(name));
    for (const name of maps)
      expect(await readFile(path.join(below.dir, name), 'utf8')).not.toContain('/print/');
  });

  it('leaves no heading alone at the foot of a printed page', async () => {
    await page.goto(site.url + PRINT);
    const headings = new Set(
      (await page.$$eval('.print-issue :is(h2, h3, h4)', (all) => all.map((each) => each.textContent))).map(
        bare,
      ),
    );
    const { text, sheets } = await printed();
    expect(sheets.length).toBeGreaterThan(5);
    expect(sheets.map((lines) => lines.at(-1) ?? '').filter((line) => headings.has(line))).toEqual([]);
    // The frame of the site is not printed.
    expect(bare(sheets[0]?.[0] ?? '')).toBe('园区导刊');
    expect(text).not.toContain('跳到正文');
  });

  it('divides no short table between two printed pages', async () => {
    await page.goto(`${site.url}issues/2022-09/tangshan-four-faces/`);
    const tables = await page.$$eval('.body table', (all) =>
      all.map((table) => [...table.querySelectorAll('tr')].map((row) => row.cells[0]?.textContent ?? '')),
    );
    expect(tables.map((rows) => rows.length > 3)).toEqual([true]);
    const { sheets } = await printed();
    for (const rows of tables) {
      const isWhole = (lines: string[]) =>
        rows.every((row) => lines.some((line) => line.startsWith(bare(row))));
      expect(sheets.filter(isWhole)).toHaveLength(1);
    }
  });
});

describe('a printed page', () => {
  it('leads from its areas to the articles, and lists the same', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(site.url + SHEET);
    const listed = await page.$$eval('nav[aria-label="本版稿件"] a', (links) =>
      links.map((link) => [link.textContent, link.getAttribute('href')]),
    );
    const areas = await page.$$eval('.sheet svg a', (links) =>
      links.map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')]),
    );
    expect(areas).toEqual(listed);
    expect(areas.length).toBe(2);
    expect(await axeViolations(page)).toEqual([]);
    const box = await page.locator('.sheet').boundingBox();
    if (!box) throw new Error('No picture');
    // The areas of the sample: x 4 to 64, and 67 to 96 per cent.
    for (const [share, [, address]] of [
      [0.34, areas[0] ?? []],
      [0.82, areas[1] ?? []],
    ] as const) {
      await page.goto(site.url + SHEET);
      await page.mouse.click(box.x + box.width * share, box.y + box.height * 0.5);
      await page.waitForURL(new URL(address ?? '', site.url).href);
    }
  });

  it('is used with the keyboard: areas have the focus in turn, the next page is a link', async () => {
    await page.goto(site.url + SHEET);
    await page.locator('.breadcrumb a').last().focus();
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    expect(await focused()).toBe(await page.locator('.sheet svg a').first().getAttribute('aria-label'));
    const stroke = () =>
      page
        .locator('.sheet svg a rect')
        .first()
        .evaluate((rect) => getComputedStyle(rect).strokeOpacity);
    expect(Number(await stroke())).toBeGreaterThan(0.35);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/issues\/2022-09\/[^/]+\/$/u);
    await page.goto(site.url + SHEET);
    expect(await page.locator('.beside-sheet [aria-current=page]').textContent()).toContain('第1版');
    await page
      .locator('.neighbours')
      .getByRole('link', { name: /下一版/u })
      .press('Enter');
    await page.waitForURL(`${site.url}issues/2022-09/pages/2/`);
  });
});

it('the archive page leads to the files of issues, with their sizes', async () => {
  await page.goto(`${site.url}issues/`);
  const links = await page.$$eval('.cover-files a', (all) =>
    all.map((link) => [link.textContent, link.getAttribute('href')]),
  );
  expect(links).toEqual([
    [expect.stringMatching(/^PDF 下载（.+ [KM]B）$/u), '/issues/2023-09/2023-09.pdf'],
    [expect.stringMatching(/^EPUB 下载（.+ [KM]B）$/u), '/issues/2023-09/2023-09.epub'],
  ]);
});

it('the feed has an entry for each issue, with its PDF', async () => {
  const feed = await readFile(path.join(below.dir, 'feed.xml'), 'utf8');
  const items = feed.split('<item>').filter((item) => /<title>《园区导刊》.*号<\/title>/u.test(item));
  expect(items.map((item) => /<title>(.*)<\/title>/u.exec(item)?.[1])).toEqual([
    '《园区导刊》2023年9月号',
    '《园区导刊》2022年10月号',
    '《园区导刊》2022年9月号',
  ]);
  for (const item of items) {
    expect(item).toMatch(
      /<enclosure url="https:[^"]+\.pdf" length="[1-9]\d{4,}" type="application\/pdf"\/>/u,
    );
    expect(item).toContain('.epub');
  }
});
