import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressesOf } from '../../scripts/lib/addresses/address-reminders.ts';
import { serveFolder, type ServedFolder } from '../../scripts/lib/static-server.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { indexHtml } from '../../src/search/indexing/index-html.ts';
import { axeViolations } from '../lib/axe.ts';
import { article, bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { build } from '../lib/builder.ts';
import { drawn } from '../lib/hostile-svg.ts';
import { onlyLong } from '../lib/long.ts';
import { connectBrowser } from '../lib/shared-browser.ts';
import { brokenLinks, builtAddresses, htmlPages, siteFiles } from '../lib/site-files.ts';

/* One small site with pictures, withdrawn articles and former addresses: its build takes seconds. */

const photo = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();

const BODY = `甲园开工。![工地](./images/wide.jpg "工地｜摄影：甲某")接着说。

![塔吊](./images/tall.jpg "塔吊｜摄影：乙某")

![长图](./images/strip.jpg "长图｜制图：丙某")

![全景](./images/panorama.jpg "全景｜摄影：甲某")

![一](./images/wide.jpg "一｜摄影：甲某")![二](./images/tall.jpg "二｜摄影：乙某")

- 封顶![三](./images/tall.jpg "三｜摄影：乙某")

| 项目 | 现场 |
| --- | --- |
| 一期 | ![四](./images/tall.jpg "四｜摄影：乙某") |

> ![五](./images/drawing.svg "五｜制图：丙某")
`;
const COVER = 'cover: { src: ./images/tall.jpg, alt: 封面, caption: 封面图, credit: 摄影：乙某 }\n';

let browser: Browser;
let served: ServedFolder;
let content: string;
let outDir: string;
beforeAll(async () => {
  const withdrawn = (more: string) => `status: withdrawn\nwithdrawn: { date: 2022-11-08${more} }`;
  content = await writeFiles(
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
      'issues/2022-09/images/wide.jpg': await photo(1500, 1000, 'teal'),
      'issues/2022-09/images/tall.jpg': await photo(1000, 1500, 'navy'),
      'issues/2022-09/images/strip.jpg': await photo(700, 6000, 'olive'),
      'issues/2022-09/images/panorama.jpg': await photo(7000, 900, 'brown'),
      'issues/2022-09/images/drawing.svg': drawn('<rect width="9" height="9"/>').replace(
        'width="9" height="9"',
        'width="900" height="1500"',
      ),
      'issues/2022-09/first.md': article('第一篇', `lead: true\n${COVER}`, BODY),
      'issues/2022-09/pictures.mdx': article('另一篇有图的', '', BODY),
    }),
  );
  outDir = path.join(await writeFiles({}), 'site');
  const built = await build('build', ['--outDir', outDir], { BULLETIN_CONTENT: content, SITE_URL: '' });
  expect([built.code, built.stderr]).toEqual([0, expect.not.stringContaining('没有网址清单')]);
  served = await serveFolder(outDir);
  browser = await connectBrowser();
});
afterAll(async () => {
  await browser.close();
  served.server.close();
});

const pageOf = (slug: string) => readFile(path.join(outDir, `issues/2022-09/${slug}/index.html`), 'utf8');

const CANARIES = ['第三篇', '丙县来客', '黄鹂', '白鹭'];

