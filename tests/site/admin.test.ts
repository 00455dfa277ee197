import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { LONG } from '../lib/long.ts';
import { run, start } from '../lib/command.ts';
import { FormDriver } from '../lib/form-driver.ts';

const below = inject('siteBelow');
const DEV = 'http://localhost:4761/';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(inject('browser'));
});
afterAll(() => browser.close());

/**
 * The form's page in a new profile; notes whom it asks, what its policy stops, and what goes wrong. Nothing of
 * another host is answered: what counts is who is asked.
 */
async function openPage(url: string, width = 1280) {
  // The form draws only what is in view: here all of it is, and nothing moves while it is used.
  // A sixteenth of the pixels: drawing them took most of the time where there is no graphics card.
  const context = await browser.newContext({
    viewport: { width, height: 9000 },
    deviceScaleFactor: 0.25,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  // Drawing so much takes long on a busy machine.
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  const asked = new Set<string>();
  page.on('request', (request) => {
    const { protocol, host, origin } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && host !== new URL(url).host) asked.add(origin);
  });
  await page.route(
    ({ host }) => host !== new URL(url).host,
    (route) => route.abort(),
  );
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`The policy stops ${violatedDirective} ${blockedURI}`);
    });
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return { page, faults, asked, close: () => context.close() };
}

/** The form on a copy of the sample. */
async function openForm(url: string, width?: number) {
  const opened = await openPage(url, width);
  const form = new FormDriver(opened.page, url);
  await form.open('content');
  return { ...opened, form };
}

/** What differs between the sample's files and those of the form, line by line. */
async function differences(files: Map<string, Buffer>): Promise<Record<string, string[] | 'new'>> {
  const changed: Record<string, string[] | 'new'> = {};
  for (const [name, after] of files) {
    const file = `content/${name}`;
    if (!existsSync(file)) changed[name] = 'new';
    else {
      const before = await readFile(file);
      if (!before.equals(after)) changed[name] = lineDifferences(before.toString(), after.toString());
    }
  }
  return changed;
}

function lineDifferences(before: string, after: string): string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !fresh.includes(line)).map((line) => `- ${line}`),
    ...fresh.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

async function drawing(name: string, background: string) {
  const buffer = await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
    .png()
    .toBuffer();
  return { name, mimeType: 'image/png', buffer };
}

const saved = (page: Page) => page.getByText('条目已保存').waitFor();

