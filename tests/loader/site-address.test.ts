import { afterEach, describe, expect, it, vi } from 'vitest';
import { astroConfig } from '../../src/config.ts';
import { readSiteAddress } from '../../src/loader/site-address-fs.ts';
import { bulletinFiles, type Files, messagesOf, writeFiles } from '../lib/bulletin-files.ts';

const SITE = 'title: 港城月刊\ndescription: 测试用的小刊\npublisher: 本刊编辑部\n';
const withUrl = (url: string): Files => ({ 'site.yaml': `${SITE}url: ${url}\n` });

afterEach(() => vi.unstubAllEnvs());

/** Host and base path that Astro is configured with for a bulletin with these changes. */
async function configured(changes: Files, address = '') {
  vi.stubEnv('SITE_URL', address);
  vi.stubEnv('BULLETIN_CONTENT', await writeFiles(bulletinFiles(changes)));
  const { site, base } = astroConfig();
  return { site, base };
}

describe('the public address', () => {
  it('stands in site.yaml', async () => {
    expect(await configured(withUrl('https://x.example/daokan'))).toEqual({
      site: 'https://x.example',
      base: '/daokan/',
    });
  });

  it('is overridden by the environment', async () => {
    const config = await configured(withUrl('https://x.example/daokan'), 'https://y.example');
    expect(config).toEqual({ site: 'https://y.example', base: '/' });
  });

  it('may be unknown', async () => {
    expect(await configured({})).toEqual({ site: undefined, base: '/' });
    expect(await configured({ 'site.yaml': null })).toEqual({ site: undefined, base: '/' });
    expect(readSiteAddress('/no/such/folder')).toBeUndefined();
  });

  it.each(['url: [', 'url: 1', 'url: x.example', 'url:\n  - https://x.example', '\u0000'])(
    'that cannot be read counts as none: %j',
    async (line) => {
      expect(await configured({ 'site.yaml': `${SITE}${line}\n` })).toEqual({ site: undefined, base: '/' });
    },
  );

  it('is checked', async () => {
    vi.stubEnv('SITE_URL', '');
    expect(await messagesOf(withUrl('https://x.example/daokan'))).toEqual([]);
    expect(await messagesOf(withUrl('daokan.example'))).toEqual([
      'content/site.yaml:4:6 错误：“网址”(url)不是网址\n  改法：网址以 https:// 或 http:// 开头，例如 https://x.example 或 https://x.example/daokan',
    ]);
    expect(await messagesOf(withUrl('https://x.example/?a=1'))).toEqual([
      'content/site.yaml:4:6 错误：“网址”(url)里有 ? 或 #\n  改法：只写到首页为止，例如 https://x.example 或 https://x.example/daokan',
    ]);
  });
});

describe('the page that explains feeds', () => {
  const page = { 'pages/about.md': '---\ntitle: 关于\n---\n\n[订阅](/feeds/)\n' };

  it('can be linked to if there is a public address', async () => {
    vi.stubEnv('SITE_URL', '');
    expect(await messagesOf({ ...withUrl('https://x.example'), ...page })).toEqual([]);
    expect(await messagesOf(page)).toEqual([expect.stringContaining('/feeds/')]);
  });

  it('has a reserved name, as the data and the feed of corrections have', async () => {
    vi.stubEnv('SITE_URL', '');
    const taken = (aliases: string) =>
      messagesOf({ 'pages/about.md': `---\ntitle: 关于\naliases: [${aliases}]\n---\n\n本刊。\n` });
    const [feeds, data, corrections, file] = await Promise.all(
      ['/feeds/', '/data/old/', '/corrections/', '/corrections/feed.xml/'].map(taken),
    );
    expect(feeds).toEqual([
      'content/pages/about.md:3:11 错误：旧址“/feeds/”是本站已有的地址\n  改法：旧址不能和本站的页面相同',
    ]);
    expect(data).toEqual([expect.stringContaining('旧址“/data/old/”是本站已有的地址')]);
    expect(corrections).toEqual([]);
    expect(file).toEqual([expect.stringContaining('里的“/corrections/feed.xml”是本站文件的地址')]);
    const asPage = await messagesOf({ 'pages/feeds.md': '---\ntitle: 订阅\n---\n\n本刊。\n' });
    expect(asPage).toEqual([
      'content/pages/feeds.md 错误：文件名“feeds”是本站已有的地址\n  改法：改名，例如 about.md；文件名就是网址',
    ]);
  });
});
