import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { pageKind } from '../../src/core/page-kind.ts';
import { connectBrowser } from '../lib/shared-browser.ts';
import {
  enclosures,
  jsonFeedProblems,
  rssItems,
  rssProblems,
  sitemapAddresses,
  sitemapProblems,
} from '../lib/feed-rules.ts';
import { htmlPages, siteFiles } from '../lib/site-files.ts';

/** The sample below a base path of a public address; at the root it has none. */
const below = inject('siteBelow');
const HOME = 'https://bulletin.example/daokan/';
const read = (name: string) => readFile(path.join(below.dir, name), 'utf8');
const files = await siteFiles(below.dir);
const pages = await htmlPages(below.dir);
/** Pages for readers, without redirects. */
const shown = [...pages].filter(
  ([name, html]) => !name.startsWith('admin/') && !html.includes('http-equiv="refresh"'),
);

/** The file of an address of the site. */
const fileOf = (address: string) => {
  const name = decodeURIComponent(address.replace(HOME, '').replace(/[?#].*$/u, ''));
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
};
const addressOf = (name: string) => HOME + name.replace(/index\.html$/u, '');
const contents = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map(([, value = '']) => value);
const TYPES: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};
const CANONICAL = /<link rel="canonical" href="([^"]*)">/gu;

it('a bulletin without a public address has none of this', async () => {
  const { dir } = inject('site');
  const names = await siteFiles(dir);
  expect(names.filter((name) => /feed|sitemap|robots/u.test(name))).toEqual([]);
  expect(names.filter((name) => name.startsWith('data/'))).toEqual([
    'data/articles-2022.json',
    'data/articles-2023.json',
    'data/articles.json',
  ]);
  const html = await readFile(path.join(dir, 'issues/2022-09/to-readers/index.html'), 'utf8');
  expect(html).not.toMatch(/canonical|og:|ld\+json|rel="alternate"|订阅/u);
});

