import { readdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { CommandError } from '../../scripts/lib/command-error.ts';
import { formatUpgrade } from '../../scripts/lib/upgrade/format-upgrade.ts';
import { tryVersion, type Upgrade } from '../../scripts/lib/upgrade/prepare-upgrade.ts';
import { recover, switchVersion, undoUpgrade } from '../../scripts/lib/upgrade/switch-version-fs.ts';
import { type Files, writeFiles } from '../lib/bulletin-files.ts';
import { FakeNpm, OFFLINE } from '../lib/fake-npm.ts';
import { filesIn } from '../lib/folder.ts';
import { runHere } from '../lib/run-here.ts';
import { temporaryFolder } from '../lib/temporary-folders.ts';

const page = (text: string, style = 'a1b2c3d4') =>
  `<link href="/_astro/page.${style}.css"><img src="/pictures/0a1b-480.webp">${text}`;
const SITE: Files = {
  'index.html': page('首页'),
  '404.html': page('没有这一页'),
  'issues/2022-09/a/index.html': page('稿件'),
  '_astro/page.a1b2c3d4.css': 'a{}',
};
const CHANGELOG = '# 更新记录\n\n## 未发布\n\n- 乙\n\n## 0.1.0\n\n- 甲\n';
const ENGINES = {
  '0.1.0': { site: SITE },
  '0.1.1': {
    site: { ...SITE, '404.html': page('找不到这一页') },
    changelog: CHANGELOG,
    allowScripts: { 'node@24.22.0': true },
  },
};

const options = (dir: string, { run }: FakeNpm, wanted?: string) => ({
  dir,
  content: 'content',
  wanted,
  run,
  say: () => undefined,
});

/** Upgrades without asking. */
const upgrade = (dir: string, npm: FakeNpm, wanted?: string): Promise<Upgrade | undefined> =>
  tryVersion(options(dir, npm, wanted), async (found, files) => {
    await switchVersion(dir, files, { from: found.from, to: found.to, run: npm.run });
    return found;
  });

/** The problem and fix of the CommandError that work ends with. */
async function refusal(work: Promise<unknown>): Promise<[problem: string, fix: string]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof CommandError) return [error.problem, error.fix];
    throw error;
  }
  throw new Error('It did not fail');
}

/** The files of a bulletin without what an upgrade keeps for itself. */
const own = async (dir: string) =>
  Object.fromEntries(
    Object.entries(await filesIn(dir)).filter(([name]) => !name.startsWith('.park-bulletin/')),
  );
// Other runs of these tests must not leave trials in the same folder.
vi.stubEnv('TMPDIR', temporaryFolder());
afterAll(() => void vi.unstubAllEnvs());
const trials = () => readdirSync(os.tmpdir()).filter((name) => name.startsWith('park-bulletin-upgrade-'));

describe('a version that is tried', () => {
  it('is installed and built elsewhere, and changes nothing in the bulletin', async () => {
    const [dir, npm] = await FakeNpm.inBulletin(ENGINES);
    const before = await filesIn(dir);
    const found = await tryVersion(options(dir, npm), async (each) => each);
    expect(found).toEqual({
      from: '0.1.0',
      to: '0.1.1',
      major: false,
      older: false,
      pages: { changed: ['404.html'], added: [], removed: [] },
      migrated: [],
      changes: '## 未发布\n\n- 乙',
    });
    expect(npm.calls).toEqual([
      'trial: npm install',
      'trial: npm rebuild',
      'bulletin: node park-bulletin.js build --content content --outDir before',
      'trial: node park-bulletin.js migrate',
      'trial: node park-bulletin.js build --outDir after',
    ]);
    expect(await filesIn(dir)).toEqual(before);
    expect(trials()).toEqual([]);
  });

  it('is not built where it is the present one', async () => {
    const [dir, npm] = await FakeNpm.inBulletin(ENGINES);
    expect(await upgrade(dir, npm, '0.1.0')).toBeUndefined();
    expect(npm.calls).toEqual(['trial: npm install']);
  });

  it.each([
    ['an unknown version', '9.9.9', undefined, '装不上 park-bulletin 9.9.9：没有这个版本'],
    ['no network', undefined, OFFLINE, '装不上 park-bulletin：连不上 npm 的下载站'],
    ['a full disk', '0.1.1', 'npm error code ENOSPC', '装不上 park-bulletin 0.1.1：磁盘满了'],
    [
      'another error of npm',
      '0.1.1',
      'npm error code EJSONPARSE',
      '装不上 park-bulletin 0.1.1：npm 出错（EJSONPARSE）',
    ],
    ['a tarball that does not exist', 'none.tgz', undefined, '没有 none.tgz 这个文件'],
    ['what is no version', '0.1/x', undefined, '“0.1/x”不是版本号，也不是程序包（.tgz）'],
  ])('says that there is %s, and changes nothing', async (_, wanted, failure, problem) => {
    const [dir, npm] = await FakeNpm.inBulletin(ENGINES);
    const before = await filesIn(dir);
    npm.failure = failure;
    expect((await refusal(upgrade(dir, npm, wanted)))[0]).toBe(problem);
    expect(await filesIn(dir)).toEqual(before);
  });

  it.each([
    ['present', '0.1.0', '现在的版本就生成不了网站\n内容有错', '先改好上面这些，再升级'],
    [
      'new',
      '0.1.1',
      '新版本生成不了网站\n内容有错',
      '照上面说的改好内容再升级；看不懂就把这段话交给维护网站的人',
    ],
  ] as const)('says that the %s version cannot build', async (_, version, problem, fix) => {
    const failing = { ...ENGINES, [version]: { ...ENGINES[version], fails: '内容有错' } };
    const [dir, npm] = await FakeNpm.inBulletin(failing);
    const before = await filesIn(dir);
    expect(await refusal(upgrade(dir, npm))).toEqual([problem, fix]);
    expect(await filesIn(dir)).toEqual(before);
  });
});

