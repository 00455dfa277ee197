import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { run, serve } from '../lib/command.ts';
import { openPage } from '../lib/form-page.ts';
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

// files.test.ts tests that the sample's build has no form, dev.test.ts that the dev server has one.
if (LONG)
  it.each(['admin: { backend: github, repo: a/b }\n', 'admin: { backend: local }\n', ''])(
    'a form for the local machine only is in no build: %j',
    async (admin) => {
      const { 'site.yaml': settings } = bulletinFiles();
      const content = await writeFiles(bulletinFiles({ 'site.yaml': `${settings}${admin}` }));
      const outDir = path.join(await writeFiles({}), 'site');
      expect(
        await run('build', ['--outDir', outDir], { BULLETIN_CONTENT: content, SITE_URL: '' }),
      ).toMatchObject({ code: 0 });
      expect(existsSync(path.join(outDir, 'admin'))).toBe(false);
    },
  );
