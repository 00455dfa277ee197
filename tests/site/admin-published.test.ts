import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { run, serve } from '../lib/command.ts';
import { openForm, openPage, saved } from '../lib/form-page.ts';
import { LONG } from '../lib/long.ts';
import { connectBrowser } from '../lib/shared-browser.ts';

const below = inject('siteBelow');

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

/** Publishes a small bulletin with a form, and serves it. */
async function published(admin: string) {
  const { 'site.yaml': settings } = bulletinFiles();
  const content = await writeFiles(bulletinFiles({ 'site.yaml': `${settings}admin: ${admin}\n` }));
  const outDir = path.join(await writeFiles({}), 'site');
  const env = { BULLETIN_CONTENT: content, SITE_URL: '' };
  expect(await run('build', ['--outDir', outDir], env)).toMatchObject({ code: 0 });
  const { url, stop } = await serve('preview', ['--outDir', outDir], env);
  return { url: `${url}admin/`, stop };
}

describe('a published form', () => {
  it('is in Chinese, excludes search engines, sends no referrer, and includes the handbook', async () => {
    const html = await readFile(path.join(below.dir, 'admin/index.html'), 'utf8');
    expect(html).toContain('<title>园区导刊 编辑表单</title>');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('<meta name="referrer" content="no-referrer">');
    expect(html.replaceAll('&#39;', "'")).toContain(
      `<meta http-equiv="content-security-policy" content="default-src 'none'; `,
    );
    expect(existsSync(path.join(below.dir, 'admin/handbook/rules/index.html'))).toBe(true);
  });

  const SERVICES: [admin: string, services: string[]][] = [
    ['{ backend: github, repo: a/b, publish: true }', ['https://api.github.com']],
    ['{ backend: gitlab, repo: a/b, publish: true }', ['https://gitlab.com']],
    [
      '{ backend: gitea, repo: a/b, publish: true, apiRoot: https://git.example/api/v1, baseUrl: https://git.example }',
      ['https://git.example'],
    ],
  ];

  it.each(LONG ? SERVICES : SERVICES.slice(0, 1))(
    'for %s sends requests to its service and no other host',
    async (admin, services) => {
      const { url, stop } = await published(admin);
      try {
        const { page, pageErrors, asked, close } = await openPage(browser, url);
        await page.goto(url);
        await page.getByRole('button', { name: '使用访问令牌登录' }).click();
        await page.getByRole('textbox').fill('secret-token');
        await page.getByRole('button', { name: '登录', exact: true }).click();
        await expect.poll(() => [...asked]).toEqual(services);
        await page.waitForTimeout(1000);
        expect([...asked]).toEqual(services);
        expect(pageErrors.filter((error) => error.includes('policy'))).toEqual([]);
        await close();
      } finally {
        stop();
      }
    },
    120_000,
  );
});

describe('a form for the local machine only', () => {
  const SETTINGS = ['admin: { backend: github, repo: a/b }\n', 'admin: { backend: local }\n', ''];
  // files.test.ts tests that the sample's build has no form.
  if (LONG)
    it.each(SETTINGS)('is in no build: %j', async (admin) => {
      const { 'site.yaml': settings } = bulletinFiles();
      const content = await writeFiles(bulletinFiles({ 'site.yaml': `${settings}${admin}` }));
      const outDir = path.join(await writeFiles({}), 'site');
      expect(
        await run('build', ['--outDir', outDir], { BULLETIN_CONTENT: content, SITE_URL: '' }),
      ).toMatchObject({ code: 0 });
      expect(existsSync(path.join(outDir, 'admin'))).toBe(false);
    });

  it('is in the dev server with the handbook, even if the site does not configure it, and sends no requests', async () => {
    const sample = await writeFiles({});
    await cp('content', sample, { recursive: true });
    const settings = path.join(sample, 'site.yaml');
    await writeFile(settings, (await readFile(settings, 'utf8')).replace(/^admin: .*\n/mu, ''));
    const { url, stop } = await serve('dev', [], {
      NODE_ENV: 'development',
      SITE_URL: '',
      BULLETIN_CONTENT: sample,
    });
    try {
      const get = (address: string) => fetch(url + address);
      expect(await (await get('admin/')).text()).toContain('<title>园区导刊 编辑表单</title>');
      expect(await (await get('admin/handbook/')).text()).toContain('编辑手册');
      expect((await get('admin/app/form.js')).headers.get('content-type')).toContain('text/javascript');
      const { page, form, pageErrors, asked, close } = await openForm(browser, `${url}admin/`);
      await form.go('collections/articles/entries/2022-09/tangshan-four-faces');
      await form.fill('日期', '2022-09-24');
      await form.save();
      await saved(page);
      expect([pageErrors, [...asked]]).toEqual([[], []]);
      await close();
    } finally {
      stop();
    }
  }, 600_000);
});
