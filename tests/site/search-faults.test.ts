import { gzipSync } from 'node:zlib';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { indexSite } from '../../scripts/bench/search/index-site.ts';
import { serveFolder } from '../../scripts/lib/static-server.ts';
import { onlyLong } from '../lib/long.ts';
import { connectBrowser } from '../lib/shared-browser.ts';

/** Faults of the network and of releases: each ends in results, or in a message after one silent retry. */
const { url: root, dir } = inject('site');

let browser: Browser;
/** A copy of the site, and the catalogue of an index of it that was divided otherwise. */
let copy: string;
let otherCatalogue: Buffer;
beforeAll(async () => {
  browser = await connectBrowser();
  copy = await mkdtemp(path.join(os.tmpdir(), 'bulletin-release-'));
  await cp(dir, copy, { recursive: true });
  await rm(path.join(copy, 'pagefind'), { recursive: true });
  await indexSite(copy, 2);
  otherCatalogue = await readFile(path.join(copy, 'pagefind/catalogue.json'));
});
afterAll(async () => {
  await browser.close();
  await rm(copy, { recursive: true });
});

const DAMAGED = '检索没有成功：传来的检索文件不完整，或者是别的网页。请看看上网是不是要先登录。 再试一次';
const MISSING = '检索没有成功：检索用的文件不在了，可能是网站正在更新。 再试一次';
const STALLED = '检索没有成功：等了十秒，检索用的文件还没有传来，可能是网络太慢。 再试一次';
const OFFLINE = '检索没有成功，可能是网络断了。 再试一次';
const FOUND = '“园区”：21篇';

/** What a request gets in place of its file. */
type Fault = (route: Route) => unknown;

/** Opens the search page in a new profile, with a fault in some files. */
async function open(files: string, fault: Fault, query = '园区') {
  const context = await browser.newContext();
  const page = await context.newPage();
  let asked = 0;
  await page.route(files, (route) => {
    asked += 1;
    return fault(route);
  });
  await page.goto(`${root}search/?q=${encodeURIComponent(query)}`);
  const close = async () => {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  };
  return { page, asked: () => asked, close };
}

/** Waits for the answer and returns what the page says. */
async function said(page: Page): Promise<string> {
  const list = page.locator('[data-search-results]');
  await list.and(page.locator('[data-search-state="done"], [data-search-state="error"]')).waitFor();
  return page.locator('[data-search-status]').innerText();
}

const truncated = async (route: Route) => {
  const response = await route.fetch();
  const body = await response.body();
  await route.fulfill({ response, body: body.subarray(0, Math.floor(body.length / 2)) });
};
/** Cut after some bytes, or before the last ones. */
const cut = (end: number) => async (route: Route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: (await response.body()).subarray(0, end) });
};
/** A script that ends inside a block: cut in half, it may happen to be a valid one. */
const unclosed = async (route: Route) => {
  const response = await route.fetch();
  const body = await response.body();
  await route.fulfill({ response, body: body.subarray(0, body.lastIndexOf('}')) });
};
const empty = (route: Route) => route.fulfill({ status: 200, body: '' });
const json = (text: string) => (route: Route) =>
  route.fulfill({ status: 200, contentType: 'application/json', body: text });
const noise = (route: Route) =>
  route.fulfill({ status: 200, body: gzipSync(Buffer.from('no index'.repeat(100))) });
const broken = (route: Route) =>
  route.fulfill({ status: 200, body: Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]) });
/** The login page of a network, to which every request is redirected. */
const login = (route: Route) => route.fulfill({ status: 302, headers: { location: `${root}about/` } });
/** Only one of the files is not there. */
const oneGone = () => {
  let first: string | undefined;
  return (route: Route) => {
    first ??= route.request().url();
    return route.request().url() === first ? gone(route) : route.continue();
  };
};
const html = (route: Route) =>
  route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>登录</title>' });
const gone = (route: Route) => route.fulfill({ status: 404, body: '' });
/** The catalogue of another release, whose files are not there any more. */
const stale = async (route: Route) => {
  await route.fulfill({ body: otherCatalogue, contentType: 'application/json' });
};
const once = (fault: Fault): Fault => {
  let isFirst = true;
  return (route: Route) => {
    if (!isFirst) return route.continue();
    isFirst = false;
    return fault(route);
  };
};

const INDEX = '**/pagefind/index/**';
const FRAGMENTS = '**/pagefind/fragment/**';
const CATALOGUE = '**/pagefind/catalogue.json';
const PROGRAM = '**/pagefind/pagefind.js*';
const WASM = '**/pagefind/wasm.*';
const WORKER = '**/_astro/search-worker.*';

