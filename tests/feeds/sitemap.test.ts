import { describe, expect, it } from 'vitest';
import { createArchive } from '../../src/core/archive.ts';
import { sitemapFile, sitemapIndexFile } from '../../src/feeds/index.ts';
import { sitemapIndex, sitemapParts } from '../../src/views/sitemap-view.ts';
import { createUrls } from '../../src/core/url.ts';
import { article } from '../lib/bulletin-files.ts';
import { sitemapAddresses, sitemapProblems } from '../lib/feed-rules.ts';
import { HOME, publicContext } from '../lib/view-context.ts';

describe('the sitemap', () => {
  it('has one part per year and one for other pages, with dates from the content', async () => {
    const context = await publicContext({
      'issues/2022-09/third.md': article('第三篇', 'corrections: [{ date: 2022-10-12, text: 更正 }]\n'),
      'issues/2022-09/gone.md': article(
        '撤下的',
        'withdrawn: { date: 2022-11-08 }\naliases: [/former/]\n',
      ).replace('status: ready', 'status: withdrawn'),
      'pages/about.md': '---\ntitle: 关于\n---\n\n本刊。\n',
    });
    const parts = sitemapParts(context);
    expect(sitemapParts(context), 'made once').toBe(parts);
    expect(
      sitemapParts({ ...context, urls: createUrls('/') })[0]?.entries[0]?.url,
      'for these addresses',
    ).toBe('/');
    const short = Object.fromEntries(
      parts.map(({ name, entries }) => [
        name,
        entries.map(({ url, modified }) => `${url.replace(HOME, '/')} ${modified ?? '-'}`),
      ]),
    );
    expect(short).toEqual({
      pages: [
        '/ 2022-09-30',
        '/issues/ 2022-09-30',
        '/about/ -',
        '/feeds/ -',
        '/categories/ -',
        '/categories/news/ 2022-10-12',
        '/categories/feature/ -',
        '/categories/invest/ -',
        '/parks/ -',
        '/parks/jia-inner/ -',
        '/parks/jia/ 2022-10-12',
        '/regions/ -',
        '/regions/990000/ 2022-10-12',
        '/regions/990100/ 2022-10-12',
        '/regions/990101/ 2022-10-12',
        '/series/ -',
        '/series/visits/ -',
        '/topics/ -',
        '/topics/environment/ -',
        '/industries/ -',
        '/industries/electronics/ -',
      ],
      2022: [
        '/issues/2022/ 2022-10-12',
        '/issues/2022-09/ 2022-10-12',
        '/issues/2022-09/first/ 2022-09-30',
        '/issues/2022-09/second/ 2022-09-30',
        '/issues/2022-09/third/ 2022-10-12',
      ],
    });
    expect(sitemapIndexFile(sitemapIndex(parts, context))).toBe(`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://x.example/daokan/sitemap-pages.xml</loc><lastmod>2022-10-12</lastmod></sitemap>
<sitemap><loc>https://x.example/daokan/sitemap-2022.xml</loc><lastmod>2022-10-12</lastmod></sitemap>
</sitemapindex>
`);
    expect(sitemapFile(parts[0]?.entries.slice(0, 1) ?? [])).toBe(`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://x.example/daokan/</loc><lastmod>2022-09-30</lastmod></url>
</urlset>
`);
  });

  it('of 5,000 articles is valid', async () => {
    const { archive, urls } = await publicContext();
    const { content } = archive;
    const [issue] = content.issues;
    const [one] = content.articles;
    if (!issue || !one) throw new Error('no article');
    const issues = Array.from({ length: 100 }, (_, index) => {
      const [year, month] = [2014 + Math.floor(index / 12), (index % 12) + 1];
      const id = `${year}-${String(month).padStart(2, '0')}`;
      return { ...issue, id, year, date: id };
    });
    const articles = issues.flatMap(({ id }) =>
      Array.from({ length: 50 }, (_, index) => ({
        ...one,
        id: `${id}/a${index}`,
        issue: id,
        slug: `a${index}`,
        date: id,
      })),
    );
    const context = { archive: createArchive({ ...content, issues, articles }), urls };
    const parts = sitemapParts(context);
    const files = parts.map(({ entries }) => sitemapFile(entries));
    expect(files.flatMap((file) => sitemapProblems(file, HOME, 'urlset'))).toEqual([]);
    expect(sitemapProblems(sitemapIndexFile(sitemapIndex(parts, context)), HOME, 'sitemapindex')).toEqual([]);
    const addresses = files.flatMap(sitemapAddresses);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.filter((address) => /\/issues\/[^/]+\/a\d+\/$/u.test(address))).toHaveLength(5000);
    // 600 articles per year.
    expect(Math.max(...files.map((file) => Buffer.byteLength(file)))).toBeLessThan(100_000);
  });
});
