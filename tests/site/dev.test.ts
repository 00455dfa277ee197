import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { article, bulletinFiles, inFolder, writeFiles } from '../lib/bulletin-files.ts';
import { serve } from '../lib/command.ts';
import { connectBrowser } from '../lib/shared-browser.ts';

it('shows drafts with a banner, picks up every edit, and reports errors without stopping', async () => {
  const files = bulletinFiles({
    'issues/2022-09/third.md': article('第三篇').replace('status: ready', 'status: draft'),
    'issues/2022-09/chart.mdx': article('图表', 'dateline: 本报讯\n', '原来的正文。'),
  });
  const root = await writeFiles({
    ...inFolder('content', files),
    'theme/style.css': ':root { --line-width: 33rem; }\n',
  });
  const dir = `${root}/content`;
  const { url, output, stop } = await serve('dev', [], { BULLETIN_CONTENT: dir, NODE_ENV: 'development' });
  try {
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
    await expect.poll(() => output.stderr).toContain('稿件里不能有程序');
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
    await expect.poll(() => output.stderr).toContain('字段名“title”后面用了中文冒号“：”');
    expect(await page('/issues/2022-09/fourth/')).toContain('<h1>新来的一篇</h1>');
  } finally {
    stop();
  }
});