describe('a file that stays broken gives a message', () => {
  it.each<[name: string, files: string, fault: Fault, message: string]>([
    ['a truncated piece of the index', INDEX, truncated, DAMAGED],
    ['a page in place of the program', PROGRAM, html, DAMAGED],
    ['a catalogue of an older release', CATALOGUE, stale, MISSING],
    ['an empty text', FRAGMENTS, empty, DAMAGED],
    ['other JSON in place of the catalogue', CATALOGUE, json('{"code":401}'), DAMAGED],
    ['something else, zipped, in place of WebAssembly', WASM, noise, DAMAGED],
    ['broken zip in place of a text', FRAGMENTS, broken, DAMAGED],
    ['a redirect of the catalogue to a login page', CATALOGUE, login, DAMAGED],
    ['one piece that is not there', INDEX, oneGone(), MISSING],
    ['a worker that is not there', WORKER, gone, MISSING],
    ['no network', '**/pagefind/**', (route: Route) => route.abort('internetdisconnected'), OFFLINE],
    ...onlyLong<[string, string, Fault, string]>(
      ['a truncated text', FRAGMENTS, truncated, DAMAGED],
      ['a truncated program', PROGRAM, unclosed, DAMAGED],
      ['a truncated WebAssembly', WASM, truncated, DAMAGED],
      ['a truncated catalogue', CATALOGUE, truncated, DAMAGED],
      ['a page in place of a piece', INDEX, html, DAMAGED],
      ['a page in place of a text', FRAGMENTS, html, DAMAGED],
      ['a page in place of the catalogue', CATALOGUE, html, DAMAGED],
      ['a piece that is not there', INDEX, gone, MISSING],
      ['a piece without its last byte', INDEX, cut(-1), DAMAGED],
      ['the first bytes of a piece', INDEX, cut(6), DAMAGED],
      ['a text without its last byte', FRAGMENTS, cut(-1), DAMAGED],
      ['the first bytes of the catalogue', CATALOGUE, cut(40), DAMAGED],
      ['WebAssembly without its last byte', WASM, cut(-1), DAMAGED],
      ['an empty piece', INDEX, empty, DAMAGED],
      ['an empty catalogue', CATALOGUE, empty, DAMAGED],
      ['an empty program', PROGRAM, empty, DAMAGED],
      ['an empty WebAssembly', WASM, empty, DAMAGED],
      ['a page in place of WebAssembly', WASM, html, DAMAGED],
      ['null in place of the catalogue', CATALOGUE, json('null'), DAMAGED],
      ['something else, zipped, in place of a piece', INDEX, noise, DAMAGED],
      ['a redirect of a piece to a login page', INDEX, login, DAMAGED],
      ['one text that is not there', FRAGMENTS, oneGone(), MISSING],
      ['a page in place of the worker', WORKER, html, DAMAGED],
      ['a truncated worker', WORKER, unclosed, DAMAGED],
      ['no network for pieces', INDEX, (route: Route) => route.abort(), OFFLINE],
      ['no network for the worker', WORKER, (route: Route) => route.abort('internetdisconnected'), OFFLINE],
    ),
  ])('%s', async (_, files, fault, message) => {
    const { page, close } = await open(files, fault);
    expect(await said(page)).toBe(message);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.getByRole('button', { name: '再试一次' }).click();
    await expect.poll(() => page.locator('[data-search-status]').innerText()).toBe(FOUND);
    await close();
  });
});

describe('a file that is broken once is loaded again, and nobody notices', () => {
  it.each<[name: string, files: string, fault: Fault]>([
    ['a truncated piece of the index', INDEX, truncated],
    ['a catalogue of an older release', CATALOGUE, stale],
    ['a lost connection', WASM, (route: Route) => route.abort()],
    ...onlyLong<[string, string, Fault]>(
      ['a truncated text', FRAGMENTS, truncated],
      ['a page in place of the catalogue', CATALOGUE, html],
      ['a page in place of the program', PROGRAM, html],
    ),
  ])('%s', async (_, files, fault) => {
    const { page, asked, close } = await open(files, once(fault));
    expect(await said(page)).toBe(FOUND);
    expect(asked()).toBeGreaterThan(1);
    await close();
  });
});

it('a request that never ends gives a message after ten seconds and one more try', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.clock.install();
  let asked = 0;
  await page.route(INDEX, () => {
    asked += 1;
  });
  await page.goto(`${root}search/?q=园区`);
  for (const attempt of [1, 2]) {
    await expect.poll(() => asked).toBeGreaterThanOrEqual(attempt);
    expect(await page.locator('[data-search-results]').getAttribute('data-search-state')).toBe('loading');
    await page.clock.runFor(10_000);
  }
  expect(await said(page)).toBe(STALLED);
  await context.close();
});