it('edits one field, says in Chinese what is wrong, makes an article with pictures, and all of it passes', async () => {
  const { page, form, faults, asked, close } = await openForm(`${below.url}admin/`);

  await form.go('collections/articles/entries/2022-09/tangshan-four-faces');
  await form.fill('日期', '2022-02-30');
  await form.save();
  const message = form.field('日期').getByRole('alert');
  await expect
    .poll(() => message.innerText())
    .toContain('不是日历上的日期。改法：写成 2022-09-30 或 2022-09');
  await form.fill('日期', '2022-09-24');
  await form.save();
  await saved(page);

  await form.go('collections/articles/new');
  await page.getByRole('textbox', { name: '文件名' }).fill('new-dock');
  await form.choose('期', '2022-10');
  await form.fill('标题', '新码头开工');
  await form.fill('日期', '2022-10-20');
  await form.choose('栏目', '园区要闻');
  await form.choose('园区', '唐山高新区');
  await form.choose('设区市', '唐山市');
  await form.choose('体裁', '消息');
  const byline = await form.add('署名');
  await form.fill('姓名', '本刊编辑部', byline);
  await form.choose('身份', '署名单位', byline);
  await form.choose('权利', '本刊');
  const cover = await form.add('题图');
  await form.upload(cover, await drawing('dock.png', 'teal'));
  await form.fill('替代文字', '码头上的吊机', cover);
  await form.fill('图片署名', '制图：本刊编辑部', cover);
  await form.fill('正文', '新码头10月20日开工，投资3.50亿元。\n\n工期两年。');
  const body = form.field('正文').getByRole('textbox');
  await body.press('ControlOrMeta+Home');
  const pictures = await form.add('插图');
  await form.upload(pictures, await drawing('crane.png', 'navy'));
  await form.fill('替代文字', '一台吊机', pictures);
  await form.fill('图注', '吊机示意图', pictures);
  await form.fill('图片署名', '制图：本刊编辑部', pictures);
  const facts = await form.add('数据');
  await form.fill('名目', '投资', facts);
  await form.fill('数值', '3.50', facts);
  await form.fill('单位', '亿元', facts);
  await form.fill('原文', '投资3.50亿元', facts);
  await form.choose('状态', '可发');
  await form.save();
  await saved(page);

  const files = await form.files();
  expect(await differences(files)).toEqual({
    'issues/2022-09/tangshan-four-faces.md': ['- date: 2022-09-23', '+ date: 2022-09-24'],
    'issues/2022-10/new-dock.md': 'new',
    'issues/2022-10/images/dock.png': 'new',
    'issues/2022-10/images/crane.png': 'new',
  });
  expect(files.get('issues/2022-10/new-dock.md')?.toString()).toBe(`---
title: 新码头开工
date: 2022-10-20
category: 园区要闻
park: 唐山高新区
city: 唐山市
genre: 消息
byline: 署名单位 本刊编辑部
rights: own
cover:
  src: ./images/dock.png
  alt: 码头上的吊机
  credit: 制图：本刊编辑部
facts:
  - { label: 投资, value: 3.50, unit: 亿元, quote: 投资3.50亿元 }
status: ready
---

新码头10月20日开工，投资3.50亿元。

![一台吊机](./images/crane.png "吊机示意图｜制图：本刊编辑部")

工期两年。
`);
  expect([faults, [...asked]]).toEqual([[], []]);
  await close();

  const content = await writeFiles(Object.fromEntries(files));
  const checked = await run('check', ['--content', content]);
  expect({ code: checked.code, errors: checked.stdout.match(/错误：.*/gu) }).toEqual({
    code: 0,
    errors: null,
  });
  const outDir = path.join(await writeFiles({}), 'site');
  const built = await run('build', ['--outDir', outDir, '--no-admin'], {
    BULLETIN_CONTENT: content,
    SITE_URL: '',
  });
  expect(built.stderr).not.toContain('错误');
  const html = await readFile(path.join(outDir, 'issues/2022-10/new-dock/index.html'), 'utf8');
  expect(html).toMatch(/<img src="\/pictures\/[0-9a-f]{12}-1200\.webp" [^>]*alt="一台吊机"/u);
  expect(existsSync(path.join(outDir, 'admin'))).toBe(false);
}, 600_000);

/** The dialog that shows both versions of what somebody else has changed; closed after it is read. */
async function refused(page: Page) {
  const dialog = page.getByRole('dialog', { name: '没有保存：别人也改了' });
  await dialog.waitFor();
  const texts = await dialog
    .getByRole('textbox')
    .evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value));
  const files = await dialog.getByText(/^文件 /u).allInnerTexts();
  const pictures = await dialog.getByRole('img').count();
  await dialog.getByRole('button', { name: '回到表单' }).click();
  await dialog.waitFor({ state: 'detached' });
  return { texts, files, pictures };
}

