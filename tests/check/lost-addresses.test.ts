import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { checkContent } from '../../scripts/lib/check-content.ts';
import { formatDiagnostic } from '../../src/core/diagnostic.ts';
import { article, bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';

let repository: string;
let content: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-C', repository, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args]);
const commit = () => {
  git('add', '-A');
  git('commit', '-qm', 'Next');
};
const file = (name: string) => path.join(content, 'issues', name);
const told = async () => (await checkContent(content, [])).map((each) => formatDiagnostic(each));

beforeAll(async () => {
  repository = await writeFiles({});
  content = path.join(repository, '期刊');
  const files = bulletinFiles({
    'issues/2022-09/third.md': article('第三篇', 'aliases: [/old/third/]\n'),
    'issues/2022-09/draft.md': article('草稿').replace('status: ready', 'status: draft'),
  });
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(content, name)), { recursive: true });
    await writeFile(path.join(content, name), text ?? '');
  }
  git('init', '-q');
  commit();
});

it('are told of articles renamed, moved and removed, before and after the commit, until aliases keep them', async () => {
  expect(await told()).toEqual([]);
  await rename(file('2022-09/third.md'), file('2022-09/renamed.md'));
  await rm(file('2022-09/second.md'));
  await rm(file('2022-09/draft.md'));
  const lost = await told();
  expect(lost).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/second.md 错误：“第二篇”发布过，它的网址 /issues/2022-09/second/ 现在打不开了
      改法：改了名、移了期的，在新文件里加一行 aliases: [/issues/2022-09/second/]；要撤稿的，恢复这个文件，写 status: withdrawn",
      "content/issues/2022-09/third.md 错误：“第三篇”发布过，它的网址 /issues/2022-09/third/ 现在打不开了
      改法：在 issues/2022-09/renamed.md 的稿件信息里加一行 aliases: [/issues/2022-09/third/]",
    ]
  `);
  commit();
  await writeFile(path.join(content, 'unrelated.txt'), '');
  commit();
  expect(await told()).toEqual(lost);

  await writeFile(
    file('2022-09/renamed.md'),
    article('第三篇', 'aliases: [/old/third/, /issues/2022-09/third/]\n'),
  );
  await writeFile(file('2022-09/second.md'), article('第二篇').replace('status: ready', 'status: withdrawn'));
  expect(await told()).toEqual([]);
});

it('are not looked for where there is no history', async () => {
  expect(await checkContent(await writeFiles(bulletinFiles()), [])).toEqual([]);
});
