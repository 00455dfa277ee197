import { readFile, writeFile } from 'node:fs/promises';
import { expect, inject, it } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { article, bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { start } from '../lib/command.ts';

it('shows drafts with a banner, follows every edit, and tells faults without stopping', async () => {
  const dir = await writeFiles(
    bulletinFiles({ 'issues/2022-09/third.md': article('第三篇').replace('status: ready', 'status: draft') }),
  );
  const { child, output } = start('dev', ['--port', '4751'], {
    BULLETIN_CONTENT: dir,
    NODE_ENV: 'development',
  });
  try {
    await expect.poll(() => output.stdout, { timeout: 60_000 }).toContain('http://localhost:4751/');
    const page = async (address: string) => (await fetch(`http://localhost:4751${address}`)).text();
    const draft = '/issues/2022-09/third/';
    expect(await page(draft)).toContain('草稿：只在本机预览可见，不会发布');

    const file = `${dir}/issues/2022-09/third.md`;
    await writeFile(file, (await readFile(file, 'utf8')).replace('title: 第三篇', 'title: 改过的题目'));
    await expect.poll(() => page(draft), { timeout: 20_000 }).toContain('<h1>改过的题目</h1>');

    const browser = await launchBrowser(inject('browser'));
    const open = await browser.newPage();
    await open.goto(`http://localhost:4751${draft}`);
    // The page is open before Vite's script in it listens.
    await open.waitForLoadState('networkidle');
    await writeFile(file, (await readFile(file, 'utf8')).replace('title: 改过的题目', 'title: 又改的题目'));
    await expect.poll(() => open.locator('h1').innerText(), { timeout: 20_000 }).toBe('又改的题目');
    await browser.close();

    await writeFile(`${dir}/issues/2022-09/fourth.md`, article('新来的一篇'));
    await expect
      .poll(() => page('/issues/2022-09/fourth/'), { timeout: 20_000 })
      .toContain('<h1>新来的一篇</h1>');

    await writeFile(file, '---\ntitle：坏稿\n---\n');
    await expect
      .poll(() => output.stderr, { timeout: 20_000 })
      .toContain('字段名“title”后面用了中文冒号“：”');
    expect(await page('/issues/2022-09/fourth/')).toContain('<h1>新来的一篇</h1>');
  } finally {
    child.kill();
  }
});