it('never writes over what a colleague has changed, made or removed meanwhile, and shows both versions', async () => {
  const { page, form, close } = await openForm(`${below.url}admin/`);
  const FILE = 'issues/2022-09/tangshan-four-faces.md';
  const before = (await form.files()).get(FILE)?.toString() ?? '';
  const entry = 'collections/articles/entries/2022-09/tangshan-four-faces';

  // Changed: also only by white space at its end, and by the same number of characters.
  for (const theirs of [before.replace('2022-09-23', '2022-09-25'), `${before}\n`]) {
    await form.change({ [FILE]: before });
    await form.go(entry);
    await form.fill('日期', '2022-09-24');
    await form.change({ [FILE]: theirs });
    await form.save();
    expect(await refused(page)).toEqual({
      texts: [before.replace('2022-09-23', '2022-09-24'), theirs],
      files: [`文件 content/${FILE}`],
      pictures: 0,
    });
    expect((await form.files()).get(FILE)?.toString()).toBe(theirs);
    expect(await form.field('日期').getByRole('textbox').inputValue()).toBe('2022-09-24');
  }

  // Removed.
  await form.change({ [FILE]: undefined });
  await form.save();
  expect(await refused(page)).toEqual({
    texts: [before.replace('2022-09-23', '2022-09-24')],
    files: [`文件 content/${FILE}：已经删去或移走`],
    pictures: 0,
  });
  expect((await form.files()).has(FILE)).toBe(false);

  // As it was read: saved.
  await form.change({ [FILE]: before });
  await form.save();
  await saved(page);
  expect((await form.files()).get(FILE)?.toString()).toBe(before.replace('2022-09-23', '2022-09-24'));

  // A new article and its picture, both of names that a colleague has used meanwhile.
  await form.go('collections/inbox/new');
  await page.getByRole('textbox', { name: '文件名' }).fill('night-shift');
  await form.fill('标题', '夜班');
  const cover = await form.add('题图');
  await form.upload(cover, await drawing('night.png', 'navy'));
  await form.fill('替代文字', '夜里的灯', cover);
  await form.fill('图片署名', '制图：本刊编辑部', cover);
  const theirs = { 'inbox/night-shift.md': '别人的稿\n', 'inbox/images/night.png': '别人的图' };
  await form.change(theirs);
  await form.save();
  const { texts, files, pictures } = await refused(page);
  expect(files.sort()).toEqual(['文件 content/inbox/images/night.png', '文件 content/inbox/night-shift.md']);
  expect([pictures, texts[0]?.includes('title: 夜班'), texts[1]]).toEqual([2, true, '别人的稿\n']);
  const now = await form.files();
  expect(Object.keys(theirs).map((name) => now.get(name)?.toString())).toEqual(Object.values(theirs));
  expect(await form.field('标题').getByRole('textbox').inputValue()).toBe('夜班');
  await close();
}, 600_000);

it.each([390, 320])(
  'has the link to the page at %i pixels',
  async (width) => {
    const { page, form, faults, close } = await openForm(`${below.url}admin/`, width);
    await form.go('collections/articles/entries/2022-09/tangshan-four-faces');
    const buttons = page.getByRole('toolbar', { name: '主要' }).getByRole('button');
    const link = page.getByRole('button', { name: '看网页（已保存的）' });
    await link.waitFor();
    for (const button of await buttons.all()) {
      const { x = 0, width: wide = 0 } = (await button.boundingBox()) ?? {};
      expect(x + wide).toBeLessThanOrEqual(width);
    }
    const popup = page.waitForEvent('popup');
    await link.click();
    expect((await popup).url()).toBe(`${below.url}issues/2022-09/tangshan-four-faces/`);
    expect(faults).toEqual([]);
    await close();
  },
  300_000,
);

it('shows drawings: each stands in another one that Sveltia makes, and the policy lets both be shown', async () => {
  const { page, faults, close } = await openForm(`${below.url}admin/`);
  await page.goto(`${below.url}admin/#/assets`);
  await page.locator('img[src^="blob:"]').nth(5).waitFor();
  await page.waitForTimeout(1000);
  expect(faults).toEqual([]);
  await close();
}, 300_000);

/** Publishes a small bulletin with a form, and serves it. */
async function published(admin: string, port: number) {
  const { 'site.yaml': settings } = bulletinFiles();
  const content = await writeFiles(bulletinFiles({ 'site.yaml': `${settings}admin: ${admin}\n` }));
  const outDir = path.join(await writeFiles({}), 'site');
  const env = { BULLETIN_CONTENT: content, SITE_URL: '' };
  expect(await run('build', ['--outDir', outDir], env)).toMatchObject({ code: 0 });
  const { child, output } = start('preview', ['--outDir', outDir, '--port', String(port)], env);
  await expect.poll(() => output.stdout, { timeout: 60_000 }).toContain(`http://localhost:${port}/`);
  return { url: `http://localhost:${port}/admin/`, stop: () => child.kill() };
}

