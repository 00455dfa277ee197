import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../lib/builder.ts';
import { article, bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';

it('publishes no page over its budget, and leaves the last output unchanged', async () => {
  const paragraph = '甲园今年前八个月开工项目十二个，竣工项目三个。'.repeat(20);
  const long = Array.from({ length: 800 }, () => paragraph).join('\n\n');
  const dir = await writeFiles(bulletinFiles({ 'issues/2022-09/long.md': article('长稿', '', long) }));
  const last = { 'site/index.html': '上一次', 'site/.park-bulletin': '' };
  const outDir = path.join(await writeFiles(last), 'site');
  const { code, stderr } = await build('build', ['--outDir', outDir], {
    BULLETIN_CONTENT: dir,
    SITE_URL: '',
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^读取和核对内容…\n生成页面…\n建立检索…\n稿件页 \/issues\/2022-09\/long\/ 太大：\d+ kB，上限 1000 kB\n {2}改法：把这篇稿件分成几篇（上、下），或删减其中的长表格\n\n有的文件超过了上限。没有发布任何东西，上一次的结果没有改动。\n$/u,
  );
  expect(await readFile(path.join(outDir, 'index.html'), 'utf8')).toBe('上一次');
});
