import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { MAX_ARTICLES_IN_SEGMENT } from '../../src/search/indexing/index-builder.ts';
import { runMeasured } from './lib/measured-run.ts';
import { findBrowser, launchBrowser } from '../lib/browser.ts';
import { buildSite } from './search/build-site.ts';
import { commandLine, parsePositiveInteger } from '../lib/command.ts';
import { articleUrls } from './search/index-site.ts';
import { makeBulletin, writeMadeBulletin } from './lib/made-bulletin.ts';
import { absentPhrases, cost, percentiles, quality, sampleQueries } from './search/search-quality.ts';
import { keyStrokes } from './search/key-strokes.ts';
import { slowResults } from './search/slow-network.ts';
import { ask, printedArticles } from './search/search-page.ts';
import { serveFolder } from '../lib/static-server.ts';

const HELP = `用法：npm run bench:search -- [--articles <篇数>] [--queries <条数>] [--segment <篇数>]

造一份若干篇的刊物，把本刊的检索和未经改动的 Pagefind 放在一起测：找全、找准、标题在前、
流量、请求数、用时、慢速网络上等多久，以及建立索引的用时和内存。JSON 打印到标准输出，表格打印到标准错误。

  --articles <篇数>  默认 1000
  --queries <条数>   默认 250
  --segment <篇数>   索引的一段最多几篇（默认 1000）
  --help             显示这段说明`;

const { values } = commandLine(process.argv.slice(2), HELP, {
  articles: { type: 'string', default: '1000' },
  queries: { type: 'string', default: '250' },
  segment: { type: 'string', default: String(MAX_ARTICLES_IN_SEGMENT) },
});
const count = parsePositiveInteger(values.articles);
const most = parsePositiveInteger(values.segment);
const dir = await mkdtemp(path.join(os.tmpdir(), 'bulletin-bench-'));
const site = path.join(dir, 'site');
try {
  console.error(`造 ${count} 篇并生成网站…`);
  await writeMadeBulletin(path.join(dir, 'content'), await makeBulletin(count, 8));
  buildSite(path.join(dir, 'content'), site);
  console.error('建立两份索引…');
  const indexes = { ours: await measuredIndex('ours'), stock: await measuredIndex('stock') };
  const urls = await articleUrls(site);
  console.error('检索…');
  const served = await serveFolder(site);
  const { url, server } = served;
  const browser = await launchBrowser(findBrowser());
  try {
    const page = await browser.newPage();
    await page.goto(`${url}search/`);
    const articles = await printedArticles(
      page,
      urls.map((each) => `/${each}`),
    );
    const queries = sampleQueries(articles, parsePositiveInteger(values.queries));
    const absent = absentPhrases(articles, 30);
    const open = async (at: Page) => {
      await at.goto(`${url}search/`, { waitUntil: 'networkidle' });
      return (text: string) => ask(at, text, 10);
    };
    const openStock = async (at: Page) => {
      await at.goto(`${url}about/`, { waitUntil: 'networkidle' });
      return (text: string) => askStock(at, text, 10);
    };
    const typed = async (texts: string[]) => {
      const at = await browser.newPage();
      await at.goto(`${url}search/`, { waitUntil: 'networkidle' });
      const strokes = await keyStrokes(at, texts);
      await at.close();
      return strokes;
    };
    const report = {
      articles: count,
      node: process.version,
      ours: {
        index: indexes.ours,
        ...(await quality(queries, absent, async (text) => {
          const { urls: found, mode } = await ask(page, text);
          return { urls: found, related: mode === 'related' };
        })),
        ...(await cost(browser, queries.slice(0, 45), served, open)),
        keyStrokeMs: percentiles(await typed(queries.slice(0, 12).map(({ text }) => text))),
        slow3gMs: await slowResults(browser, queries.slice(0, 12), site),
      },
      stock: {
        index: indexes.stock,
        ...(await quality(queries, absent, async (text) => ({
          urls: await askStock(page, text),
          related: false,
        }))),
        ...(await cost(browser, queries.slice(0, 45), served, openStock)),
      },
    };
    console.log(JSON.stringify(report, null, 2));
    console.error(table(report));
  } finally {
    await browser.close();
    server.close();
  }
} finally {
  await rm(dir, { recursive: true, force: true });
}

/** Indexes the site's articles in a separate process. */
async function measuredIndex(which: 'ours' | 'stock') {
  const script = fileURLToPath(new URL('./search/index-articles.ts', import.meta.url));
  const args = [script, which, site, String(most)];
  const { wall, cpu, peakMB } = await runMeasured({ command: process.execPath, args, cwd: process.cwd() });
  const hundredths = (value: number) => Number(value.toFixed(2));
  return { seconds: hundredths(wall), cpu: hundredths(cpu), peakMb: peakMB };
}

function askStock(page: Page, text: string, most = Number.MAX_SAFE_INTEGER): Promise<string[]> {
  return page.evaluate(
    async ([query, limit]) => {
      const pagefind = await import(`${location.origin}/pagefind-stock/pagefind.js`);
      const { results } = await pagefind.search(query);
      const loaded = await Promise.all(
        results.slice(0, limit).map((result: { data(): unknown }) => result.data()),
      );
      return loaded.map(({ url }: { url: string }) => new URL(url, location.origin).pathname);
    },
    [text, most] as const,
  );
}

/** The report as lines of three columns, for people. */
function table({ ours, stock }: { ours: object; stock: object }): string {
  const cell = (side: object, key: string) => JSON.stringify((side as Record<string, unknown>)[key]) ?? '';
  const line = (cells: string[]) => cells.map((text, index) => text.padEnd(index === 0 ? 18 : 36)).join('');
  const rows = Object.keys(ours).map((key) => line([key, cell(ours, key), cell(stock, key)]));
  return [line(['', '本刊', 'Pagefind 原样']), ...rows].join('\n');
}
