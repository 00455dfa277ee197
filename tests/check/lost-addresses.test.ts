import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../scripts/lib/check-content.ts';
import { formatDiagnostic } from '../../src/core/diagnostic.ts';
import { article, bulletinFiles, type Files, writeFiles } from '../lib/bulletin-files.ts';

let repository: string;
let content: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-C', repository, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args]);
const commit = () => {
  git('add', '-A');
  git('commit', '-qm', 'Next');
};
const file = (name: string) => path.join(content, 'issues', name);
const messages = async (dir = content) =>
  (await checkContent(dir, [], '2022-12-31'))
    .filter(({ rule }) => rule !== 'address-list' && rule !== 'no-cover')
    .map((each) => formatDiagnostic(each));

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

it('reports articles that were renamed, moved or removed, before and after the commit, until aliases are added', async () => {
  expect(await messages()).toEqual([]);
  await rename(file('2022-09/third.md'), file('2022-09/renamed.md'));
  await rm(file('2022-09/second.md'));
  await rm(file('2022-09/draft.md'));
  const lost = await messages();
  expect(lost).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/second.md 错误：“第二篇”发布过，它的网址 /issues/2022-09/second/ 现在打不开了
      改法：改了名、移了期的，在新文件里加一行 aliases: [/issues/2022-09/second/]；要撤稿的，恢复这个文件，写 status: withdrawn，再加一行 withdrawn: { date: 2022-10-31 }（撤稿那天的日期）",
      "content/issues/2022-09/third.md 错误：“第三篇”发布过，它的网址 /issues/2022-09/third/ 现在打不开了
      改法：在 issues/2022-09/renamed.md 的稿件信息里加一行 aliases: [/issues/2022-09/third/]",
    ]
  `);
  commit();
  await writeFile(path.join(content, '.unrelated'), '');
  commit();
  expect(await messages()).toEqual(lost);

  await writeFile(
    file('2022-09/renamed.md'),
    article('第三篇', 'aliases: [/old/third/, /issues/2022-09/third/]\n'),
  );
  await writeFile(file('2022-09/second.md'), article('第二篇').replace('status: ready', 'status: withdrawn'));
  expect(await messages()).toEqual([]);
});

/** A repository with a bulletin without errors; `content` is its folder. */
async function newRepository(): Promise<void> {
  repository = await writeFiles(bulletinFiles({ 'issues/2022-09/third.md': article('第三篇') }));
  content = repository;
  git('init', '-q', '-b', 'main');
  commit();
}

const SECOND_LOST = [
  `content/issues/2022-09/second.md 错误：“第二篇”发布过，它的网址 /issues/2022-09/second/ 现在打不开了
  改法：改了名、移了期的，在新文件里加一行 aliases: [/issues/2022-09/second/]；要撤稿的，恢复这个文件，写 status: withdrawn，再加一行 withdrawn: { date: 2022-10-31 }（撤稿那天的日期）`,
];

it('reports an article that a merge removed', async () => {
  await newRepository();
  git('checkout', '-qb', 'side');
  await writeFile(file('2022-09/third.md'), article('第三篇', '', '乙园开工。'));
  commit();
  git('checkout', '-q', 'main');
  await writeFile(file('2022-09/first.md'), article('第一篇', 'lead: true\n', '乙园开工。'));
  commit();
  git('merge', '-q', '--no-commit', 'side');
  git('rm', '-q', 'issues/2022-09/second.md');
  git('commit', '-qm', 'Merge');
  expect(await messages()).toEqual(SECOND_LOST);
});

it('reports an article that only the merged branch had published', async () => {
  await newRepository();
  git('checkout', '-qb', 'side');
  await writeFile(file('2022-09/third.md'), article('第三篇', '', '乙园开工。'));
  commit();
  git('checkout', '-q', 'main');
  await writeFile(file('2022-09/fourth.md'), article('第四篇'));
  commit();
  git('checkout', '-q', 'side');
  git('merge', '-q', '-s', 'ours', '-m', 'Merge', 'main');
  expect((await messages()).map((each) => each.split('\n')[0])).toEqual([
    'content/issues/2022-09/fourth.md 错误：“第四篇”发布过，它的网址 /issues/2022-09/fourth/ 现在打不开了',
  ]);
});

it('reports an address of the list once, with the title from the history', async () => {
  await newRepository();
  await writeFile(path.join(content, 'addresses.txt'), '/issues/2022-09/second/\n');
  await rename(file('2022-09/second.md'), file('2022-09/renamed.md'));
  expect(await messages()).toEqual([
    `content/issues/2022-09/renamed.md:2:1 错误：“第二篇”发布过，它的网址 /issues/2022-09/second/ 现在打不开了：稿件 issues/2022-09/second 不在了
  改法：它改名成了这一篇的话，加一行 aliases: [/issues/2022-09/second/]`,
  ]);
});

it('reports a removed withdrawal notice', async () => {
  await newRepository();
  const notice = 'status: withdrawn\nwithdrawn: { date: 2022-10-31 }';
  await writeFile(file('2022-09/second.md'), article('第二篇').replace('status: ready', notice));
  commit();
  expect(await messages()).toEqual([]);
  await rm(file('2022-09/second.md'));
  commit();
  expect(await messages()).toEqual(SECOND_LOST);
});

describe('reports an incomplete history', () => {
  it('of a shallow clone', async () => {
    await newRepository();
    await rm(file('2022-09/second.md'));
    commit();
    await writeFile(path.join(content, '.unrelated'), '');
    commit();
    const shallow = path.join(await writeFiles({}), 'clone');
    git('clone', '-q', '--depth', '1', `file://${repository}`, shallow);
    expect(await messages(shallow)).toEqual([
      `content 提醒：Git 历史只取了一部分，更早删去的稿件查不出来
  改法：取全历史：git fetch --unshallow（自动流程里写 fetch-depth: 0）`,
    ]);
  });

  it('when Git refuses', async () => {
    await newRepository();
    await rm(path.join(repository, '.git/HEAD'));
    expect(await messages()).toEqual([
      `content 提醒：Git 历史读不了，删去的稿件查不出来
  改法：在内容文件夹里运行 git log，照它说的办`,
    ]);
  });

  it('but not a missing one', async () => {
    expect(await messages(await writeFiles(bulletinFiles()))).toEqual([]);
    repository = await writeFiles(bulletinFiles());
    git('init', '-q');
    expect(await messages(repository)).toEqual([]);
  });
});

