import { chmod, cp, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpClient } from '../../scripts/lib/hosting/http-get.ts';
import { readManifest } from '../../scripts/lib/hosting/prepare-for-host.ts';
import { verifySite } from '../../scripts/lib/hosting/verify-site.ts';
import { currentManifest } from '../../scripts/lib/release/releases.ts';
import { caddyFiles } from '../../src/hosting/caddy.ts';
import type { Manifest } from '../../src/hosting/manifest.ts';
import { nginxFiles } from '../../src/hosting/nginx.ts';
import { build } from '../lib/builder.ts';
import { article, writeFiles } from '../lib/bulletin-files.ts';
import { serve } from '../lib/command.ts';
import { everything } from '../lib/edits.ts';
import { LONG } from '../lib/long.ts';
import { runHere } from '../lib/run-here.ts';
import { siteFiles } from '../lib/site-files.ts';
import { askRaw, residentBytes, WebServers } from '../lib/web-servers.ts';

/* One small site behind the real servers, below a base path and at the root. */

let site = '';
let content = '';
let manifest: Manifest;
const client = new HttpClient();
const servers = new WebServers();
const MEBIBYTE = 1024 ** 2;

beforeAll(async () => {
  WebServers.require();
  const folder = await writeFiles({});
  // Servers read as another user.
  await chmod(folder, 0o755);
  site = path.join(folder, 'web');
  content = await writeFiles({
    ...(await everything()),
    'issues/2022-09/moved.md': article(
      '换过网址的一篇',
      'aliases: [/2022/09/old-name/, /issues/2022-09/former/]\n',
    ),
    'parks/jia.yaml': readPark(),
  });
  const { code, stderr } = await build('build', ['--outDir', site, '--host', 'nginx'], {
    BULLETIN_CONTENT: content,
    SITE_URL: '',
  });
  expect([code, stderr]).toEqual([0, expect.stringContaining(`服务器的设置和文件清单：${site}.hosting`)]);
  manifest = await readManifest(`${site}.hosting/manifest.json`);
}, 900_000);

afterAll(() => {
  client.close();
  servers.stop();
});

function readPark(): string {
  return 'name: 甲县经济开发区\nshortName: 甲园\naliases: [甲开发区]\ncounty: 丙县\nformerIds: [jia-old]\n';
}

/** The site's manifest and configuration as if its address were at the root. */
const atRoot = (): Manifest => ({
  ...manifest,
  base: '/',
  redirects: manifest.redirects.map(({ from, to }) => ({ from: from.slice(7), to: to.slice(7) })),
});

const startNginx = (made: Manifest) => servers.nginx(nginxFiles(placeOf(made)).beside['nginx.conf'] ?? '');
const startCaddy = (made: Manifest) => servers.caddy(caddyFiles(placeOf(made)).beside.Caddyfile ?? '');
const placeOf = ({ base, redirects }: Manifest) => ({ base, root: site, redirects });

it('scripts, styles and all other files have plain names', async () => {
  const files = await siteFiles(site);
  expect(files.filter((name) => name.split('/').some((part) => part.startsWith('_..')))).toEqual([]);
  const assets = files.filter((name) => name.startsWith('_astro/') && !/\.(?:br|gz)$/u.test(name));
  expect(assets.filter((name) => !/^_astro\/[A-Za-z0-9-]+\.[\w-]{8}\.(?:js|css)$/u.test(name))).toEqual([]);
  expect(assets.length).toBeGreaterThan(8);
});

it('the manifest lists what readers can load, and drafts nowhere', async () => {
  const files = (await siteFiles(site)).filter((name) => !/\.(?:br|gz)$/u.test(name));
  expect(Object.keys(manifest.files)).toEqual(
    files.filter((name) => !/^\.(?:nojekyll|park-bulletin)$/u.test(name)),
  );
  expect(manifest.redirects).toEqual(
    expect.arrayContaining([
      { from: '/daokan/2022/09/old-name/', to: '/daokan/issues/2022-09/moved/' },
      { from: '/daokan/issues/2022-09/former/', to: '/daokan/issues/2022-09/moved/' },
      { from: '/daokan/parks/jia-old/', to: '/daokan/parks/jia/' },
    ]),
  );
  expect(JSON.stringify(manifest)).not.toContain('draft');
});