it('a withdrawn article leaves only a notice; old addresses and former ids redirect', async () => {
  const { content: read } = await readContent(content);
  expect(await builtAddresses(outDir)).toEqual(read && addressesOf(read));
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

it('prints every picture of .md and .mdx with caption, credit and a link to its largest copy', async () => {
  const figures = (html: string) =>
    [...html.matchAll(/<figure class="picture[\s\S]*?<\/figure>/gu)].map(([figure]) =>
      figure
        .replace(/<img [^>]*>/u, '<img>')
        .replace(/\/[0-9a-f]{12}/u, '/#')
        .replaceAll(/\s*\n\s*/gu, ''),
    );
  const [cover, ...body] = figures(await pageOf('first'));
  expect(cover).toContain('href="/pictures/#-1000.webp" aria-label="查看大图：封面"');
  expect(cover).toMatch(/<figcaption>\s*封面图\s*<span class="credit">摄影：乙某<\/span>\s*<\/figcaption>/u);
  expect(
    body.map((figure) =>
      figure.replace(
        /<figure class="(.*?)"><a href="(.*?)" aria-label="(.*?)"><img><\/a><figcaption>(.*?)<span class="credit">(.*?)<\/span><\/figcaption><\/figure>/u,
        '$1 | $2 | $3 | $4 | $5',
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "picture | /pictures/#-1500.webp | 查看大图：工地 | 工地 | 摄影：甲某",
      "picture portrait | /pictures/#-1000.webp | 查看大图：塔吊 | 塔吊 | 摄影：乙某",
      "picture portrait | /pictures/#-700.webp | 查看大图：长图 | 长图 | 制图：丙某",
      "picture | /pictures/#-6222.webp | 查看大图：全景 | 全景 | 摄影：甲某",
      "picture | /pictures/#-1500.webp | 查看大图：一 | 一 | 摄影：甲某",
      "picture portrait | /pictures/#-1000.webp | 查看大图：二 | 二 | 摄影：乙某",
      "picture portrait | /pictures/#-1000.webp | 查看大图：三 | 三 | 摄影：乙某",
      "picture portrait | /pictures/#-1000.webp | 查看大图：四 | 四 | 摄影：乙某",
      "picture portrait transparent | /pictures/#.svg | 查看大图：五 | 五 | 制图：丙某",
    ]
  `);
  expect(figures(await pageOf('pictures'))).toEqual(body);
  expect(await brokenLinks(outDir, '/')).toEqual([]);
});

it('adds only captions and credits to the search index', async () => {
  const text = indexHtml(await pageOf('first')).printed;
  expect(text).toContain('甲园开工。');
  expect(text).toContain('封面图');
  expect(text).not.toContain('查看大图');
});

it.each([[390, 844], [844, 390], ...onlyLong([1280, 720])])(
  'shows no picture taller than a window of %i by %i, and none out of shape',
  async (width, height) => {
    const page = await browser.newPage({ viewport: { width, height } });
    for (const address of ['', 'issues/2022-09/', 'issues/2022-09/first/', 'issues/2022-09/pictures/']) {
      await page.goto(`${served.url}${address}`);
      const pictures = await page.evaluate(async () => {
        const all = [...document.querySelectorAll<HTMLImageElement>('main img')];
        for (const image of all) image.loading = 'eager';
        await Promise.all(all.map((image) => image.decode()));
        return all.map((image) => {
          const box = image.getBoundingClientRect();
          const free = image.naturalWidth / image.naturalHeight / (box.width / box.height);
          return {
            height: box.height,
            kept: Math.abs(free - 1) < 0.02 || getComputedStyle(image).objectFit !== 'fill',
          };
        });
      });
      expect(pictures.length).toBeGreaterThan(0);
      expect(pictures.filter((picture) => picture.height > height || !picture.kept)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    await page.close();
  },
);

it('enlarges a picture without a script, by mouse and by accessible name, and passes axe', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${served.url}issues/2022-09/first/`);
  expect(await axeViolations(page)).toEqual([]);
  await context.close();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  for (const [name, size] of [
    ['查看大图：全景', '6222'],
    ['查看大图：长图', '700'],
    ['查看大图：五', 'svg'],
  ] as const) {
    await still.goto(`${served.url}issues/2022-09/first/`);
    await still.getByRole('link', { name }).click();
    expect(still.url()).toMatch(
      size === 'svg' ? /\/[0-9a-f]{12}\.svg$/u : new RegExp(`-${size}\\.webp$`, 'u'),
    );
  }
  await plain.close();
});