describe('optional files never keep results back', () => {
  const never = () => {};
  it.each<[name: string, files: string, fault: Fault, query: string, message: string]>([
    ['names that never come', '**/search/names.json', never, '园区', FOUND],
    ['a page in place of the names', '**/search/names.json', html, '园区', FOUND],
    [
      'what finds near names is not there',
      '**/_astro/did-you-mean.*',
      gone,
      '高薪区',
      '没有找到“高薪区”。可以少写几个字，换个说法，或从下面列出的里找。',
    ],
    [
      'a table of sounds that never comes',
      '**/search/sounds.json',
      never,
      '高薪区',
      '没有找到“高薪区”。可以少写几个字，换个说法，或从下面列出的里找。',
    ],
    [
      'a table of traditional characters that never comes',
      '**/_astro/TSCharacters.*',
      never,
      'zzzzqqqq',
      '没有找到“zzzzqqqq”。可以少写几个字，换个说法，或从下面列出的里找。繁简对照表没有载入，繁体字没有转成简体。',
    ],
    ...onlyLong<[string, string, Fault, string, string]>(
      ['other JSON in place of the names', '**/search/names.json', json('{"code":401}'), '园区', FOUND],
      ['null in place of the names', '**/search/names.json', json('null'), '园区', FOUND],
      [
        'other JSON in place of the table of sounds',
        '**/search/sounds.json',
        json('{"code":401}'),
        '高薪区',
        '没有找到“高薪区”。可以少写几个字，换个说法，或从下面列出的里找。',
      ],
    ),
  ])('%s', async (_, files, fault, query, message) => {
    const { page, asked, close } = await open(files, fault, query);
    expect(await said(page)).toBe(message);
    expect(asked()).toBeGreaterThan(0);
    await close();
  });
});

it('a browser without workers of modules searches in the page, without WebAssembly', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.Worker = class {
      constructor() {
        throw new TypeError('No modules');
      }
    } as unknown as typeof Worker;
  });
  await page.goto(`${root}search/?q=园区`);
  expect(await said(page)).toBe(FOUND);
  expect(page.workers()).toEqual([]);
  await context.close();
});

it('the page searches in a worker, and its own requests are left alone', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${root}search/?q=园区`);
  expect(await said(page)).toBe(FOUND);
  expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual([
    expect.stringMatching(/^\/(?:[^/]+\/)?_astro\/search-worker\.[\w-]+\.js$/u),
  ]);
  expect(await page.evaluate(() => String(fetch))).toBe('function fetch() { [native code] }');
  await context.close();
});

it('without a network, and with it again, the search goes on by itself', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${root}search/`, { waitUntil: 'networkidle' });
  await context.setOffline(true);
  await page.locator('[data-search-form] input[name=q]').fill('园区');
  await page.keyboard.press('Enter');
  expect(await said(page)).toBe(OFFLINE);
  await context.setOffline(false);
  await expect.poll(() => page.locator('[data-search-status]').innerText()).toBe(FOUND);
  await context.close();
});

it('a program of the page that does not come is missed after a while', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/_astro/*.js', gone);
  await page.goto(`${root}search/?q=园区`);
  const late = page.locator('[data-search-late]');
  await late.waitFor({ state: 'attached' });
  // What the page shows at the end of the wait.
  await late.evaluate((element) => element.getAnimations().map((animation) => animation.finish()));
  expect(await late.innerText()).toBe('检索用的程序还没有载入，可能是网络太慢或者断了。可以重新载入这一页。');
  expect(await late.isVisible()).toBe(true);
  await context.close();
  const { page: whole, close } = await open(INDEX, (route) => route.continue());
  expect(await said(whole)).toBe(FOUND);
  expect(await whole.locator('[data-search-late]').count()).toBe(0);
  await close();
});

it('further results that cannot be loaded give a message', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${root}search/?q=园区`);
  await said(page);
  await page.route(FRAGMENTS, truncated);
  await page.locator('[data-search-more]').click();
  await expect.poll(() => page.locator('[data-search-status]').innerText()).toBe(DAMAGED);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect.poll(() => page.locator('[data-search-status]').innerText()).toBe('“园区”：21篇');
  await context.close();
});

it('a page that was opened before a release searches the new index by itself', async () => {
  const { url, server } = await serveFolder(copy);
  const page = await browser.newPage();
  await page.goto(`${url}search/?q=园区`);
  expect(await said(page)).toBe(FOUND);
  await rm(path.join(copy, 'pagefind'), { recursive: true });
  await cp(path.join(dir, 'pagefind'), path.join(copy, 'pagefind'), { recursive: true });
  const { release } = JSON.parse(await readFile(path.join(copy, 'pagefind/catalogue.json'), 'utf8'));
  expect(release).not.toBe(JSON.parse(otherCatalogue.toString('utf8')).release);
  await page.locator('[data-search-form] input[name=q]').fill('排队叫号机');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('[data-search-status]').innerText()).toMatch(/^“排队叫号机”：\d+篇$/u);
  await page.close();
  server.close();
});