describe('the list', () => {
  const reminders = async (changes: Files) => {
    const dir = await writeFiles(bulletinFiles(changes));
    const messages = await checkContent(dir, [], '2022-12-31');
    return messages.filter(({ rule }) => rule !== 'no-cover').map((each) => formatDiagnostic(each));
  };
  it('is reported when it is missing', async () =>
    expect(await reminders({})).toEqual([
      `content 提醒：还没有网址清单，断了的网址不一定查得出来
  改法：运行 npm run addresses，它会写好 addresses.txt`,
    ]));
  it('is reported when addresses are missing in it', async () =>
    expect(await reminders({ 'addresses.txt': '\uFEFF/issues/2022/\r\n\r\n/issues/2022/\r\n' })).toEqual([
      `content/addresses.txt 提醒：网址清单里还没有这 14 个网址：/categories/feature/、/categories/invest/、/categories/news/ 等
  改法：发布以后运行 npm run addresses，把它们记进去`,
    ]));
  it('is reported when a line is not an address', async () => {
    const list = '/issues/2022/\nissues/2022-09\nhttps://x.example/Parks/jia\n# 网址\n<<<<<<< HEAD\n/old/a\n';
    expect(await reminders({ 'addresses.txt': list })).toMatchInlineSnapshot(`
      [
        "content/addresses.txt:2:1 错误：“issues/2022-09”不是网址清单里的网址
        改法：改成 /issues/2022-09/",
        "content/addresses.txt:3:1 错误：“https://x.example/Parks/jia”不是网址清单里的网址
        改法：改成 /parks/jia/",
        "content/addresses.txt:4:1 错误：“# 网址”不是网址清单里的网址
        改法：一行一个网址，以 / 开头、以 / 结尾，例如 /issues/2022-09/some-article/；不是网址的删去这一行",
        "content/addresses.txt:5:1 错误：Git 合并时留下的记号
        改法：删去这一行，两边的网址都留下",
        "content/addresses.txt:6:1 错误：“/old/a”不是网址清单里的网址
        改法：改成 /old/a/",
      ]
    `);
  });
});

it('accepts removed articles that are dated after the day, as they were never public', async () => {
  await newRepository();
  const october =
    'year: 2022\nnumber: 2\nserial: 2\nmonths: [10]\ndate: 2022-10-31\nstatus: published\neditor: 本刊编辑部\n';
  await mkdir(path.join(content, 'issues/2022-10'), { recursive: true });
  await writeFile(file('2022-10/issue.yaml'), october);
  await writeFile(file('2022-10/stays.md'), article('留下的', 'lead: true\n'));
  await writeFile(file('2022-10/goes.md'), article('拿掉的'));
  commit();
  await rm(file('2022-10/goes.md'));
  commit();
  const lostOn = async (day: string) =>
    (await checkContent(content, [], day))
      .filter(({ rule }) => rule === 'address')
      .map(({ file: lost }) => lost);
  expect(await lostOn('2022-10-30')).toEqual([]);
  expect(await lostOn('2022-10-31')).toEqual(['issues/2022-10/goes.md']);
});
