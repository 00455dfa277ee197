import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectBrowser } from '../lib/shared-browser.ts';
import { serveFolder, type ServedFolder } from '../../scripts/lib/static-server.ts';
import { bulletinFiles } from '../../src/scaffold/bulletin-files.ts';
import { axeViolations } from '../lib/axe.ts';
import { writeFiles } from '../lib/bulletin-files.ts';
import { build } from '../lib/builder.ts';
import { onlyLong } from '../lib/long.ts';
import { brokenLinks, siteFiles } from '../lib/site-files.ts';

const MASTHEAD =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 120" width="640" height="120"><path d="M10 10h100v100H10zM130 10h100v100H130zM250 10h100v100H250z" fill="#0b5d3b"/></svg>';
const LOOK = `theme:
  accent: '#0b5d3b'
  masthead: ./images/masthead.svg
menu:
  - { label: 首页, url: / }
  - { label: 往期, url: /issues/ }
  - { label: 本刊, url: /about/ }
footer:
  - { label: 主办单位, url: https://publisher.example/ }
lists: [parks]
labels: { parks: 港区, categories: 版块 }
`;

/** A bulletin as `new bulletin` makes it, of another province, with a look of its own. */
async function writeBulletin(): Promise<string> {
  const files = bulletinFiles({
    name: '巴蜀港口观察',
    publisher: '巴蜀港口观察编辑部',
    provinces: ['四川省'],
    categories: [
      { id: 'feature', name: '深度' },
      { id: 'news', name: '要闻' },
    ],
    date: '2026-01-30',
    ci: 'gitee',
    engine: '0.1.0',
    allowScripts: {},
  });
  const site = files.get('content/site.yaml') ?? '';
  return writeFiles({
    ...Object.fromEntries(files),
    'content/parks/example-park.yaml': 'name: 示例港区\nshortName: 示例港区\n',
    'content/parks/inner.yaml': 'name: 示例港区冷库\nparent: 示例港区\n',
    'content/site.yaml': site + LOOK,
    'content/images/masthead.svg': MASTHEAD,
    'theme/style.css': ':root {\n  --light-paper: #ffffff;\n  --light-paper-deep: #eef2ee;\n}\n',
  });
}

let root = '';
let site = '';
let server: ServedFolder;
let browser: Browser;

beforeAll(async () => {
  root = await writeBulletin();
  site = path.join(root, 'dist');
  const built = await build('build', ['--outDir', site], {
    BULLETIN_CONTENT: path.join(root, 'content'),
    SITE_URL: '',
  });
  expect([built.code, built.stderr]).toEqual([0, expect.any(String)]);
  server = await serveFolder(site);
  browser = await connectBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.server.close();
});

it('names neither the sample nor its province on any page, and has no broken link', async () => {
  const files = (await siteFiles(site)).filter((name) => /\.(?:html|json|txt|css|svg|js)$/u.test(name));
  const texts = await Promise.all(
    files.map(async (name) => [name, await readFile(path.join(site, name), 'utf8')]),
  );
  expect(texts.filter(([, text = '']) => /河北|Hebei|园区导刊/u.test(text)).map(([name]) => name)).toEqual(
    [],
  );
  expect(files).toContain('parks/example-park/index.html');
  expect(files.filter((name) => /^(?:regions|series|topics|industries)\//u.test(name))).toEqual([]);
  expect(await brokenLinks(site, '/')).toEqual([]);
});

it('calls its lists by its own names, wherever a reader sees them', async () => {
  const files = (await siteFiles(site)).filter((name) => /\.(?:html|json|js)$/u.test(name));
  const texts = await Promise.all(
    files.map(async (name) => [name, await readFile(path.join(site, name), 'utf8')]),
  );
  // The search knows the spellings of the word 高新技术产业园区.
  const own = /(?<!产业|高新)园区|栏目/u;
  expect(texts.filter(([, text = '']) => own.test(text)).map(([name]) => name)).toEqual([]);
  const page = await browser.newPage();
  const textsOf = async (address: string, selector: string) => {
    await page.goto(server.url + address);
    return page.locator(selector).allInnerTexts();
  };
  expect(await textsOf('parks/', 'h1, h2')).toEqual(['港区', '还没有稿件的港区']);
  expect(await textsOf('parks/inner/', 'dt')).toEqual(['上级港区']);
  expect(await textsOf('parks/example-park/', 'dt')).toEqual(['下属港区']);
  expect(await textsOf('issues/2026-01/first-words/', '.article-foot dt')).toEqual([
    '期',
    '版块',
    '责任编辑',
    '权利',
  ]);
  await page.keyboard.press('/');
  expect(await page.locator('#quick-query').getAttribute('placeholder')).toBe('港区、企业、数字');
  await page.close();
});

it('puts the only entry of a list at the left', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${server.url}categories/`);
  const left = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((node) => node.getBoundingClientRect().left);
  expect(await left('.entries .title')).toBe(await left('h1'));
  await page.close();
});

const colour = (page: Page, selector: string, property: 'color' | 'backgroundColor') =>
  page.locator(selector).evaluate((node, name) => getComputedStyle(node)[name], property);

it.each<[width: number, scheme: 'light' | 'dark', addresses: string[]]>([
  [390, 'light', ['/', '/search/']],
  [1280, 'dark', ['/', '/issues/2026-01/first-words/']],
  ...onlyLong<[number, 'light' | 'dark', string[]]>(
    [1280, 'light', ['/issues/', '/issues/2026-01/first-words/']],
    [390, 'dark', ['/issues/2026-01/first-words/', '/categories/']],
    [1280, 'dark', ['/about/']],
  ),
])('looks right at %i px, %s', async (width, colorScheme, addresses) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  for (const address of addresses) {
    await page.goto(server.url + address.slice(1));
    expect([address, await axeViolations(page)]).toEqual([address, []]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([address, overflow]).toEqual([address, 0]);
  }
  await page.goto(server.url);
  const dark = colorScheme === 'dark';
  expect(await colour(page, 'nav [aria-current]', 'color')).toBe(
    dark ? 'rgb(23, 191, 121)' : 'rgb(11, 93, 59)',
  );
  expect(await colour(page, 'html', 'backgroundColor')).toBe(dark ? 'rgb(24, 22, 19)' : 'rgb(255, 255, 255)');
  const masthead = page.getByRole('img', { name: '巴蜀港口观察' });
  expect((await masthead.boundingBox())?.width).toBeGreaterThan(300);
  if (width < 600) await page.getByText('菜单', { exact: true }).click();
  expect(await page.getByRole('navigation', { name: '主导航' }).getByRole('link').allInnerTexts()).toEqual([
    '首页',
    '往期',
    '本刊',
  ]);
  expect(await page.getByRole('link', { name: '主办单位' }).getAttribute('href')).toBe(
    'https://publisher.example/',
  );
  expect(problems).toEqual([]);
  await context.close();
});
