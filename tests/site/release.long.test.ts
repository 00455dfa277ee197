import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { article, type Files, writeFiles } from '../lib/bulletin-files.ts';
import { run } from '../lib/command.ts';
import { everything, picture } from '../lib/edits.ts';
import { connectBrowser } from '../lib/shared-browser.ts';
import { copyProject, type ProjectCopy } from '../lib/project-copy.ts';
import { WebServers } from '../lib/web-servers.ts';

/* Releases behind nginx. hosting.test.ts has a single one. */

const servers = new WebServers();
let project: ProjectCopy;
let content: string;
let folder: string;
let site: string;

/** Makes a release of the bulletin. */
async function release(number: string): Promise<string> {
  const { code, stderr } = await run('release', [folder], {
    BULLETIN_CONTENT: content,
    SITE_URL: '',
    BULLETIN_TEST_PROJECT: project.dir,
  });
  expect([code, stderr]).toEqual([0, expect.stringContaining(`第 ${number} 版上线了`)]);
  return stderr;
}

/** Articles that one search finds, and a long one whose picture is loaded only when the reader comes near it. */
function shelves(): Files {
  const articles = Array.from({ length: 24 }, (_, index) => [
    `issues/2022-10/shelf-${index}.md`,
    article(`第${index}排`, '', `甲园仓库的货架到了第${index}排。`),
  ]);
  const text = Array.from({ length: 300 }, (_, index) => `甲园的第${index}段话。`).join('\n\n');
  return {
    ...Object.fromEntries(articles),
    'issues/2022-09/long.md': article(
      '很长的一篇',
      '',
      `${text}\n\n![厂房](./images/photo.png "车间｜摄影：甲")`,
    ),
  };
}

beforeAll(async () => {
  WebServers.require();
  project = await copyProject();
  content = await writeFiles({ ...(await everything()), ...shelves() });
  const parent = await writeFiles({});
  await chmod(parent, 0o755);
  folder = path.join(parent, 'daokan');
  expect(await release('0001')).toMatch(/^网址清单记进 \d+ 个网址，请和稿件一起提交。$/mu);
  const origin = await servers.nginx(await readFile(path.join(folder, 'hosting/nginx.conf'), 'utf8'));
  site = `${origin}/daokan/`;
}, 900_000);

afterAll(() => servers.stop());

/** Changes articles, a picture, a style sheet and scripts, so that every hashed file has another name. */
async function change(number: number, before: string): Promise<void> {
  for (const index of [0, 1, 2])
    await writeFile(
      path.join(content, `issues/2022-10/shelf-${index}.md`),
      article(`第${index}排`, '', `甲园仓库的货架换到第${index}排，第${number}次。`),
    );
  await writeFile(
    path.join(content, 'issues/2022-09/images/photo.png'),
    await picture(number === 2 ? 'navy' : 'maroon'),
  );
  await project.edit('src/styles/article.css', '\n', `\n.edited-${number} { color: red; }\n`);
  await project.edit('src/search/browser/quick-search.ts', before, `名称第${number}次没有载入`);
}

// search-faults.test.ts has a search page that was opened before one release.
it('open pages go on working across releases', async () => {
  const browser = await connectBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const failed: string[] = [];
  context.on('response', (response) => response.status() >= 400 && failed.push(response.url()));
  const open = async (address: string, inContext = context) => {
    const page = await inContext.newPage();
    await page.goto(site + address, { waitUntil: 'networkidle' });
    return page;
  };
  const long = 'issues/2022-09/long/';
  const search = async (text = '货架') => {
    const page = await open(`search/?q=${encodeURIComponent(text)}`);
    await page.locator('[data-search-result]').first().waitFor();
    return page;
  };
  const find = async (page: Page, text: string, said: string) => {
    await page.locator('[data-search-form] input[name=q]').fill(text);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-search-status]').innerText(), { timeout: 20_000 }).toBe(said);
  };
  const more = async (page: Page) => {
    const shown = page.locator('[data-search-result]');
    const before = await shown.count();
    await page.locator('[data-search-more]').click();
    await expect.poll(() => shown.count(), { timeout: 20_000 }).toBeGreaterThan(before);
  };
  const loadsPicture = async (page: Page) => {
    const image = page.locator('.body img');
    expect(await image.evaluate((each: HTMLImageElement) => each.complete && each.naturalWidth > 0)).toBe(
      false,
    );
    await image.scrollIntoViewIfNeeded();
    await expect
      .poll(() => image.evaluate((each: HTMLImageElement) => each.naturalWidth), { timeout: 20_000 })
      .toBeGreaterThan(0);
  };
  const opensQuickSearch = async (page: Page) => {
    await page.keyboard.press('/');
    await page.locator('dialog.quick-search').waitFor();
  };

  const [searching, adding, late, reading, idle] = [
    await search(),
    await search(),
    await search('第20排'),
    await open(long),
    // Its cache has none of the scripts that other pages load later.
    await open(long, await browser.newContext()),
  ];
  await change(2, '名称没有载入');
  await release('0002');
  // The search goes on in the index that it has opened.
  await find(searching, '货架到了', '“货架到了”：24篇');
  await more(adding);
  await loadsPicture(reading);
  await opensQuickSearch(reading);
  expect(failed).toEqual([]);

  const second = await open(long);
  await change(3, '名称第2次没有载入');
  await release('0003');
  await loadsPicture(second);
  await opensQuickSearch(second);
  // Opened two releases ago: the search reloads its index, the quick search becomes the search page.
  await find(late, '第1排', '“第1排”：1篇');
  await idle.keyboard.press('/');
  await idle.waitForURL(/\/search\/$/u);
  await browser.close();
}, 600_000);