describe('an upgrade', () => {
  it('pins the new version with its install scripts; undo brings every byte back', async () => {
    const [dir, npm] = await FakeNpm.inBulletin(ENGINES);
    const before = await own(dir);
    await upgrade(dir, npm);
    expect(JSON.parse(await readFile(path.join(dir, 'package.json'), 'utf8'))).toEqual({
      dependencies: { 'park-bulletin': '0.1.1' },
      allowScripts: { 'node@24.22.0': true },
    });
    expect(await readFile(path.join(dir, 'package-lock.json'), 'utf8')).toBe('{ "lock": "0.1.1" }\n');
    expect(await undoUpgrade(dir, npm.run)).toEqual({ from: '0.1.1', to: '0.1.0' });
    expect(await own(dir)).toEqual(before);
    expect(await refusal(undoUpgrade(dir, npm.run))).toEqual([
      '没有可以退回的：这份刊物还没有升级过，或者已经退回了',
      '不用做什么',
    ]);
  });

  it('keeps a tarball in the bulletin in place of the old one, and undo brings that back', async () => {
    const pinned = { dependencies: { 'park-bulletin': 'file:engine/park-bulletin-0.1.0.tgz' } };
    const [dir, npm] = await FakeNpm.inBulletin(ENGINES, {
      'package.json': `${JSON.stringify(pinned, null, 2)}\n`,
      'engine/park-bulletin-0.1.0.tgz': '0.1.0',
    });
    const next = path.join(
      await writeFiles({ 'park-bulletin-0.1.1.tgz': '0.1.1' }),
      'park-bulletin-0.1.1.tgz',
    );
    const before = await own(dir);
    await upgrade(dir, npm, next);
    const after = await own(dir);
    expect(JSON.parse(after['package.json'] ?? '')).toMatchObject({
      dependencies: { 'park-bulletin': 'file:engine/park-bulletin-0.1.1.tgz' },
    });
    expect(Object.keys(after).filter((name) => name.startsWith('engine/'))).toEqual([
      'engine/park-bulletin-0.1.1.tgz',
    ]);
    await undoUpgrade(dir, npm.run);
    expect(await own(dir)).toEqual(before);
  });

  it('brings the optional packages that the bulletin has installed, in the versions of the new engine', async () => {
    const peerDependencies = { typesetter: '2.0.0', unused: '2.0.0' };
    const [dir, npm] = await FakeNpm.inBulletin(
      { ...ENGINES, '0.1.1': { ...ENGINES['0.1.1'], peerDependencies } },
      { 'package.json': '{ "dependencies": { "park-bulletin": "0.1.0", "typesetter": "1.0.0" } }' },
    );
    await upgrade(dir, npm);
    expect(JSON.parse((await own(dir))['package.json'] ?? '')).toMatchObject({
      dependencies: { 'park-bulletin': '0.1.1', typesetter: '2.0.0' },
    });
    expect(npm.calls.filter((call) => call.includes('npm'))).toEqual([
      'trial: npm install',
      'trial: npm rebuild',
      'trial: npm install',
      'bulletin: npm install --prefer-offline',
    ]);
  });

  it('gives a tarball another name where one of the same name has other bytes', async () => {
    const [dir, npm] = await FakeNpm.inBulletin(ENGINES, { 'engine/park-bulletin.tgz': '0.1.0' });
    const next = path.join(await writeFiles({ 'park-bulletin.tgz': '0.1.1' }), 'park-bulletin.tgz');
    await upgrade(dir, npm, next);
    expect(JSON.parse((await own(dir))['package.json'] ?? '')).toMatchObject({
      dependencies: { 'park-bulletin': 'file:engine/park-bulletin-11ee23b8.tgz' },
    });
  });

  it('asks for the file where the present engine is not from the registry', async () => {
    const [dir, npm] = await FakeNpm.inBulletin(ENGINES, {
      'package.json': '{ "dependencies": { "park-bulletin": "file:engine/park-bulletin-0.1.0.tgz" } }',
      'engine/park-bulletin-0.1.0.tgz': '0.1.0',
    });
    expect(await refusal(upgrade(dir, npm))).toEqual([
      '程序不是从 npm 的下载站装的（file:engine/park-bulletin-0.1.0.tgz），不知道哪一版是最新的',
      '取来新版本的程序包，写上它：npm run upgrade -- park-bulletin-0.2.0.tgz',
    ]);
    expect(npm.calls).toEqual([]);
  });

  it('writes migrated content, and undo brings back what it changed, added and removed', async () => {
    const migrate = { 'site.yaml': 'title: 某刊\nmodel: 2\n', 'new.yaml': 'a: 1\n', 'old.yaml': null };
    const [dir, npm] = await FakeNpm.inBulletin(
      { ...ENGINES, '0.1.1': { site: SITE, migrate } },
      { 'content/old.yaml': 'b: 1\n' },
    );
    const before = await own(dir);
    const found = await upgrade(dir, npm);
    expect(found?.migrated.toSorted()).toEqual(['content/new.yaml', 'content/old.yaml', 'content/site.yaml']);
    const after = await own(dir);
    expect(after).toMatchObject({ 'content/site.yaml': migrate['site.yaml'], 'content/new.yaml': 'a: 1\n' });
    expect(Object.keys(after)).not.toContain('content/old.yaml');
    await undoUpgrade(dir, npm.run);
    expect(await own(dir)).toEqual(before);
  });

  it('does not undo over later edits', async () => {
    const [dir, npm] = await FakeNpm.inBulletin({
      ...ENGINES,
      '0.1.1': { site: SITE, migrate: { 'site.yaml': 'title: 某刊\nmodel: 2\n' } },
    });
    await upgrade(dir, npm);
    await writeFile(path.join(dir, 'content/site.yaml'), 'title: 新名\nmodel: 2\n');
    const before = await filesIn(dir);
    expect(await refusal(undoUpgrade(dir, npm.run))).toEqual([
      '升级以后又改过 content/site.yaml，退回会丢掉这些改动',
      '先把这些改动另存到别处、用 Git 恢复成升级后的样子，退回以后再照着改',
    ]);
    expect(await filesIn(dir)).toEqual(before);
  });

  it.each(['upgrade', 'undo'])('puts everything back where npm fails: %s', async (what) => {
    const [dir, npm] = await FakeNpm.inBulletin(ENGINES);
    if (what === 'undo') await upgrade(dir, npm);
    const before = await filesIn(dir);
    npm.onInstall = async (folder) => {
      npm.failure = folder === dir ? OFFLINE : undefined;
    };
    const [problem] = await refusal(what === 'undo' ? undoUpgrade(dir, npm.run) : upgrade(dir, npm));
    const wanted = what === 'undo' ? '0.1.0' : '0.1.1';
    expect(problem).toBe(`没有装上 ${wanted}：连不上 npm 的下载站。已经恢复原样`);
    const after = await filesIn(dir);
    delete after['.park-bulletin/.gitignore'];
    delete before['.park-bulletin/.gitignore'];
    expect(after).toEqual(before);
  });

  it.each(['upgrade', 'undo'])('that is cut off is put back by the next run: %s', async (what) => {
    const [dir, npm] = await FakeNpm.inBulletin(ENGINES);
    if (what === 'undo') await upgrade(dir, npm);
    const before = await own(dir);
    const others = trials();
    // npm never ends, as if the machine had been switched off.
    const cut = new Promise<void>((resolve) => {
      npm.onInstall = async (folder) => {
        if (folder !== dir) return;
        npm.onInstall = async () => undefined;
        resolve();
        await new Promise(() => undefined);
      };
    });
    void (what === 'undo' ? undoUpgrade(dir, npm.run) : upgrade(dir, npm));
    await cut;
    expect(await own(dir)).not.toEqual(before);
    expect(await recover(dir, npm.run)).toBe(true);
    expect(await own(dir)).toEqual(before);
    expect(await recover(dir, npm.run)).toBe(false);
    for (const name of trials().filter((each) => !others.includes(each))) {
      await rm(path.join(os.tmpdir(), name), { recursive: true });
    }
  });
});

