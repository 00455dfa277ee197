import { chmod, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifySite } from '../../scripts/lib/hosting/verify-site.ts';
import { currentManifest } from '../../scripts/lib/release/releases.ts';
import { writeFiles } from '../lib/bulletin-files.ts';
import { run } from '../lib/command.ts';
import { everything } from '../lib/edits.ts';
import { copyProject, type ProjectCopy } from '../lib/project-copy.ts';
import { siteFiles } from '../lib/site-files.ts';
import { WebServers } from '../lib/web-servers.ts';

/* A release behind nginx, and a site with drafts. */

const servers = new WebServers();
let project: ProjectCopy;
let content: string;
let folder: string;
let site: string;

/** Makes a release of the bulletin. */
async function release(): Promise<string> {
  const { code, stderr } = await run('release', [folder], {
    BULLETIN_CONTENT: content,
    SITE_URL: '',
    BULLETIN_TEST_PROJECT: project.dir,
  });
  expect([code, stderr]).toEqual([0, expect.stringContaining('第 0001 版上线了')]);
  return stderr;
}

beforeAll(async () => {
  WebServers.require();
  project = await copyProject();
  content = await writeFiles(await everything());
  const parent = await writeFiles({});
  await chmod(parent, 0o755);
  folder = path.join(parent, 'daokan');
  expect(await release()).toMatch(/^网址清单记进 \d+ 个网址，请和稿件一起提交。$/mu);
  const origin = await servers.nginx(await readFile(path.join(folder, 'hosting/nginx.conf'), 'utf8'));
  site = `${origin}/daokan/`;
}, 900_000);

afterAll(async () => {
  servers.stop();
});

it('the release behind nginx is what the build made', async () => {
  const manifest = await currentManifest(folder);
  expect(manifest && (await verifySite(site, manifest))).toEqual([]);
});

it('a site with drafts says so on every page, and is for no search engine and no upload', async () => {
  const drafts = path.join(await writeFiles({}), 'drafts');
  const env = { BULLETIN_CONTENT: content, SITE_URL: '', BULLETIN_TEST_PROJECT: project.dir };
  expect((await run('build', ['--drafts', '--outDir', drafts], env)).code).toBe(0);
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
  expect((await run('build', ['--drafts', '--outDir', path.join(folder, 'current')], env)).code).toBe(1);
  const published = await siteFiles(path.join(folder, 'current'));
  expect(published.filter((name) => name.includes('/draft/'))).toEqual([]);
}, 300_000);
