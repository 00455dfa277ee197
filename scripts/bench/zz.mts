import { articleUrls, indexSite } from './search/index-site.ts';
import { findBrowser, launchBrowser } from '../lib/browser.ts';
import { serveFolder } from '../lib/static-server.ts';
import { cost, sampleQueries, percentiles } from './search/search-quality.ts';
import { ask, printedArticles } from './search/search-page.ts';
const [site = '', what = 'cost'] = process.argv.slice(2);
if (what.includes('index')) await indexSite(site, 1000);
const urls = await articleUrls(site);
const served = await serveFolder(site);
const { url, server } = served;
const browser = await launchBrowser(findBrowser());
const page = await browser.newPage();
await page.goto(`${url}search/`);
if (what.includes('cost')) {
  const articles = await printedArticles(page, urls.map((e) => `/${e}`));
  const queries = sampleQueries(articles, 45);
  console.log(JSON.stringify(await cost(browser, queries, served, async (at) => { await at.goto(`${url}search/`, { waitUntil: 'networkidle' }); return (text: string) => ask(at, text, 10); })));
}
if (what.includes('kinds')) {
  const kinds: Record<string, string[]> = { digits: ['1—8月', '2022年', '12月', '3.5', '150'], frequent: ['完成', '成月', '业区', '数值', '产业'], common: ['柯低虾', '项目', '商值'], rare: ['城袄', '蒙藏'] };
  if (process.env.KINDS) Object.assign(kinds, JSON.parse(process.env.KINDS));
  for (const [kind, list] of Object.entries(kinds)) {
    const rows = [];
    for (const text of list) {
      const context = await browser.newContext();
      const at = await context.newPage();
      const cdp = await context.newCDPSession(at);
      await cdp.send('Network.enable');
      if (!what.includes('fast')) await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
      const before = { b: served.sent(), n: served.names().length };
      const t0 = performance.now();
      await at.goto(`${url}search/?q=${encodeURIComponent(text)}`, { waitUntil: 'commit' });
      const left = what.includes('fast') ? 0 : 0;
      await at.waitForFunction(() => document.querySelector('[data-search-result]') || ['done'].includes((document.querySelector('[data-search-results]') as HTMLElement)?.dataset.searchState ?? ''), null, { timeout: 60000, polling: 20 });
      const first = performance.now() - t0;
      await at.waitForFunction(() => (document.querySelector('[data-search-results]') as HTMLElement)?.dataset.searchState === 'done', null, { timeout: 60000, polling: 20 });
      const all = performance.now() - t0 + left;
      const total = await at.evaluate(() => (document.querySelector('[data-search-results]') as HTMLElement).dataset.searchTotal);
      const names = served.names().slice(before.n);
      rows.push([text, total, Math.round(first), Math.round(all), Math.round((served.sent() - before.b) / 1000), names.length]);
      if (what.includes('names')) console.log(names.join(' '));
      await context.close();
    }
    console.log(kind, JSON.stringify(rows), 'median first', rows.map((r) => r[2] as number).sort((a, b) => a - b)[rows.length >> 1]);
  }
}
await browser.close();
server.close();
