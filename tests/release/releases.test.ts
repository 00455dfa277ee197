import { execFile } from 'node:child_process';
import { readFile, rm, stat, symlink } from 'node:fs/promises';
import { readlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { listReleases, makeRelease, rollBack, withReleases } from '../../scripts/lib/release/releases.ts';
import { writeFiles } from '../lib/bulletin-files.ts';
import { LONG } from '../lib/long.ts';
import { build, dyingDisk } from '../lib/release-site.ts';
import { runHere } from '../lib/run-here.ts';
import { digestsOf, siteFiles } from '../lib/site-files.ts';

const newFolder = async () => path.join(await writeFiles({}), 'daokan');
const names = async (folder: string) =>
  (await listReleases(folder)).map(({ name, isCurrent }) => name + (isCurrent ? '*' : ''));
const version = (folder: string) => readFile(path.join(folder, 'current/about/index.html'), 'utf8');

it('each release is a separate folder; the link points to the newest', async () => {
  const folder = await newFolder();
  expect(await makeRelease(folder, build('a1'), 5)).toBe('0001');
  expect(await makeRelease(folder, build('b2'), 5)).toBe('0002');
  expect(await names(folder)).toEqual(['0001', '0002*']);
  expect(readlinkSync(path.join(folder, 'current'))).toBe('releases/0002');
  expect(await version(folder)).toBe('b2');
  expect(await readFile(path.join(folder, 'hosting/nginx.conf'), 'utf8')).toBe('# b2');
});

it('keeps hashed files of the previous release with their compressed copies, but of no earlier one', async () => {
  const folder = await newFolder();
  for (const each of ['a1', 'b2', 'c3']) await makeRelease(folder, build(each), 5);
  const styles = (await siteFiles(path.join(folder, 'current'))).filter((name) => name.startsWith('_astro'));
  expect(styles).toEqual([
    '_astro/page.b2.css',
    '_astro/page.b2.css.gz',
    '_astro/page.c3.css',
    '_astro/page.c3.css.gz',
  ]);
});

it('sets modes independently of the umask', async () => {
  const folder = await newFolder();
  const before = process.umask(0o077);
  try {
    await makeRelease(folder, build('a1'), 5);
  } finally {
    process.umask(before);
  }
  const modeOf = async (name: string) => ((await stat(path.join(folder, name))).mode & 0o777).toString(8);
  for (const name of ['.', 'releases', 'current', 'current/about', 'current/_astro'])
    expect([name, await modeOf(name)]).toEqual([name, '755']);
  for (const name of ['current/index.html', 'current/_astro/page.a1.css'])
    expect([name, await modeOf(name)]).toEqual([name, '644']);
});

it('removes releases beyond those to keep, never the current one', async () => {
  const folder = await newFolder();
  for (const each of ['a1', 'b2', 'c3', 'd4']) await makeRelease(folder, build(each), 3);
  expect(await names(folder)).toEqual(['0002', '0003', '0004*']);
  await makeRelease(folder, build('e5'), 1);
  expect(await names(folder)).toEqual(['0004', '0005*']);
  expect((await siteFiles(path.join(folder, 'releases'))).filter((name) => /^\.|0003/u.test(name))).toEqual(
    [],
  );
});

it('rolls back to the release before, or to a named one, and keeps files of the newer one', async () => {
  const folder = await newFolder();
  for (const each of ['a1', 'b2', 'c3']) await makeRelease(folder, build(each), 5);
  expect(await rollBack(folder, undefined)).toEqual({ from: '0003', to: '0002' });
  expect(await version(folder)).toBe('b2');
  expect(await siteFiles(path.join(folder, 'current'))).toContain('_astro/page.c3.css');
  expect(await rollBack(folder, 3)).toEqual({ from: '0002', to: '0003' });
  expect(await rollBack(folder, 1)).toEqual({ from: '0003', to: '0001' });
  await expect(rollBack(folder, undefined)).rejects.toMatchObject({
    problem: '没有更早的一版可以退回',
    fix: '还在的：0002、0003，用 --to 指明',
  });
  await expect(rollBack(folder, 9)).rejects.toMatchObject({ problem: '退不回第 9 版：没有这一版' });
  await expect(rollBack(folder, 1)).rejects.toMatchObject({ problem: '退不回第 1 版：它就是现在这一版' });
  expect(await makeRelease(folder, build('d4'), 5)).toBe('0004');
});

it('rolls back the configuration of the server too: redirects of the newer release hide pages of the older', async () => {
  const folder = await newFolder();
  await makeRelease(folder, build('a1'), 5);
  await makeRelease(folder, build('b2', [{ from: '/about/', to: '/us/' }]), 5);
  const read = (name: string) => readFile(path.join(folder, 'hosting', name), 'utf8');
  const redirects = async () => (JSON.parse(await read('manifest.json')) as { redirects: unknown }).redirects;
  await rollBack(folder, undefined);
  expect(await read('nginx.conf')).toContain(path.join(folder, 'current'));
  expect([await redirects(), await read('nginx.conf')]).toEqual([[], expect.not.stringContaining('/us/')]);
  await rollBack(folder, 2);
  expect(await redirects()).toEqual([{ from: '/about/', to: '/us/' }]);
  expect(await read('nginx.conf')).toContain(
    'location = "/about/" { absolute_redirect off; return 301 "/us/"; }',
  );
});

it('refuses a folder with other files, and runs one release at a time', async () => {
  const other = await writeFiles({ 'letter.doc': '来稿' });
  await expect(
    withReleases(
      other,
      () => {},
      async () => 1,
    ),
  ).rejects.toMatchObject({
    problem: `不能发布到 ${other}：里面有别的文件（letter.doc）`,
    fix: '写一个新的或空的文件夹，里面只放各版的网站',
  });
  const folder = await newFolder();
  const made = await Promise.all(
    ['a1', 'b2'].map((each) =>
      withReleases(
        folder,
        () => {},
        () => makeRelease(folder, build(each), 5),
      ),
    ),
  );
  expect(made.toSorted()).toEqual(['0001', '0002']);
});

it('a link that leads nowhere can be led to a release again', async () => {
  const folder = await newFolder();
  for (const each of ['a1', 'b2']) await makeRelease(folder, build(each), 5);
  await rm(path.join(folder, 'current'));
  await symlink('releases/0009', path.join(folder, 'current'));
  await expect(rollBack(folder, undefined)).rejects.toMatchObject({
    problem: '没有更早的一版可以退回',
    fix: '还在的：0001、0002，用 --to 指明',
  });
  expect(await rollBack(folder, 2)).toEqual({ to: '0002' });
  expect(await version(folder)).toBe('b2');
});

it('npm run release names what cannot hold releases, and changes nothing', async () => {
  const content = await writeFiles({});
  const folder = await writeFiles({ file: '', 'a/current/index.html': '', 'b/releases': '' });
  const link = path.join(folder, 'link');
  await symlink(path.join(folder, 'a'), link);
  const before = await siteFiles(folder);
  const refused = async (...args: string[]) => {
    const { code, stdout, stderr } = await runHere('release', [...args, '--content', content]);
    return [code, (stdout + stderr).replaceAll(folder, 'FOLDER').split('\n').slice(0, 2)];
  };
  const other = '写一个新的或空的文件夹，例如 /srv/daokan';
  // To list releases is not to write.
  const none = (name: string, option: string) => [
    1,
    [
      `${option === '--list' ? '' : '没有写任何文件：'}没有文件夹 FOLDER/${name}`,
      '  改法：写发布到的那个文件夹，就是里面有 current 和 releases 的那一个',
    ],
  ];
  expect(await refused(path.join(folder, 'file'))).toEqual([
    1,
    ['不能发布到 FOLDER/file：这是一个文件，不是文件夹', `  改法：${other}`],
  ]);
  expect(await refused(link)).toEqual([
    1,
    ['不能发布到 FOLDER/link：这是一个链接', '  改法：写它指向的那个文件夹本身'],
  ]);
  expect(await refused(path.join(folder, 'a'))).toEqual([
    1,
    [
      '不能发布到 FOLDER/a：里面的 current 不是本程序做的链接',
      '  改法：里面若是原来的网站，先改名留着；服务器照旧读 current，发布以后它就是新的',
    ],
  ]);
  expect(await refused(path.join(folder, 'b'))).toEqual([
    1,
    ['不能发布到 FOLDER/b：里面的 releases 不是文件夹', `  改法：把它移走，或${other}`],
  ]);
  for (const option of ['--list', '--rollback'])
    for (const name of ['file', 'none'])
      expect([name, await refused(path.join(folder, name), option)]).toEqual([name, none(name, option)]);
  for (const keep of ['0', '1', '2.5', 'x'])
    expect(await refused(path.join(folder, 'new'), '--keep', keep)).toEqual([
      2,
      [`--keep 不能是“${keep}”：写 2 以上的整数，才退得回前一版`, ''],
    ]);
  expect(await siteFiles(folder)).toEqual(before);
});

/** A disk that stops working at its n-th change. */
const failingDisk = (moment: number) =>
  dyingDisk(moment, () => {
    throw new Error('killed');
  });

/** A folder with the releases a1 and b2. */
async function twoReleases(): Promise<string> {
  const folder = await newFolder();
  for (const each of ['a1', 'b2']) await makeRelease(folder, build(each), 2);
  return folder;
}

/** The number of changes that a third release makes to the disk. */
async function changesOfRelease(): Promise<number> {
  const { disk, calls } = failingDisk(Infinity);
  await makeRelease(await twoReleases(), build('c3'), 2, disk);
  return calls();
}

it('killed at any step, readers see the old release or the new one; the next run succeeds', async () => {
  const site = (each: string) =>
    expect.objectContaining({
      'about/index.html': expect.anything(),
      [`_astro/page.${each}.css`]: expect.anything(),
    });
  const changes = await changesOfRelease();
  const moments = Array.from({ length: changes }, (_, index) => index);
  expect(moments.length).toBeGreaterThan(20);
  const seen = new Set<string>();
  for (const moment of LONG
    ? moments
    : moments.filter((each) => each % 3 === 0 || each > moments.length - 12)) {
    const folder = await twoReleases();
    await expect(makeRelease(folder, build('c3'), 2, failingDisk(moment).disk)).rejects.toThrow('killed');
    const shown = await version(folder);
    expect(['b2', 'c3']).toContain(shown);
    seen.add(shown);
    expect(await digestsOf(path.join(folder, 'current'))).toEqual(site(shown));
    await makeRelease(folder, build('d4'), 2);
    expect(await version(folder)).toBe('d4');
    expect(await names(folder)).toHaveLength(2);
  }
  expect([...seen].toSorted()).toEqual(['b2', 'c3']);
});

it('a rollback that is killed leaves one release or the other', async () => {
  for (let moment = 0; moment < 7; moment += 1) {
    const folder = await twoReleases();
    await rollBack(folder, undefined, failingDisk(moment).disk).catch(() => undefined);
    expect(['a1', 'b2']).toContain(await version(folder));
    await rollBack(folder, 2).catch(() => undefined);
    expect(await version(folder)).toBe('b2');
  }
});

/** Makes a release in a separate process, which SIGKILL ends at its n-th change of the disk. */
const killedRelease = (folder: string, made: string, moment: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [
      'tests/release/killed-release.ts',
      folder,
      made,
      String(moment),
    ]);
    child.on('close', (_, signal) => resolve(signal ?? undefined));
  });

it('a process killed by SIGKILL at any step leaves the old release or the new one, and no lock', async () => {
  const changes = await changesOfRelease();
  const last = changes - 1;
  const seen = new Set<string>();
  for (const moment of LONG ? Array.from({ length: last + 1 }, (_, index) => index) : [3, last - 2]) {
    const folder = await twoReleases();
    expect([moment, await killedRelease(folder, 'c3', moment)]).toEqual([moment, 'SIGKILL']);
    const shown = await version(folder);
    seen.add(shown);
    expect(await digestsOf(path.join(folder, 'current'))).toHaveProperty([`_astro/page.${shown}.css`]);
    const say: string[] = [];
    await withReleases(
      folder,
      (line) => say.push(line),
      () => makeRelease(folder, build('d4'), 2),
    );
    expect([moment, say, await version(folder), (await names(folder)).length]).toEqual([moment, [], 'd4', 2]);
    const left = (await siteFiles(folder)).filter((name) => /unfinished|current-new|\.lock/u.test(name));
    expect([moment, left]).toEqual([moment, []]);
  }
  expect([...seen].toSorted()).toEqual(['b2', 'c3']);
}, 300_000);
