import { describe, expect, it } from 'vitest';
import { addressOf, fileRule, isServed, uploadStep } from '../../src/hosting/file-rules.ts';
import { exceededLimits, type Host, HOST_NAMES, HOSTS, redirectsWithin } from '../../src/hosting/hosts.ts';
import { type FileDigests, filesToKeep, type Manifest, uploadOrder } from '../../src/hosting/manifest.ts';

const digests = (bytes = 10): FileDigests => ({ bytes, sha256: 'ab', md5: 'c==' });
const FILES = [
  '404.html',
  '_astro/page.a1b2c3d4.css',
  'feed.xml',
  'index.html',
  'issues/2022-09/a, b/index.html',
  'pagefind/catalogue.json',
  'pagefind/fragment/und_1a2b3c4.pf_fragment',
  'pictures/0a1b-480.webp',
];
const manifest = (base: string): Manifest => ({
  version: 1,
  host: 'nginx',
  base,
  files: Object.fromEntries(FILES.map((file) => [file, digests()])),
  redirects: [{ from: `${base}2022/09/old.a/`, to: `${base}issues/2022-09/a/` }],
});
const site = (base: string) => ({
  base,
  root: '/srv/daokan/current',
  redirects: manifest(base).redirects,
});

describe.each(HOST_NAMES)('%s', (name) => {
  const host: Host = HOSTS[name];
  const made = ['/daokan/', '/'].map((base) => {
    const { inside, beside } = host.files(site(base), manifest(base));
    const section = (where: string, files: Record<string, string>) =>
      Object.entries(files).map(([file, text]) => `=== ${base} ${where} ${file}\n${text}`);
    return [...section('inside', inside), ...section('beside', beside)];
  });

  it('gets these files', async () => {
    await expect(made.flat().join('\n')).toMatchFileSnapshot(`snapshots/${name}.txt`);
  });
});

it.each([
  ['index.html', 'no-cache', 'text/html; charset=utf-8', 'pages', '/x/'],
  ['issues/2022-09/a/index.html', 'no-cache', 'text/html; charset=utf-8', 'pages', '/x/issues/2022-09/a/'],
  ['404.html', 'no-cache', 'text/html; charset=utf-8', 'pages', '/x/404.html'],
  [
    '_astro/page.a1b2.css',
    'public, max-age=31536000, immutable',
    'text/css; charset=utf-8',
    'hashed',
    '/x/_astro/page.a1b2.css',
  ],
  ['pagefind/catalogue.json', 'no-cache', 'application/json', 'entries', '/x/pagefind/catalogue.json'],
  [
    'pagefind/index/und_1.pf_index',
    'public, max-age=31536000, immutable',
    'application/octet-stream',
    'hashed',
    '/x/pagefind/index/und_1.pf_index',
  ],
  ['parks/jia/feed.xml', 'public, max-age=600', 'application/xml', 'files', '/x/parks/jia/feed.xml'],
  ['sitemap-2022.xml', 'public, max-age=600', 'application/xml', 'files', '/x/sitemap-2022.xml'],
  ['data/articles.json', 'no-cache', 'application/json', 'files', '/x/data/articles.json'],
])('%s has one rule', (file, cache, contentType, step, address) => {
  const rule = fileRule(file);
  expect([rule.headers['Cache-Control'], rule.contentType]).toEqual([cache, contentType]);
  expect([uploadStep(file), addressOf(file, '/x/')]).toEqual([step, address]);
});

it('drawings run nothing when they are opened by themselves', () => {
  expect(fileRule('favicon.svg').headers['Content-Security-Policy']).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
  );
  expect(fileRule('favicon.ico').headers['Content-Security-Policy']).toBe("frame-ancestors 'none'");
});

it('hosts’ configuration files and compressed copies are not served', () => {
  const files = ['_headers', '_redirects', '.nojekyll', '.park-bulletin', 'index.html.br', 'feed.xml.gz'];
  expect(files.filter(isServed)).toEqual([]);
});

it('an upload begins with the files to which others refer', () => {
  expect(uploadOrder(manifest('/')).map(({ step, path }) => `${step} ${path}`)).toEqual([
    'hashed _astro/page.a1b2c3d4.css',
    'hashed pagefind/fragment/und_1a2b3c4.pf_fragment',
    'hashed pictures/0a1b-480.webp',
    'files feed.xml',
    'pages 404.html',
    'pages index.html',
    'pages issues/2022-09/a, b/index.html',
    'entries pagefind/catalogue.json',
  ]);
});

it('keeps files with digests in their names that the new release no longer has', () => {
  const now = { files: { 'index.html': digests(), 'pictures/0a1b-480.webp': digests() } };
  expect(filesToKeep(manifest('/'), now)).toEqual([
    '_astro/page.a1b2c3d4.css',
    'pagefind/fragment/und_1a2b3c4.pf_fragment',
  ]);
});

it('reports the limits that a site exceeds', () => {
  const label = '某处';
  const limits = { files: 7, bytes: 40, fileBytes: 1024 ** 2, redirects: 0 };
  const large = { ...manifest('/'), files: { ...manifest('/').files, 'a.pdf': digests(3 * 1024 ** 2) } };
  expect(exceededLimits({ label, limits }, large)).toEqual([
    ['某处 最多 7 个文件，这个网站有 9 个', '换一家，或用自己的服务器（nginx、Caddy）'],
    ['某处 最多 1 MB，这个网站有 4 MB', '换一家，或用自己的服务器（nginx、Caddy）'],
    ['某处 一个文件最多 1 MB，a.pdf 更大', '把它缩小，或换一家'],
    ['某处 最多 0 条转向，这个网站有 1 条', '不用管：其余的由转向的网页代劳'],
  ]);
  expect(exceededLimits({ label, limits: {} }, large)).toEqual([]);
  const small = { files: { 'index.html': digests() }, redirects: [] };
  expect(exceededLimits({ label, limits: { files: 3, bytes: 1024 ** 2 } }, small, [4, 3])).toEqual([]);
  expect(
    exceededLimits({ label, limits: { files: 2, bytes: 1024 ** 2 } }, small, [4, 1024 ** 2]).map(
      ([problem]) => problem,
    ),
  ).toEqual(['某处 最多 2 个文件，这个网站有 3 个', '某处 最多 1 MB，这个网站有 2 MB']);
  expect(redirectsWithin({ limits: { redirects: 1 } }, ['a', 'b'])).toEqual(['a']);
  expect(redirectsWithin({ limits: {} }, ['a', 'b'])).toEqual(['a', 'b']);
});