describe('the report', () => {
  const found: Upgrade = {
    from: '0.1.0',
    to: '1.0.0',
    major: true,
    older: false,
    pages: { changed: ['', '404.html'], added: ['about/'], removed: [] },
    migrated: ['content/site.yaml'],
    changes: '## 1.0.0\n\n### 要做的\n\n- 改名',
  };

  it('names another major version, the changelog, the pages and the content', () => {
    expect(formatUpgrade(found, false)).toBe(`现在的版本 0.1.0，要换成 1.0.0。

这是另一个大版本：命令、设置、网页都可能不一样，先读下面“要做的”，看清变了哪些网页再换。

更新记录：

1.0.0

要做的

- 改名

网站上有变化：
变了的：首页、“找不到”页（404）
多出来的：/about/
（逐个网址列出来：加 --all）

内容的格式要改，1 个文件：content/site.yaml`);
  });

  it('lists every address on request, and says that a version is older', () => {
    const older = { ...found, major: false, older: true, migrated: [], changes: '' };
    expect(formatUpgrade(older, true)).toBe(`现在的版本 0.1.0，要换成 1.0.0。

这是换成旧的版本。回到上一次升级以前，用 park-bulletin upgrade --undo。

网站上有变化：
变了的：首页、“找不到”页（404）
  /
  /404.html
多出来的：/about/
  /about/`);
  });
});

