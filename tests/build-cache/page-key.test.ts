import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Content } from '../../src/core/content.ts';
import { themeColours } from '../../src/core/theme.ts';
import { pageKeys } from '../../src/build-cache/page-key.ts';

const FRAME = {
  theme: { css: '', colours: themeColours({}) },
  kinds: ['categories'],
  site: { title: '港城月刊', description: '测试用的小刊', publisher: '本刊编辑部' },
  pages: [{ id: 'about', title: '关于', file: '/a.md', body: '', digest: '1', pictures: {} }],
} satisfies Pick<Content, 'site' | 'theme' | 'kinds' | 'pages'>;
const key = pageKeys('code', 'https://x.example', FRAME)({ view: 1 });

it('gives the same page the same key', () => {
  expect(pageKeys('code', 'https://x.example', structuredClone(FRAME))({ view: 1 })).toBe(key);
  expect(key).toMatch(/^[0-9a-f]{32}$/u);
});

it.each([
  ['its props', pageKeys('code', 'https://x.example', FRAME)({ view: 2 })],
  ['the code', pageKeys('other', 'https://x.example', FRAME)({ view: 1 })],
  ['the address of the site', pageKeys('code', '', FRAME)({ view: 1 })],
  [
    'the settings of the site',
    pageKeys('code', 'https://x.example', { ...FRAME, site: { ...FRAME.site, sponsor: '某社' } })({
      view: 1,
    }),
  ],
  ['the pages in the footer', pageKeys('code', 'https://x.example', { ...FRAME, pages: [] })({ view: 1 })],
])('gives another key where %s differ', (_, other) => expect(other).not.toBe(key));

it('ignores the text of other pages', () => {
  const pages = FRAME.pages.map((page) => ({ ...page, digest: '2' }));
  expect(pageKeys('code', 'https://x.example', { ...FRAME, pages })({ view: 1 })).toBe(key);
});

it('covers everything that a keyed page reads: only header, footer and pages without a key use the archive', async () => {
  const files = (await readdir('src', { recursive: true })).map((file) => file.replaceAll(path.sep, '/'));
  const asking: string[] = [];
  for (const file of files.filter((name) => /\.(?:astro|ts)$/u.test(name))) {
    if (/\bgetArchive\(/u.test(await readFile(path.join('src', file), 'utf8'))) asking.push(file);
  }
  expect(asking.sort()).toEqual([
    'bulletin.ts',
    'components/Footer.astro',
    'components/Front.astro',
    'components/Header.astro',
    'form-routes.ts',
    // See the comment in it.
    'issue-editions.ts',
    'layouts/Page.astro',
    'pages/404.astro',
    'pages/data/articles.json.ts',
    'pages/index.astro',
    'pages/issues/index.astro',
    'pages/issues/latest.astro',
    'pages/manifest.webmanifest.ts',
    'pages/search/index.astro',
    'pages/search/names.json.ts',
    'public-routes/corrections.xml.ts',
    'public-routes/feeds.astro',
    'public-routes/full-text.ts',
    'public-routes/sitemap.xml.ts',
    'routes.ts',
  ]);
});
