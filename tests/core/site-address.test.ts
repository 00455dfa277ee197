import { describe, expect, it } from 'vitest';
import { parseSiteAddress, siteAddressProblem } from '../../src/core/site-address.ts';
import { createUrls } from '../../src/core/url.ts';

describe('the public address', () => {
  it.each([
    ['https://x.example', 'https://x.example', '/'],
    ['https://x.example/', 'https://x.example', '/'],
    ['http://x.example:8080/daokan', 'http://x.example:8080', '/daokan/'],
    ['https://X.example/a/b-c/', 'https://x.example', '/a/b-c/'],
    ['https://导刊.example', 'https://xn--obr45v.example', '/'],
  ])('%s has a host and a base path', (written, origin, base) =>
    expect(parseSiteAddress(written)).toEqual({ origin, base }),
  );

  it.each([
    ['x.example', '不是网址'],
    ['ftp://x.example', '不是网址'],
    ['https://', '缺少域名'],
    ['https://a@x.example/', '的域名前面有 @：看到的和打开的不是同一个网站'],
    ['https://x.example/?a', '里有 ? 或 #'],
    ['https://x.example/#', '里有 ? 或 #'],
    ['https://x.example/导刊', '的子目录不对'],
    ['https://x.example/a//', '的子目录不对'],
    ['https://x.example/index.html', '的子目录不对'],
    ['https://x.example/a%20b', '的子目录不对'],
  ])('%s is refused', (written, problem) => {
    expect(siteAddressProblem(written)?.[0]).toBe(problem);
    expect(parseSiteAddress(written)).toBeUndefined();
  });
});

it('every address can be made absolute', () => {
  const urls = createUrls('/daokan/', 'https://x.example');
  expect(urls.absolute(urls.feed('parks', 'jia'))).toBe('https://x.example/daokan/parks/jia/feed.xml');
  expect([urls.feed(), urls.jsonFeed(), urls.correctionsFeed(), urls.feeds()]).toEqual([
    '/daokan/feed.xml',
    '/daokan/feed.json',
    '/daokan/corrections/feed.xml',
    '/daokan/feeds/',
  ]);
  expect([urls.sitemap(), urls.sitemap('2022'), urls.articlesData(), urls.articlesData(2022)]).toEqual([
    '/daokan/sitemap.xml',
    '/daokan/sitemap-2022.xml',
    '/daokan/data/articles.json',
    '/daokan/data/articles-2022.json',
  ]);
  expect(urls.issueData('2022-09')).toBe('/daokan/issues/2022-09/issue.json');
  expect(createUrls('/').absolute('/a/')).toBe('/a/');
});