describe('park-bulletin upgrade', () => {
  /** Runs the command in a folder. */
  const runIn = async (dir: string, args: string[]) => {
    const { cwd } = process;
    process.cwd = () => dir;
    try {
      return await runHere('upgrade', args);
    } finally {
      process.cwd = cwd;
    }
  };

  it('is for bulletins, not for the repository', async () => {
    expect(await runIn(process.cwd(), [])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        '没有写任何文件：这里是程序自己的仓库，不是刊物：upgrade 只给装了程序的刊物用\n  改法：换新版本的程序用 Git（git pull，然后 npm ci）；刊物在别处的，到那个文件夹里运行\n',
    });
  });

  it.each<Files>([{}, { 'package.json': '{}' }, { 'package.json': 'broken' }])(
    'refuses a folder that is no bulletin: %j',
    async (files) => {
      const dir = await writeFiles(files);
      expect(await runIn(dir, ['--undo', '--json'])).toEqual({
        code: 1,
        stdout: `${JSON.stringify(
          {
            error: {
              problem: '这里不是刊物的文件夹：没有 package.json，或者里面没有写明 park-bulletin 的版本',
              fix: '到刊物的文件夹里运行；还没有刊物，用 park-bulletin new bulletin <文件夹> 新建',
            },
          },
          null,
          2,
        )}\n`,
        stderr: '',
      });
      expect(await filesIn(dir)).toEqual(files);
    },
  );

  it('wants an installed engine', async () => {
    const dir = await writeFiles({ 'package.json': '{ "dependencies": { "park-bulletin": "0.1.0" } }' });
    expect(await runIn(dir, [])).toMatchObject({
      code: 1,
      stderr: '没有写任何文件：程序还没有装\n  改法：先运行 npm install\n',
    });
  });

  it.each([
    [['0.2.0', '0.3.0'], '多出了“0.3.0”'],
    [['0.2.0', '--undo'], '--undo 退回上一次的版本，后面不写版本'],
  ])('rejects %j', async (args, problem) => {
    const { code, stderr } = await runHere('upgrade', args);
    expect([code, stderr.split('\n')[0]]).toEqual([2, problem]);
  });
});