describe('a published form', () => {
  it('is Chinese, not for search engines, sends no address on, and comes with the handbook', async () => {
    const html = await readFile(path.join(below.dir, 'admin/index.html'), 'utf8');
    expect(html).toContain('<title>园区导刊 编辑表单</title>');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('<meta name="referrer" content="no-referrer">');
    expect(html.replaceAll('&#39;', "'")).toContain(
      `<meta http-equiv="content-security-policy" content="default-src 'none'; `,
    );
    expect(existsSync(path.join(below.dir, 'admin/handbook/rules/index.html'))).toBe(true);
  });

  const SERVICES: [admin: string, port: number, services: string[]][] = [
    ['{ backend: github, repo: a/b, publish: true }', 4762, ['https://api.github.com']],
    ['{ backend: gitlab, repo: a/b, publish: true }', 4763, ['https://gitlab.com']],
    [
      '{ backend: gitea, repo: a/b, publish: true, apiRoot: https://git.example/api/v1, baseUrl: https://git.example }',
      4764,
      ['https://git.example'],
    ],
  ];

  it.each(LONG ? SERVICES : SERVICES.slice(0, 1))(
    'for %s asks its service and no other host',
    async (admin, port, services) => {
      const { url, stop } = await published(admin, port);
      try {
        const { page, faults, asked, close } = await openPage(url);
        await page.goto(url);
        await page.getByRole('button', { name: '使用访问令牌登录' }).click();
        await page.getByRole('textbox').fill('secret-token');
        await page.getByRole('button', { name: '登录', exact: true }).click();
        await expect.poll(() => [...asked]).toEqual(services);
        await page.waitForTimeout(1000);
        expect([...asked]).toEqual(services);
        expect(faults.filter((fault) => fault.includes('policy'))).toEqual([]);
        await close();
      } finally {
        stop();
      }
    },
    120_000,
  );
});

describe('a form for one’s own machine', () => {
  const SETTINGS = ['admin: { backend: github, repo: a/b }\n', 'admin: { backend: local }\n', ''];
  it.each(LONG ? SETTINGS : SETTINGS.slice(0, 1))('is in no build: %j', async (admin) => {
    const { 'site.yaml': settings } = bulletinFiles();
    const content = await writeFiles(bulletinFiles({ 'site.yaml': `${settings}${admin}` }));
    const outDir = path.join(await writeFiles({}), 'site');
    expect(
      await run('build', ['--outDir', outDir], { BULLETIN_CONTENT: content, SITE_URL: '' }),
    ).toMatchObject({ code: 0 });
    expect(existsSync(path.join(outDir, 'admin'))).toBe(false);
  });

  it('is in the dev server with the handbook, also where the site does not speak of it, and asks nobody', async () => {
    const sample = await writeFiles({});
    await cp('content', sample, { recursive: true });
    const settings = path.join(sample, 'site.yaml');
    await writeFile(settings, (await readFile(settings, 'utf8')).replace(/^admin: .*\n/mu, ''));
    const { child, output } = start('dev', ['--port', '4761'], {
      NODE_ENV: 'development',
      SITE_URL: '',
      BULLETIN_CONTENT: sample,
    });
    try {
      await expect.poll(() => output.stdout, { timeout: 60_000 }).toContain(DEV);
      const get = (address: string) => fetch(DEV + address);
      expect(await (await get('admin/')).text()).toContain('<title>园区导刊 编辑表单</title>');
      expect(await (await get('admin/handbook/')).text()).toContain('编辑手册');
      expect((await get('admin/app/form.js')).headers.get('content-type')).toContain('text/javascript');
      const { page, form, faults, asked, close } = await openForm(`${DEV}admin/`);
      await form.go('collections/articles/entries/2022-09/tangshan-four-faces');
      await form.fill('日期', '2022-09-24');
      await form.save();
      await saved(page);
      expect([faults, [...asked]]).toEqual([[], []]);
      await close();
    } finally {
      child.kill();
    }
  }, 600_000);
});
