import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rebuildSvg } from '../../src/loader/svg/rebuild.ts';
import { drawn, GOOD, HOSTILE } from '../lib/hostile-svg.ts';
import { connectBrowser } from '../lib/shared-browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

const HOME = 'http://drawings.example/';

/** Opens SVG files as documents, where they have the most rights, and records what they do. */
async function doings(drawings: readonly [string, string][]): Promise<string[]> {
  const context = await browser.newContext();
  const done: string[] = [];
  let name = '';
  const page = await context.newPage();
  await context.route('**', (route) => {
    const address = route.request().url();
    const index = address.startsWith(HOME) ? Number(address.slice(HOME.length)) : Number.NaN;
    const svg = drawings[index]?.[1];
    if (svg === undefined) {
      done.push(`${name}: asks for ${address}`);
      return route.abort();
    }
    return route.fulfill({ body: svg, contentType: 'image/svg+xml; charset=utf-8' });
  });
  page.on('dialog', async (dialog) => {
    done.push(`${name}: opens a dialog`);
    await dialog.dismiss();
  });
  page.on('pageerror', (error) => done.push(`${name}: ${error.message}`));
  for (const [index, [each]] of drawings.entries()) {
    name = each;
    await page.goto(HOME + index, { waitUntil: 'load' });
    const found = await page.evaluate(() => document.querySelectorAll('parsererror, script').length);
    if (found > 0) done.push(`${name}: does not parse, or holds a script`);
  }
  await context.close();
  return done;
}

it('a published SVG sends no requests and runs no script', async () => {
  const published = Object.entries({ ...HOSTILE, ...GOOD }).flatMap(([name, source]): [string, string][] => {
    const result = rebuildSvg(source);
    return 'svg' in result ? [[name, result.svg]] : [];
  });
  expect(published.length).toBeGreaterThan(30);
  expect(await doings(published)).toEqual([]);
});

it('the method detects what unsafe SVG files do', async () => {
  const names = ['script with a prefix', 'onload', 'sheet with import', 'use below a base'] as const;
  const raw = names.map((name): [string, string] => [name, HOSTILE[name] ?? drawn('')]);
  expect(await doings(raw)).toEqual([
    'script with a prefix: opens a dialog',
    'script with a prefix: does not parse, or holds a script',
    'onload: opens a dialog',
    'sheet with import: asks for http://bad.example/x.css',
  ]);
});
