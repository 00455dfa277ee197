import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { build } from '../lib/builder.ts';
import { bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { serve } from '../lib/command.ts';
import { openPage } from '../lib/form-page.ts';
import { LONG } from '../lib/long.ts';
import { MARKED, markedFiles } from '../lib/marked-bulletin.ts';
import { valueAt } from '../lib/schema-paths.ts';
import { connectBrowser } from '../lib/shared-browser.ts';
import { htmlPages } from '../lib/site-files.ts';
import { BUILT, PRINTED } from '../lib/varied-fields.ts';

const below = inject('siteBelow');

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

/** Publishes a bulletin that has every field, with a form, and serves it. */
async function publish(admin: Record<string, string>) {
  const data = { ...MARKED.site?.data, admin: { ...admin, publish: true } };
  const content = await writeFiles(markedFiles({ kind: 'site', data }));
  const dir = path.join(await writeFiles({}), 'site');
  const env = { BULLETIN_CONTENT: content, SITE_URL: '' };
  expect(await build('build', ['--outDir', dir], env)).toMatchObject({ code: 0 });
  return { dir, ...(await serve('preview', ['--outDir', dir], env)) };
}

it('a published form is in Chinese, excludes search engines, sends no referrer, and includes the handbook', async () => {
  const html = await readFile(path.join(below.dir, 'admin/index.html'), 'utf8');
  expect(html).toContain('<title>园区导刊 编辑表单</title>');
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain('<meta name="referrer" content="no-referrer">');
  expect(html.replaceAll('&#39;', "'")).toContain(
    `<meta http-equiv="content-security-policy" content="default-src 'none'; `,
  );
  expect(existsSync(path.join(below.dir, 'admin/handbook/rules/index.html'))).toBe(true);
});

const SERVICES: [admin: Record<string, string>, services: string[]][] = [
  [{ backend: 'github', repo: 'a/b' }, ['https://api.github.com']],
  [{ backend: 'gitlab', repo: 'a/b' }, ['https://gitlab.com']],
  [
    { backend: 'gitea', repo: 'a/b', apiRoot: 'https://git.example/api/v1', baseUrl: 'https://git.example' },
    ['https://git.example'],
  ],
];

describe.each(LONG ? SERVICES : SERVICES.slice(0, 1))('a site with a form for %j', (admin, services) => {
  let site: Awaited<ReturnType<typeof publish>>;
  beforeAll(async () => {
    site = await publish(admin);
  });
  afterAll(() => site.stop());

  it('sends requests of the form to its service and no other host', async () => {
    const address = `${site.url}admin/`;
    const { page, pageErrors, asked, close } = await openPage(browser, address);
    await page.goto(address);
    await page.getByRole('button', { name: '使用访问令牌登录' }).click();
    await page.getByRole('textbox').fill('secret-token');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect.poll(() => [...asked]).toEqual(services);
    await page.waitForTimeout(1000);
    expect([...asked]).toEqual(services);
    expect(pageErrors.filter((error) => error.includes('policy'))).toEqual([]);
    await close();
  });

  it('shows every printed field in a page as typed', async () => {
    const pages = [...(await htmlPages(site.dir))].filter(([name]) => !name.startsWith('admin/'));
    const printed = pages.flat().join('\n');
    const missing = [...PRINTED].filter((name) => {
      const [kind = '', ...rest] = name.split('.');
      const value = valueAt(MARKED[kind]?.data, rest.join('.'));
      return !printed.includes(String(Array.isArray(value) ? value[0] : value));
    });
    expect(missing).toEqual([]);
    for (const file of Object.values(BUILT)) expect(existsSync(path.join(site.dir, file))).toBe(true);
  });
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
        await build('build', ['--outDir', outDir], { BULLETIN_CONTENT: content, SITE_URL: '' }),
      ).toMatchObject({ code: 0 });
      expect(existsSync(path.join(outDir, 'admin'))).toBe(false);
    },
  );
