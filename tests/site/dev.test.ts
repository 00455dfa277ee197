import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { article, bulletinFiles, inFolder, writeFiles } from '../lib/bulletin-files.ts';
import { serve } from '../lib/command.ts';
import { openForm, saved } from '../lib/form-page.ts';
import { connectBrowser } from '../lib/shared-browser.ts';

/* One dev server for all tests: it takes seconds to start. */

let root: string;
let dir: string;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const draft = (title: string, body?: string) => article(title, '', body).replace('ready', 'draft');
  const files = bulletinFiles({
    'issues/2022-09/third.md': draft('第三篇'),
    'issues/2022-09/chart.mdx': article('图表', 'dateline: 本报讯\n', '原来的正文。'),
    'inbox/招商 稿.md':
      '---\ntitle: 招商的稿\n---\n\n甲园开工。\n\n![画面](./images/a.svg "车间｜制图：本刊编辑部")\n',
    'inbox/images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"/>',
    'inbox/chart.mdx': draft('图表', '<BarChart caption="进度" unit="项" data="开工 12；完工 3" />'),
    'inbox/code.mdx': draft('有程序的', '甲园{1 + 1}。'),
    'inbox/broken.md': '---\ntitle：坏稿\n---\n\n坏稿的正文\n',
  });
  root = await writeFiles({
    ...inFolder('content', files),
    'theme/style.css': ':root { --line-width: 33rem; }\n',
  });
  dir = `${root}/content`;
  server = await serve('dev', [], { BULLETIN_CONTENT: dir, NODE_ENV: 'development' });
});

afterAll(() => server.stop());

it('has the form with the handbook, though the site does not configure it; the form sends no requests', async () => {
  const get = (address: string) => fetch(new URL(address, server.url));
  expect(await (await get('admin/')).text()).toContain('<title>港城月刊 编辑表单</title>');
  expect(await (await get('admin/handbook/')).text()).toContain('编辑手册');
  expect((await get('admin/app/form.js')).headers.get('content-type')).toContain('text/javascript');
  const browser = await connectBrowser();
  const folder = await writeFiles(bulletinFiles());
  const { page, form, pageErrors, asked } = await openForm(browser, `${server.url}admin/`, 1280, folder);
  await form.go('collections/articles/entries/2022-09/second');
  await form.fill('日期', '2022-09-24');
  await form.save();
  await saved(page);
  expect([pageErrors, [...asked]]).toEqual([[], []]);
  await browser.close();
});

it('shows drafts with a banner, picks up every edit, and reports errors without stopping', async () => {
  const { url, output } = server;
  // Titles say where a line may break.
  const page = async (address: string) =>
    (await (await fetch(new URL(address, url))).text()).replaceAll('<wbr>', '');
  const draft = '/issues/2022-09/third/';
  expect(await page(draft)).toContain('草稿：只在本机预览可见，不会发布');

  const file = `${dir}/issues/2022-09/third.md`;
  await writeFile(file, (await readFile(file, 'utf8')).replace('title: 第三篇', 'title: 改过的题目'));
  await expect.poll(() => page(draft)).toContain('<h1>改过的题目</h1>');

  const chart = '/issues/2022-09/chart/';
  expect(await page(chart)).toContain(
    '<span class="dateline">本报讯</span>原来的正文。<a class="to-paragraph"',
  );
  const mdx = `${dir}/issues/2022-09/chart.mdx`;
  await writeFile(mdx, (await readFile(mdx, 'utf8')).replace('原来的正文', '改过的正文'));
  await expect.poll(() => page(chart)).toContain('</span>改过的正文。<a class="to-paragraph"');
  await writeFile(mdx, (await readFile(mdx, 'utf8')).replace('改过的正文', '{1 + 1}'));
  await expect.poll(() => output.stderr).toMatch(/2022-09\/chart\.mdx:\d+:\d+ 错误：稿件里不能有程序/u);
  expect(await page(chart)).not.toContain('<h1>图表</h1>');

  const browser = await connectBrowser();
  const open = await browser.newPage();
  await open.goto(new URL(draft, url).href);
  // The page opens before its Vite script listens.
  await open.waitForLoadState('networkidle');
  await writeFile(file, (await readFile(file, 'utf8')).replace('title: 改过的题目', 'title: 又改的题目'));
  await expect.poll(() => open.locator('h1').innerText()).toBe('又改的题目');
  await browser.close();

  await writeFile(`${dir}/issues/2022-09/fourth.md`, article('新来的一篇'));
  await expect.poll(() => page('/issues/2022-09/fourth/')).toContain('<h1>新来的一篇</h1>');

  expect(await page('/')).toContain('--line-width:33rem;}');
  await writeFile(`${root}/theme/style.css`, ':root { --line-width: 34rem; }\n');
  await expect.poll(() => page('/')).toContain('--line-width:34rem;}');

  await writeFile(file, '---\ntitle：坏稿\n---\n');
  await expect.poll(() => output.stderr).toMatch(/third\.md:2:\d+ 错误：字段名“title”后面用了中文冒号“：”/u);
  expect(await page('/issues/2022-09/fourth/')).toContain('<h1>新来的一篇</h1>');
});

it('shows the inbox: drafts, broken files, pictures, and each change', async () => {
  const { url, output } = server;
  expect(output.stdout).toContain(`来稿箱：${url}inbox/\n`);
  const page = async (address: string) => {
    const answer = await fetch(new URL(address, url));
    return [answer.status, await answer.text()] as const;
  };
  const text = async (address: string) => (await page(address))[1];
  expect(await text('/inbox/')).toContain('>招商的稿</a>');

  const shown = await text(`/inbox/${encodeURIComponent('招商 稿')}/`);
  expect(shown).toContain('草稿：只在本机预览可见，不会发布');
  expect(shown).toContain('<h1>招商的稿</h1>');
  expect(shown).toContain('栏目（category）：可选：');
  expect(shown).toContain('甲园开工。');
  const picture = /<img src="([^"]+)"/u.exec(shown)?.[1] ?? '';
  expect((await page(picture))[0]).toBe(200);

  expect(await text('/inbox/chart/')).toContain('完工');
  expect(await text('/inbox/chart/')).not.toContain('&lt;BarChart');
  const [status, code] = await page('/inbox/code/');
  expect([status, code.includes('稿件里不能有程序'), code.includes('甲园{1 + 1}。')]).toEqual([
    200,
    true,
    true,
  ]);
  const broken = await text('/inbox/broken/');
  expect(broken).toContain('字段名“title”后面用了中文冒号“：”');
  expect(broken).toContain('坏稿的正文');

  await writeFile(path.join(dir, 'inbox/broken.md'), '---\ntitle: 改好的稿\n---\n\n坏稿的正文\n');
  await expect.poll(() => text('/inbox/broken/')).toContain('<h1>改好的稿</h1>');
});
