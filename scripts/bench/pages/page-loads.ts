import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { type PageKind, pageKind } from '../../../src/core/page-kind.ts';
import { isCompressed, serveFolder } from '../../lib/static-server.ts';

/** A phone in portrait orientation. */
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true };
/** What a content delivery network uses: its best level is too slow for pages that change. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * One page of each kind, all among the first 100 articles of a made bulletin: an article with a picture, one
 * with a table, a full list.
 */
export const PAGES = [
  '',
  'issues/1980-02/',
  'issues/1980-02/a27/',
  'issues/1980-01/a13/',
  'regions/990000/',
  'categories/c3/',
  'parks/',
  'issues/1980/',
  'issues/',
  'search/',
  'search/?q=开发区',
  'about/',
];

/** What a browser loads for a page, including all its resources. */
export interface PageLoad {
  articles: number;
  /** Below the site, as in PAGES. */
  address: string;
  kind: PageKind;
  requests: number;
  /** Bytes of all files except pictures, uncompressed. */
  raw: number;
  /** The same, compressed. */
  gzip: number;
  brotli: number;
  /** Bytes of the HTML alone, with gzip. */
  html: number;
  /** Bytes of the pictures that this screen loads. */
  pictures: number;
  /** Links in the page's main part: pages with different numbers cannot be compared. */
  links: number;
}

/** Loads each page in a browser with an empty cache and scrolls to its end. */
export async function pageLoads(site: string, articles: number, browser: Browser): Promise<PageLoad[]> {
  const served = await serveFolder(site);
  try {
    const loads: PageLoad[] = [];
    for (const address of PAGES) {
      const before = served.names().length;
      const context = await browser.newContext(PHONE);
      const page = await context.newPage();
      await page.goto(served.url + address, { waitUntil: 'networkidle' });
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForLoadState('networkidle');
      const links = await page.locator('main a[href]').count();
      await context.close();
      const [pathname] = address.split('?');
      const files = await Promise.all(
        served
          .names()
          .slice(before)
          .map((name) => transferSize(site, name)),
      );
      const others = files.filter(({ name }) => !name.startsWith('pictures/'));
      const sum = (key: 'raw' | 'gzip' | 'brotli', of: typeof files) =>
        of.reduce((total, file) => total + file[key], 0);
      loads.push({
        articles,
        address,
        kind: pageKind(pathname ?? ''),
        requests: files.length,
        raw: sum('raw', others),
        gzip: sum('gzip', others),
        brotli: sum('brotli', others),
        html: files[0]?.gzip ?? 0,
        pictures: sum('raw', files) - sum('raw', others),
        links,
      });
    }
    return loads;
  } finally {
    served.server.close();
  }
}

async function transferSize(site: string, name: string) {
  const bytes = await readFile(path.join(site, name));
  const compressed = isCompressed(name);
  return {
    name,
    raw: bytes.length,
    gzip: compressed ? gzipSync(bytes).length : bytes.length,
    brotli: compressed ? brotliCompressSync(bytes, BROTLI).length : bytes.length,
  };
}