describe('the feeds', () => {
  const feeds = files.filter((name) => name.endsWith('feed.xml'));

  it('exist for everything, each column, park and region, and the corrections', () => {
    const lists = files.flatMap(
      (name) => /^((?:categories|parks|regions)\/[^/]+\/)index\.html$/u.exec(name)?.[1] ?? [],
    );
    expect(feeds).toEqual(
      ['feed.xml', 'corrections/feed.xml', ...lists.map((list) => `${list}feed.xml`)].toSorted(),
    );
    expect(lists.length).toBeGreaterThan(40);
  });

  it('are valid, and at most 300 kB long', async () => {
    const problems = await Promise.all(
      feeds.map(async (name) => rssProblems(await read(name)).map((problem) => `${name}: ${problem}`)),
    );
    expect(problems.flat()).toEqual([]);
    expect(jsonFeedProblems(await read('feed.json'))).toEqual([]);
    const sizes = await Promise.all(
      [...feeds, 'feed.json'].map(async (name) => (await stat(path.join(below.dir, name))).size),
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(300_000);
  });

  it('name only addresses that exist, also in their texts', async () => {
    const missing = new Set<string>();
    for (const name of [...feeds, 'feed.json']) {
      const text = (await read(name)).replaceAll('&amp;', '&');
      for (const address of contents(text, /(https:\/\/bulletin\.example\/[^"<>\\ &]*)/gu)) {
        if (!address.startsWith(HOME) || !files.includes(fileOf(address))) missing.add(address);
      }
    }
    expect([...missing]).toEqual([]);
  });

  it('have the full text of .md and .mdx articles', async () => {
    const items = rssItems(await read('feed.xml'));
    // 24 articles, and an entry with the files of each of 3 issues.
    expect(items).toHaveLength(27);
    expect(items.every((item) => (item['content:encoded'] ?? '').length > 100)).toBe(true);
    const chart = items.find(({ link }) => link?.includes('development-zones-investment'));
    expect(chart?.['content:encoded']).toContain(
      '<figure><table><caption>河北经开区建设项目投资（2022年）（单位：亿元）</caption><tbody><tr><th scope="row">全年预计投资</th><td>4209.0</td></tr>',
    );
    const json = JSON.parse(await read('feed.json')) as { items: { content_html: string }[] };
    expect(json.items.map(({ content_html: html }) => html)).toEqual(
      items.map((item) => item['content:encoded']),
    );
  });

  it('have pictures with their true size and type', async () => {
    const main = enclosures(await read('feed.xml'));
    expect(main.length).toBeGreaterThan(3);
    const ofLists = await Promise.all(
      feeds.filter((name) => name.includes('/')).map(async (name) => enclosures(await read(name))),
    );
    const found = [...main, ...ofLists.flat()];
    // Each article of the sample is in a column's feed.
    expect(new Set(found.map(({ url }) => url)).size).toBe(new Set(main.map(({ url }) => url)).size);
    expect(ofLists.flat().length).toBeGreaterThanOrEqual(main.length);
    for (const { url = '', length, type } of found) {
      expect(Number(length)).toBe((await stat(path.join(below.dir, fileOf(url)))).size);
      expect(type).toBe(TYPES[path.extname(url)]);
    }
  });

  it('are announced by every page, and explained by one', () => {
    for (const [name, html] of shown) {
      expect(html, name).toContain(
        '<link rel="alternate" type="application/rss+xml" title="园区导刊" href="/daokan/feed.xml">',
      );
      expect(html, name).toContain('<a href="/daokan/feeds/">订阅</a>');
    }
    expect(pages.get('parks/wuji-edz/index.html')).toContain('href="/daokan/parks/wuji-edz/feed.xml"');
    const listed = contents(pages.get('feeds/index.html') ?? '', /<a href="(https:[^"]*)"/gu).map(fileOf);
    expect(listed.toSorted()).toEqual([...feeds, 'feed.json'].toSorted());
  });
});

it('the sitemap is valid and names every page that search engines should know', async () => {
  const index = await read('sitemap.xml');
  expect(sitemapProblems(index, HOME, 'sitemapindex')).toEqual([]);
  const parts = await Promise.all(sitemapAddresses(index).map((address) => read(fileOf(address))));
  expect(parts.flatMap((part) => sitemapProblems(part, HOME, 'urlset'))).toEqual([]);
  const wanted = shown.flatMap(([name, html]) => {
    const isCopy = name === 'issues/latest/index.html' || name === 'search/index.html';
    const isLaterPage = /^[a-z]+\/[^/]+\/\d+\/index\.html$/u.test(name);
    return html.includes('content="noindex"') || isCopy || isLaterPage ? [] : addressOf(name);
  });
  expect(parts.flatMap(sitemapAddresses).toSorted()).toEqual(wanted.toSorted());
  expect(await read('robots.txt')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://bulletin.example/daokan/sitemap.xml\n',
  );
});

describe('every page', () => {
  it('names its address: a copy that of the original, a redirect its target, 404 none', () => {
    for (const [name, html] of shown) {
      const original = name
        .replace('issues/latest/', 'issues/2023-09/')
        .replace(/(?<=^issues\/[^/]+\/)print\//u, '');
      const expected = name === '404.html' ? [] : [addressOf(original)];
      expect(contents(html, CANONICAL), name).toEqual(expected);
    }
    expect(contents(pages.get('2022/09/lead/index.html') ?? '', CANONICAL)).toEqual([
      `${HOME}issues/2022-09/development-zones-investment/`,
    ]);
  });

  it('that search engines show has what Open Graph demands', () => {
    for (const [name, html] of shown) {
      if (/^(?:404\.html|search\/)/u.test(name) || html.includes('content="noindex"')) continue;
      for (const property of ['title', 'type', 'url', 'description', 'site_name']) {
        const values = contents(html, new RegExp(`<meta property="og:${property}" content="([^"]*)">`, 'gu'));
        expect(values, `${name} og:${property}`).toEqual([expect.stringMatching(/./u)]);
      }
      for (const image of contents(html, /<meta property="og:image" content="([^"]*)">/gu))
        expect(files, name).toContain(fileOf(image));
    }
  });

  it('sends at most 30 kB of HTML and CSS, if it is an article', async () => {
    for (const [name, html] of shown) {
      if (pageKind(name.replace(/index\.html$/u, '')) !== 'article') continue;
      const styles = contents(html, /<link rel="stylesheet" href="\/daokan\/([^"]+)"/gu);
      const css = await Promise.all(styles.map(async (file) => gzipSync(await read(file)).length));
      expect(gzipSync(html).length + css.reduce((sum, bytes) => sum + bytes, 0), name).toBeLessThan(30_000);
    }
  });
});

it('nothing of drafts and articles with unknown rights is in any file', async () => {
  const secrets = [
    '草稿暗号蓝鲸',
    '权利未明暗号白鹭',
    '待刊暗号灰雁',
    'handan-two-highs',
    'rights-unclear-piece',
  ];
  for (const name of files.filter((each) => /\.(?:xml|json|txt|html)$/u.test(each))) {
    const text = await read(name);
    expect(
      secrets.filter((secret) => text.includes(secret)),
      name,
    ).toEqual([]);
  }
});

it('the descriptions for search engines are data: the policy does not block them', async () => {
  const browser = await connectBrowser();
  try {
    const page = await browser.newPage();
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    await page.goto(`${below.url}issues/2022-09/development-zones-investment/`);
    const data = await page
      .locator('script[type="application/ld+json"]')
      .evaluateAll((scripts) => scripts.map(({ textContent }) => JSON.parse(textContent ?? '')));
    expect(messages).toEqual([]);
    expect(data.map((each) => each['@context'])).toEqual([
      'https://schema.org',
      'https://ziyuan.baidu.com/contexts/cambrian.jsonld',
    ]);
    // What Google recommends for an article, and what Baidu demands for its date.
    for (const field of ['headline', 'image', 'datePublished', 'dateModified', 'author'])
      expect(data[0]['@graph'][0], field).toHaveProperty(field);
    expect(data[1]).toMatchObject({
      '@id': `${HOME}issues/2022-09/development-zones-investment/`,
      title: '四千亿元投资落向何处',
      images: [expect.stringContaining(`${HOME}pictures/`)],
      pubDate: '2022-09-28T00:00:00',
      upDate: '2022-09-28T00:00:00',
    });
  } finally {
    await browser.close();
  }
});
