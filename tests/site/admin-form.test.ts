import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { writeFiles } from '../lib/bulletin-files.ts';
import { drawing, openForm, saved } from '../lib/form-page.ts';
import { runHere } from '../lib/run-here.ts';
import { connectBrowser } from '../lib/shared-browser.ts';

const below = inject('siteBelow');

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

/** Differences between the sample's files and those of the form, line by line. */
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

it('edits one field, reports errors in Chinese, creates an article with pictures, and passes the check', async () => {
  const { page, form, pageErrors, asked, close } = await openForm(browser, `${below.url}admin/`);

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
  expect([pageErrors, [...asked]]).toEqual([[], []]);
  await close();

  const content = await writeFiles(Object.fromEntries(files));
  const checked = await runHere('check', ['--content', content]);
  expect({ code: checked.code, errors: checked.stdout.match(/错误：.*/gu) }).toEqual({
    code: 0,
    errors: null,
  });
  const { content: read } = await readContent(content);
  expect(read?.articles.find(({ id }) => id === '2022-10/new-dock')).toMatchObject({
    title: '新码头开工',
    public: true,
    pictures: { './images/crane.png': expect.anything() },
  });
}, 600_000);