describe.each([
  ['nginx', startNginx],
  ['Caddy', startCaddy],
])('%s', (name, start) => {
  let below = '';
  const get = (address: string, encodings?: string) => client.get(below + address, encodings);

  beforeAll(async () => {
    below = await start(manifest);
  });

  it('serves every file, header, redirect and 404 below a base path', async () => {
    expect(await verifySite(`${below}/daokan/`, manifest)).toEqual([]);
  });

  it('does so at the root', async () => {
    expect(await verifySite(`${await start(atRoot())}/`, atRoot())).toEqual([]);
  });

  it('prefers Brotli, and sends plain text to those that ask for it', async () => {
    const encodings = await Promise.all(
      ['br, gzip', 'gzip', 'identity'].map(
        async (each) => (await get('/daokan/', each)).headers['content-encoding'],
      ),
    );
    expect(encodings).toEqual(['br', 'gzip', undefined]);
    expect((await get('/daokan/', 'br')).headers.vary).toContain('Accept-Encoding');
  });

  it('answers an unchanged file without a body', async () => {
    const { etag } = (await get('/daokan/')).headers;
    expect(etag).toMatch(/^(?:W\/)?".+"$/u);
    const again = await fetch(`${below}/daokan/`, {
      headers: { 'if-none-match': String(etag), 'accept-encoding': 'identity' },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('gives nothing outside the site, no hidden file and no list of a folder', async () => {
    for (const address of [
      '/daokan/.park-bulletin',
      '/daokan/.nojekyll',
      '/daokan/_astro/',
      '/daokan/pictures/',
      '/daokan../web.hosting/manifest.json',
      '/daokan/%2e%2e/web.hosting/manifest.json',
      '/daokan/..%2fweb.hosting/manifest.json',
      '/daokan/_astro/..%2f..%2fweb.hosting/manifest.json',
    ]) {
      const { status, body } = await askRaw(below, address);
      expect([address, String(body).includes('"md5"')]).toEqual([address, false]);
      expect([address, status === 200 ? body.length : 0]).toEqual([address, 0]);
    }
    for (const address of ['/daokan/.park-bulletin', '/daokan/_astro/', '/daokan/no/such/page'])
      expect([address, (await get(address)).status]).toEqual([address, 404]);
  });

  it('adds the slash to the address of a folder, by paths that any proxy keeps', async () => {
    for (const [from, to] of [
      ['/daokan', '/daokan/'],
      ['/daokan/about', '/daokan/about/'],
    ] as const) {
      const { status, headers } = await get(from);
      expect([from, [301, 308].includes(status), headers.location]).toEqual([from, true, to]);
    }
  });

  it('answers thousands of requests without an error, and its memory stays flat', async () => {
    const { errors, growth } = await load(below, () => servers.residentBytes(below));
    expect([name, errors]).toEqual([name, 0]);
    expect(growth).toBeLessThan(20 * MEBIBYTE);
  }, 300_000);
});

/**
 * Asks a server for all files again and again over five connections: 20,000 requests in a long run.
 * @param memory its resident memory
 */
async function load(origin: string, memory: () => number): Promise<{ errors: number; growth: number }> {
  const perConnection = LONG ? 1000 : 50;
  const addresses = Object.keys(manifest.files).map((file) => `/daokan/${encodeURI(file)}`);
  let errors = 0;
  const ask = async (first: number, last: number) => {
    for (let index = first; index < last; index += 1) {
      const { status } = await client.get(origin + (addresses[index % addresses.length] ?? ''), 'br, gzip');
      if (status !== 200 && status !== 301 && status !== 308) errors += 1;
    }
  };
  const measured: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    await Promise.all([0, 1, 2, 3, 4].map((part) => ask(part * perConnection, (part + 1) * perConnection)));
    measured.push(memory());
  }
  return { errors, growth: (measured[3] ?? 0) - (measured[0] ?? 0) };
}

it('so does npm run preview', async () => {
  const { url, pid, stop } = await serve('preview', ['--outDir', site, '--content', content], {
    SITE_URL: '',
  });
  const { errors, growth } = await load(new URL(url).origin, () => residentBytes(pid));
  stop();
  expect(errors).toBe(0);
  // Its garbage is collected now and then.
  expect(growth).toBeLessThan(60 * MEBIBYTE);
}, 300_000);

it('npm run verify-site says what is not as it was built', async () => {
  const broken = path.join(await writeFiles({}), 'web');
  await cp(site, broken, { recursive: true });
  await chmod(path.dirname(broken), 0o755);
  await writeFile(path.join(broken, 'about/index.html'), '换过的');
  await rename(path.join(broken, 'robots.txt'), path.join(broken, 'robots.bak'));
  const text = nginxFiles({ base: '/daokan/', root: broken, redirects: [] }).beside['nginx.conf'] ?? '';
  const origin = await servers.nginx(
    text.replaceAll(/ {2}add_header Referrer-Policy.*\n| {2}gzip_static on;\n/gu, ''),
    'brotli_static off;',
  );
  const manifestFile = `${site}.hosting/manifest.json`;
  const { code, stdout } = await runHere('verify-site', [
    `${origin}/daokan`,
    '--manifest',
    manifestFile,
    '--json',
  ]);
  const { findings, ...rest } = JSON.parse(stdout) as { findings: { address: string; problem: string }[] };
  expect([code, rest]).toEqual([
    1,
    {
      url: `${origin}/daokan/`,
      host: 'nginx',
      files: Object.keys(manifest.files).length,
      redirects: manifest.redirects.length,
    },
  ]);
  const about = manifest.files['about/index.html'];
  expect(findings).toEqual(
    expect.arrayContaining([
      {
        address: '/daokan/about/',
        problem: `内容和生成的不一样（应有 ${about?.bytes} 字节，收到 9 字节）`,
      },
      { address: '/daokan/robots.txt', problem: '应当回答 200，回答的是 404' },
      {
        address: '/daokan/favicon.ico',
        problem: 'Referrer-Policy 应当是“strict-origin-when-cross-origin”，没有',
      },
      { address: '/daokan/', problem: '没有压缩（浏览器说了能收 br、gzip）' },
      {
        address: '/daokan/2022/09/old-name/',
        problem: '应当转向 /daokan/issues/2022-09/moved/（301），回答的是 200',
      },
    ]),
  );
  const plain = await runHere('verify-site', [origin, '--manifest', manifestFile]);
  expect([plain.code, plain.stderr]).toEqual([
    1,
    '清单里的网站在 /daokan/ 下，网址里写的是 /\n  改法：site.yaml 的 url 改成发布的网址，再生成一次\n',
  ]);
});

describe('a release of the same bulletin', () => {
  let folder = '';
  const env = () => ({ BULLETIN_CONTENT: content, SITE_URL: '' });

  beforeAll(async () => {
    const parent = await writeFiles({});
    await chmod(parent, 0o755);
    folder = path.join(parent, 'daokan');
    const { code, stderr } = await build('release', [folder], env());
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(/^网址清单记进 \d+ 个网址，请和稿件一起提交。\n(?:.*\n)*.*第 0001 版上线了/mu),
    ]);
  });

  it('behind nginx is what the build made', async () => {
    const origin = await servers.nginx(await readFile(path.join(folder, 'hosting/nginx.conf'), 'utf8'));
    const released = await currentManifest(folder);
    expect(released && (await verifySite(`${origin}/daokan/`, released))).toEqual([]);
  });

  it('has no drafts; a site with drafts says so on every page, and is for no search engine and no upload', async () => {
    const drafts = path.join(await writeFiles({}), 'drafts');
    expect((await build('build', ['--drafts', '--outDir', drafts], env())).code).toBe(0);
    const files = await siteFiles(drafts);
    const pages = files.filter((name) => name.endsWith('index.html'));
    for (const name of pages) {
      const html = await readFile(path.join(drafts, name), 'utf8');
      expect([name, html.includes('<meta name="robots" content="noindex">')]).toEqual([name, true]);
      if (!html.includes('http-equiv="refresh"'))
        expect(html).toContain('草稿样张：里面有还没有发布的稿件，请不要外传');
      expect(html).not.toMatch(/x\.example/u);
    }
    expect(pages).toContain('issues/2022-09/draft/index.html');
    expect(files.filter((name) => /feed|sitemap/u.test(name))).toEqual([]);
    expect(await readFile(path.join(drafts, 'robots.txt'), 'utf8')).toBe('User-agent: *\nDisallow: /\n');
    const current = path.join(folder, 'current');
    expect((await build('build', ['--drafts', '--outDir', current], env())).code).toBe(1);
    expect((await siteFiles(current)).filter((name) => name.includes('/draft/'))).toEqual([]);
  }, 300_000);
});
