import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { examine, formatFindings, type Machine } from '../../scripts/lib/doctor/checks.ts';
import { bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { filesIn } from '../lib/folder.ts';
import { runHere } from '../lib/run-here.ts';

const GIB = 1024 ** 3;
const WELL: Machine = {
  node: '24.21.0',
  git: '2.39.5',
  browser: '/usr/bin/chromium',
  libreOffice: true,
  freeBytes: 20 * GIB,
  content: { folder: 'content', state: 'fine' },
  wrongPackages: [],
  engineOutside: undefined,
  site: { records: { icp: '备1', police: '备2', newsLicense: '证3' } },
  newerContent: undefined,
};

/** The problems of a machine that differs from a valid one. */
const wrongIn = (changes: Partial<Machine>) =>
  examine({ ...WELL, ...changes })
    .filter(({ state }) => state !== 'ok')
    .map(({ state, says, fix }) => [state, says, fix]);
const wrong = (name: string, installed?: string) => ({ name, pinned: '1.0.0', installed });

it('a machine with everything has neither problems nor hints', () => {
  expect(formatFindings(examine(WELL))).toBe(`好：Node 24.21.0
好：程序包装的都是写定的版本
好：磁盘还有 20.0 GB
好：内容文件夹 content 能读能写
好：ICP 备案号写了
好：公安备案号写了
好：互联网新闻信息服务许可证写了
好：Git 2.39.5
好：浏览器 /usr/bin/chromium
好：LibreOffice 装了

0 处问题，0 处提醒。`);
});

it.each<[string, Partial<Machine>, unknown[]]>([
  [
    'an old Node',
    { node: '20.20.2' },
    [
      'problem',
      'Node 是 20.20.2，要 24 或更新的：程序自带的 Node 没有装上',
      '重新运行 npm install；还不行，到 https://nodejs.org/zh-cn 装 Node 24',
    ],
  ],
  [
    'packages that are not as pinned',
    { wrongPackages: [wrong('astro', '0.9.0'), wrong('sharp'), wrong('zod'), wrong('yaml'), wrong('vite')] },
    [
      'problem',
      '程序包不是写定的版本：astro 装的是 0.9.0（要 1.0.0）、sharp 没有装（要 1.0.0）、zod 没有装（要 1.0.0），还有 2 个',
      '运行 npm ci，照 package-lock.json 重装；没有这个文件就运行 npm install',
    ],
  ],
  [
    'an engine that only this computer has',
    { engineOutside: '/home/editor/park-bulletin-0.1.0.tgz' },
    [
      'problem',
      'package.json 里的程序包是 /home/editor/park-bulletin-0.1.0.tgz，不在刊物的文件夹里：别的电脑、自动核对都装不上',
      '运行 npm run upgrade -- /home/editor/park-bulletin-0.1.0.tgz，它把程序包放进 engine 文件夹；放好了和稿件一起提交',
    ],
  ],
  [
    'a nearly full disk',
    { freeBytes: 0.5 * GIB },
    ['hint', '磁盘还有 0.5 GB，升级程序可能不够（要 1 GB）', '删去不要的文件，或者换一个大的磁盘'],
  ],
  [
    'a full disk',
    { freeBytes: 0.1 * GIB },
    ['problem', '磁盘还有 0.1 GB，生成网站可能写不下', '删去不要的文件，或者换一个大的磁盘'],
  ],
  [
    'no content',
    { content: { folder: 'content', state: 'missing' } },
    [
      'problem',
      '没有内容文件夹 content，或者里面没有 site.yaml',
      '在刊物的文件夹里运行；内容在别处的，用 --content 写明',
    ],
  ],
  [
    'content that cannot be read',
    { content: { folder: 'content', state: 'unreadable' } },
    ['problem', '内容文件夹 content 不让读', '改这个文件夹的权限，让你的帐号能读能写'],
  ],
  [
    'content that cannot be written',
    { content: { folder: 'content', state: 'read-only' } },
    [
      'problem',
      '内容文件夹 content 不让写：能生成网站，不能新建、导入、移动稿件',
      '改这个文件夹的权限，让你的帐号能写',
    ],
  ],
  [
    'content for a newer engine',
    { newerContent: { problem: '太新', fix: '升级' } },
    ['problem', '太新', '升级'],
  ],
  [
    'no Git',
    { git: undefined },
    [
      'hint',
      '没有装 Git：查不出删掉的稿件断了哪些网址，也留不下每次改了什么',
      '到 https://git-scm.com 下载安装；不用 Git 也能编刊、生成网站',
    ],
  ],
  [
    'no browser',
    { browser: undefined },
    [
      'hint',
      '没有找到 Chromium 或 Chrome：测试和测速要用，编刊、生成网站用不着',
      '装上 Chromium 或 Chrome，或者用环境变量 BULLETIN_BROWSER 写明它在哪里',
    ],
  ],
  [
    'no LibreOffice',
    { libreOffice: false },
    [
      'hint',
      '没有装 LibreOffice：.doc、.wps、.rtf、.odt 来稿导入不了，.docx 可以',
      '到 https://zh-cn.libreoffice.org 下载安装；或者用 Word、WPS 把来稿另存为 .docx',
    ],
  ],
])('%s is the only finding', (_, changes, finding) => expect(wrongIn(changes)).toEqual([finding]));

it('names each record that is missing', () => {
  expect(wrongIn({ site: { records: { police: '备2' } } })).toEqual([
    [
      'hint',
      'site.yaml 里没有 ICP 备案号（records.icp）：网站公开以前要有',
      '网站公开以前向接入商办 ICP 备案；办好了写进 site.yaml，页脚会印出来',
    ],
    [
      'hint',
      'site.yaml 里没有互联网新闻信息服务许可证（records.newsLicense）：网站公开以前要有',
      '登新闻的网站要有许可证；由有证的单位主办的，写它的证号；办好了写进 site.yaml，页脚会印出来',
    ],
  ]);
  for (const site of [null, {}, { records: null }]) expect(wrongIn({ site })).toHaveLength(3);
});

it('no browser is needed for a bulletin, and no records without site.yaml', () => {
  expect(wrongIn({ browser: null, site: undefined })).toEqual([]);
});

describe('npm run doctor', () => {
  const findingsOf = async (dir: string) => {
    const { code, stdout, stderr } = await runHere('doctor', ['--content', dir, '--json']);
    expect(stderr).toBe('');
    const { findings } = JSON.parse(stdout) as { findings: { check: string; state: string; says: string }[] };
    return { code, content: findings.find(({ check }) => check === 'content') };
  };

  it('finds no problem with a good bulletin, and changes nothing', async () => {
    const dir = await writeFiles(bulletinFiles());
    const before = await filesIn(dir);
    expect(await findingsOf(dir)).toEqual({
      code: 0,
      content: { check: 'content', state: 'ok', says: `内容文件夹 ${dir} 能读能写` },
    });
    expect(await filesIn(dir)).toEqual(before);
  });

  it.each([
    ['no folder', async () => path.join(await writeFiles({}), 'none')],
    ['a file', async () => path.join(await writeFiles({ 'a.txt': '' }), 'a.txt')],
    ['an empty folder', () => writeFiles({})],
    ['a newer model', () => writeFiles({ 'site.yaml': 'model: 999\n' })],
  ])('reports %s as a problem', async (_, make) => {
    const { code, content } = await findingsOf(await make());
    expect([code, content?.state]).toEqual([1, 'problem']);
  });

  it('does not stop at a folder that cannot be read', async () => {
    const dir = await writeFiles(bulletinFiles());
    await chmod(dir, 0o000);
    const { code, content } = await findingsOf(dir);
    await chmod(dir, 0o700);
    // root may read everything.
    if (process.getuid?.() !== 0) expect([code, content?.state]).toEqual([1, 'problem']);
  });

  it('rejects unknown options', async () => {
    const { code, stderr } = await runHere('doctor', ['--jsonn']);
    expect([code, stderr.split('\n')[0]]).toEqual([
      2,
      '参数不对：没有 --jsonn 这一项，你是不是想写 --json？',
    ]);
  });
});
