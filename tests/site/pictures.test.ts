import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveFolder, type ServedFolder } from '../../scripts/lib/static-server.ts';
import { indexHtml } from '../../src/search/indexing/index-html.ts';
import { axeViolations } from '../lib/axe.ts';
import { article, bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { run } from '../lib/command.ts';
import { drawn } from '../lib/hostile-svg.ts';
import { connectBrowser } from '../lib/shared-browser.ts';
import { brokenLinks } from '../lib/site-files.ts';

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
let outDir: string;
beforeAll(async () => {
  const content = await writeFiles(
    bulletinFiles({
      'issues/2022-09/images/wide.jpg': await photo(1500, 1000, 'teal'),
      'issues/2022-09/images/tall.jpg': await photo(1000, 1500, 'navy'),
      'issues/2022-09/images/strip.jpg': await photo(700, 6000, 'olive'),
      'issues/2022-09/images/panorama.jpg': await photo(7000, 900, 'brown'),
      'issues/2022-09/images/drawing.svg': drawn('<rect width="9" height="9"/>').replace(
        'width="9" height="9"',
        'width="900" height="1500"',
      ),
      'issues/2022-09/first.md': article('第一篇', `lead: true\n${COVER}`, BODY),
      'issues/2022-09/third.mdx': article('第三篇', '', BODY),
    }),
  );
  outDir = path.join(await writeFiles({}), 'site');
  const built = await run('build', ['--outDir', outDir], { BULLETIN_CONTENT: content, SITE_URL: '' });
  if (built.code !== 0) throw new Error(built.stderr);
  served = await serveFolder(outDir);
  browser = await connectBrowser();
});
afterAll(async () => {
  await browser.close();
  served.server.close();
});

const pageOf = (slug: string) => readFile(path.join(outDir, `issues/2022-09/${slug}/index.html`), 'utf8');

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
  expect(figures(await pageOf('third'))).toEqual(body);
  expect(await brokenLinks(outDir, '/')).toEqual([]);
});

it('adds only captions and credits to the search index', async () => {
  const text = indexHtml(await pageOf('first')).printed;
  expect(text).toContain('甲园开工。');
  expect(text).toContain('封面图');
  expect(text).not.toContain('查看大图');
});

it.each([
  [390, 844],
  [844, 390],
  [1280, 720],
])('shows no picture taller than a window of %i by %i, and none out of shape', async (width, height) => {
  const page = await browser.newPage({ viewport: { width, height } });
  for (const address of ['', 'issues/2022-09/', 'issues/2022-09/first/', 'issues/2022-09/third/']) {
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
});

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
