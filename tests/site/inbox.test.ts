import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { article, bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { serve } from '../lib/command.ts';
import { siteFiles } from '../lib/site-files.ts';

it('the dev server shows the inbox: drafts, broken files, pictures, and each change', async () => {
  const draft = (title: string, body: string) => article(title, '', body).replace('ready', 'draft');
  const dir = await writeFiles(
    bulletinFiles({
      'inbox/招商 稿.md':
        '---\ntitle: 招商的稿\n---\n\n甲园开工。\n\n![画面](./images/a.svg "车间｜制图：本刊编辑部")\n',
      'inbox/images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"/>',
      'inbox/chart.mdx': draft('图表', '<BarChart caption="进度" unit="项" data="开工 12；完工 3" />'),
      'inbox/code.mdx': draft('有程序的', '甲园{1 + 1}。'),
      'inbox/broken.md': '---\ntitle：坏稿\n---\n\n坏稿的正文\n',
    }),
  );
  const { url, output, stop } = await serve('dev', [], { BULLETIN_CONTENT: dir, NODE_ENV: 'development' });
  try {
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
  } finally {
    stop();
  }
});

it('the built site contains nothing from the inbox', async () => {
  const { dir } = inject('site');
  const files = await siteFiles(dir);
  expect(files.filter((file) => file.startsWith('inbox'))).toEqual([]);
  for (const file of files.filter((each) => /\.(?:html|json|xml|js)$/u.test(each))) {
    const text = await readFile(path.join(dir, file), 'utf8');
    expect([file, text.includes('一条产业链，三份清单')]).toEqual([file, false]);
  }
});
