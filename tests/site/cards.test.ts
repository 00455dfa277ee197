import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { siteFiles } from '../lib/site-files.ts';

const site = inject('site');
const below = inject('siteBelow');
const ARTICLE = 'issues/2022-09/to-readers/';
const ADDRESS = `https://bulletin.example/daokan/${ARTICLE}`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(inject('browser'));
});
afterAll(() => browser.close());

/** Opens an article of a site, without scripts if they are off. */
async function open(url: string, javaScriptEnabled = true) {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${url}${ARTICLE}`);
  await page.locator('.cite summary').click();
  return page;
}

describe('below a base path', () => {
  it('has every icon that the manifest and the pages name, in its size', async () => {
    const manifest = JSON.parse(await readFile(path.join(below.dir, 'manifest.webmanifest'), 'utf8'));
    for (const { src, sizes } of manifest.icons) {
      expect(src).toMatch(/^\/daokan\/icon-/u);
      const { width, height } = await sharp(path.join(below.dir, src.replace('/daokan/', ''))).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
    const html = await readFile(path.join(below.dir, ARTICLE, 'index.html'), 'utf8');
    expect(
      html.match(/<link rel="(?:icon|apple-touch-icon|manifest)"[^>]*>|<meta name="theme-color"[^>]*>/gu),
    ).toEqual([
      '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf8f1">',
      '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#181613">',
      '<link rel="icon" href="/daokan/favicon.ico" sizes="32x32">',
      '<link rel="icon" href="/daokan/favicon.svg" type="image/svg+xml">',
      '<link rel="apple-touch-icon" href="/daokan/apple-touch-icon.png">',
      '<link rel="manifest" href="/daokan/manifest.webmanifest">',
    ]);
  });

  it('fills in the date of a citation and copies it, also where the clipboard is closed', async () => {
    const page = await open(below.url);
    const day = await page.evaluate(() => new Date().toLocaleDateString('sv'));
    const citation = page.locator('[data-citation]');
    expect(await citation.textContent()).toBe(
      `推开一扇看园区的窗[J/OL]. 园区导刊,2022(1):1[${day}]. ${ADDRESS}.`,
    );
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      // The label stays as it is after the click.
      Object.defineProperty(window, 'setTimeout', { value: () => 0 });
    });
    await page.getByRole('button', { name: '复制网址' }).click();
    await expect.poll(() => page.locator('.cite button').last().textContent()).toBe('已复制');
    expect(await page.evaluate(() => String(getSelection()))).toBe(ADDRESS);
    await page.context().close();
  });

  it('shows the citation without scripts, and a QR code of the address in print only', async () => {
    const page = await open(below.url, false);
    expect(await page.locator('.cite').innerText()).toBe(
      [
        '引用本文',
        `推开一扇看园区的窗[J/OL]. 园区导刊,2022(1):1[引用日期]. ${ADDRESS}.`,
        ADDRESS,
        '请把“引用日期”换成查阅的那一天，写成 2024-01-31 这样。',
      ].join('\n\n'),
    );
    const code = page.getByRole('img', { name: '本文网址的二维码' });
    expect(await code.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await code.isVisible()).toBe(true);
    expect(await page.locator('.cite').isVisible()).toBe(false);
    await page.context().close();
  });
});

it('has a share picture of every issue', async () => {
  const files = await siteFiles(site.dir);
  const issues = files.flatMap((name) => /^issues\/(\d{4}-\d{2}[^/]*)\/index\.html$/u.exec(name)?.[1] ?? []);
  const pictures = files.flatMap((name) => /^issues\/([^/]+)\/share\.png$/u.exec(name)?.[1] ?? []);
  expect(issues.length).toBeGreaterThan(2);
  expect(pictures).toEqual(issues);
});

it('has neither link nor QR code where the public address is not known', async () => {
  const page = await open(site.url);
  expect(await page.locator('.cite .copied-text').allTextContents()).toEqual([
    '推开一扇看园区的窗[J]. 园区导刊,2022(1):1.',
  ]);
  expect(await page.locator('.print-address').count()).toBe(0);
  await page.context().close();
});
