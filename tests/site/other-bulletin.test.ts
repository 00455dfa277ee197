import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { article, bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { build } from '../lib/builder.ts';
import { runHere } from '../lib/run-here.ts';
import { brokenLinks, siteFiles } from '../lib/site-files.ts';

const photo = await sharp({ create: { width: 1000, height: 600, channels: 3, background: 'teal' } })
  .withExif({ IFD0: { Copyright: 'EXIF-SECRET' } })
  .jpeg()
  .toBuffer();

it('builds another bulletin into any folder; a failed build leaves that folder unchanged', async () => {
  const dir = await writeFiles(
    bulletinFiles({
      'site.yaml': `${bulletinFiles()['site.yaml']}admin: { backend: gitee, publish: true }\n`,
      'pages/about.md': '---\ntitle: 关于\n---\n\n见[第三篇](../issues/2022-09/third.mdx)。\n',
      'issues/2022-09/images/photo.jpg': photo,
      // Causes a warning.
      'issues/2022-09/notes.txt': '记事',
      'issues/2022-09/third.mdx': article(
        '第三篇',
        'dateline: 本报讯\naliases: [/old/third/]\n',
        '**一是办事快。**三天\n办结。\n\n![厂房](./images/photo.jpg "车间｜摄影：甲")\n\n<BarChart caption="进度" unit="项" data="开工 12；完工 3" />',
      ),
    }),
  );
  const outDir = path.join(await writeFiles({}), 'site');
  const built = () =>
    build('build', ['--outDir', outDir, '--no-admin'], { BULLETIN_CONTENT: dir, SITE_URL: '' });
  const first = await built();
  expect([first.code, first.stderr.replace(/用时 [\d.]+ 秒/u, '用时')]).toEqual([
    0,
    `读取和核对内容…
有不妨碍发布的提醒；npm run check 会逐条列出。
生成页面…
建立检索…
提醒：没有网址清单，也没有 Git 历史，断了的网址查不出来。改法：运行 npm run addresses，它会写好 addresses.txt
完成，用时：${outDir}
`,
  ]);

  const page = await readFile(path.join(outDir, 'issues/2022-09/third/index.html'), 'utf8');
  expect(page).toContain('<title>第三篇 - 港城月刊</title>');
  expect(page).not.toContain('园区导刊');
  expect(page).toMatch(
    /<p id="(p-[\da-f]{8})"><span class="dateline">本报讯<\/span><strong>一是办事快。<\/strong>三天办结。<a class="to-paragraph" href="#\1" aria-label="本段链接"><\/a><\/p>/u,
  );
  expect(page).toMatch(
    /<figure class="picture"><a href="\/pictures\/[0-9a-f]{12}-1000\.webp" aria-label="查看大图：厂房"><img src="\/pictures\/[0-9a-f]{12}-1000\.webp"[^>]* width="1000" height="600"[^>]*><\/a><figcaption>车间<span class="credit">摄影：甲<\/span><\/figcaption><\/figure>/u,
  );
  expect(page).toMatch(/<caption>进度（单位：项）<\/caption>/u);
  expect(page).toMatch(
    /<th scope="row">完工<\/th> ?<td class="bar"> ?<svg [^>]*> ?<rect width="25\.00" height="10">/u,
  );
  expect(await brokenLinks(outDir, '/')).toEqual([]);
  const pictures = (await siteFiles(outDir)).filter((name) => name.startsWith('pictures/'));
  expect(pictures).toHaveLength(3);
  for (const name of pictures)
    expect((await readFile(path.join(outDir, name))).includes('EXIF-SECRET')).toBe(false);

  expect((await siteFiles(outDir)).filter((name) => name.startsWith('admin/'))).toEqual([]);

  const before = await readFile(path.join(outDir, 'index.html'));
  await writeBroken(dir);
  const broken = await built();
  expect(broken.code).toBe(1);
  expect(broken.stderr).toBe(`读取和核对内容…
${dir}/issues/2022-09/first.md:2:1 错误：字段名“title”后面用了中文冒号“：”
  改法：title: 坏稿
${dir}/issues/2022-09/notes.txt 提醒：这个文件不会发布
  改法：来稿先用 npm run import 变成草稿，再用 npm run move 移进来；原件移到别处
${dir}/issues/2022-09/second.md:4:7 错误：园区“无此园”不在名录里
  改法：改成名录里有的名称，或先把它加进 parks 文件夹（一个园区一个 .yaml 文件）（可选：甲园电子信息产业园、甲县经济开发区）
${dir}/issues/2022-09/third.mdx:11:1 错误：隐去的地名写成了“XX县”
  改法：隐名统一用“××”，例如“××县”

3 处错误，涉及 3 个文件。没有发布任何东西，上一次的结果没有改动。
`);
  expect(await readFile(path.join(outDir, 'index.html'))).toEqual(before);
  expect((await siteFiles(path.dirname(outDir))).filter((name) => !name.startsWith('site/'))).toEqual([]);
});

/** Errors in the YAML, in a name and in the text; the text of a draft blocks nothing. */
async function writeBroken(dir: string): Promise<void> {
  await writeFile(`${dir}/issues/2022-09/first.md`, '---\ntitle：坏稿\n---\n');
  await writeFile(`${dir}/issues/2022-09/second.md`, article('第二篇').replace('park: 甲园', 'park: 无此园'));
  await writeFile(`${dir}/issues/2022-09/third.mdx`, article('第三篇', '', 'XX县开工12个项目。'));
  const draft = article('第四篇', '', 'XX县开工12个项目。').replace('status: ready', 'status: draft');
  await writeFile(`${dir}/issues/2022-09/fourth.md`, draft);
}

it.each([
  ['build', ['--nonsense'], '参数不对'],
  ['preview', ['--port', 'abc'], '端口“abc”不对'],
])('%s %j is wrong use', async (command, args, message) => {
  const result = await runHere(command, args);
  expect(result.code).toBe(2);
  expect(result.stderr).toContain(message);
});

it.each(['build', 'preview', 'dev', 'regions'])('%s --help is in Chinese', async (command) => {
  const result = await runHere(command, ['--help']);
  expect(result.code).toBe(0);
  expect(result.stdout).toMatch(/^用法：npm run /u);
});

it('says what to do if nothing has been built yet', async () => {
  const result = await runHere('preview', ['--outDir', path.join(await writeFiles({}), 'none')]);
  expect(result.code).toBe(1);
  expect(result.stderr).toContain('先运行 npm run build');
});
