import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { addressesOf } from '../../scripts/lib/addresses/address-reminders.ts';
import { UNLISTED } from '../../src/core/published-addresses.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { article, bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { run } from '../lib/command.ts';
import { brokenLinks, htmlPages, siteFiles } from '../lib/site-files.ts';

/** Pages that no list names: later pages of lists, the page for printing an issue, the form. */
const UNNAMED = /^\/admin\/|^\/(?!issues)[^/]+\/[^/]+\/\d+\/$|^\/issues\/[^/]+\/print\/$/u;

/** The addresses of all pages of a site that must stay reachable. */
async function built(dir: string): Promise<string[]> {
  return (await siteFiles(dir))
    .filter((file) => file.endsWith('index.html'))
    .map((file) => `/${file.slice(0, -'index.html'.length)}`)
    .filter((address) => !UNLISTED.has(address) && !UNNAMED.test(address))
    .sort();
}

it('the sample has exactly the pages and redirects of its list of addresses', async () => {
  const { content } = await readContent('content');
  const addresses = content ? addressesOf(content) : [];
  expect(await readFile('content/addresses.txt', 'utf8')).toBe(`${addresses.join('\n')}\n`);
  expect(await built(inject('site').dir)).toEqual(addresses);
});

const CANARIES = ['第三篇', '丙县来客', '黄鹂', '白鹭'];

it('a withdrawn article leaves only a notice; old addresses and former ids redirect', async () => {
  const withdrawn = (more: string) => `status: withdrawn\nwithdrawn: { date: 2022-11-08${more} }`;
  const dir = await writeFiles(
    bulletinFiles({
      'pages/corrections.md': '---\ntitle: 更正\naliases: [/gengzheng/]\n---\n\n文。\n',
      'parks/jia.yaml': `${bulletinFiles()['parks/jia.yaml']}formerIds: [old-jia]\n`,
      'issues/2022-09/issue.yaml': `${bulletinFiles()['issues/2022-09/issue.yaml']}aliases: [/issues/2022-08/]\n`,
      'issues/2022-09/second.md': article(
        '第二篇',
        'corrections: [{ date: 2022-11-07, text: 应为13个。 }]\nrelated: [2022-09/third, 2022-09/fourth]\n',
      ),
      'issues/2022-09/third.md': article(
        '第三篇',
        'summary: 黄鹂\ncounty: [丁市城区, 丙县]\ntopics: [营商环境]\naliases: [/old/third.html/]\n',
        '白鹭。',
      )
        .replace('署名单位 本刊编辑部', '记者 丙县来客')
        .replace('status: ready', withdrawn(', hideTitle: true')),
      'issues/2022-09/fourth.md': article('第四篇', 'lead: false\n', '白鹭。').replace(
        'status: ready',
        withdrawn(', reason: 数据有误'),
      ),
      'addresses.txt': '/regions/990201/\n/issues/1999/\n',
    }),
  );
  const outDir = path.join(await writeFiles({}), 'site');
  const result = await run('build', ['--outDir', outDir], { BULLETIN_CONTENT: dir, SITE_URL: '' });
  expect([result.code, result.stderr]).toEqual([0, expect.not.stringContaining('没有网址清单')]);
  const { content } = await readContent(dir);
  expect(await built(outDir)).toEqual(content && addressesOf(content));
  expect(await brokenLinks(outDir, '/')).toEqual([]);

  const page = async (address: string) => readFile(path.join(outDir, address, 'index.html'), 'utf8');
  const main = async (address: string) =>
    /<main.*<\/main>/su
      .exec(await page(address))?.[0]
      .replaceAll('<wbr>', '')
      .replace(/<[^>]*>/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim();
  expect(await main('issues/2022-09/third')).toBe(
    '首页 2022年9月号 已撤稿 2022年11月8日 ，本刊撤下这篇稿件，不再提供阅读。 本期目录 2022年9月号',
  );
  expect(await main('issues/2022-09/fourth')).toBe(
    '首页 2022年9月号 第四篇 已撤稿 2022年11月8日 ，本刊撤下这篇稿件，不再提供阅读。 理由：数据有误 本期目录 2022年9月号',
  );
  expect(await page('issues/2022-09/fourth')).toContain('<meta name="robots" content="noindex">');
  expect(await main('corrections')).toContain(
    '已刊登的更正和撤稿 撤稿 第四篇 数据有误 2022年11月8日 撤稿 2022年9月号的一篇稿件 2022年11月8日 更正 第二篇 应为13个。 2022年11月7日',
  );
  expect(await main('issues/2022-09/second')).toContain('本文有更正（2022年11月7日），见文末');
  expect(await main('regions/990201')).toContain('目前没有稿件');
  expect(await main('issues/1999')).toContain('这一年现在没有刊期');
  expect(await page('old/third.html')).toBe(
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; base-uri 'none'; form-action 'none'"><meta http-equiv="refresh" content="0; url=/issues/2022-09/third/"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>已撤稿</title></head><body><p>这个网址已改为：<a href="/issues/2022-09/third/">已撤稿</a></p></body></html>`,
  );
  expect(await page('parks/old-jia')).toContain('url=/parks/jia/');

  const naming: string[] = [];
  for (const file of await siteFiles(outDir)) {
    const text = await readFile(path.join(outDir, file), 'utf8');
    naming.push(...CANARIES.filter((canary) => text.includes(canary)).map((canary) => `${file}: ${canary}`));
  }
  expect(naming).toEqual([]);
  const withFourth = [...(await htmlPages(outDir))].filter(([, html]) => html.includes('第四篇'));
  expect(withFourth.map(([name]) => name).sort()).toEqual([
    'corrections/index.html',
    'issues/2022-09/fourth/index.html',
  ]);
});
