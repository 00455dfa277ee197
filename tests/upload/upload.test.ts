import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { digestsOfFiles, writeBeside } from '../../scripts/lib/hosting/prepare-for-host.ts';
import { filesAt, type RunRclone, runPlan, runRclone } from '../../scripts/lib/upload/rclone.ts';
import type { CommandError } from '../../scripts/lib/command-error.ts';
import { makeRelease } from '../../scripts/lib/release/releases.ts';
import { planUpload } from '../../scripts/lib/upload/upload-plan.ts';
import { writeFiles } from '../lib/bulletin-files.ts';
import { requirePackages } from '../lib/debian-package.ts';
import { build as buildRelease } from '../lib/release-site.ts';
import { runHere } from '../lib/run-here.ts';
import { siteFiles } from '../lib/site-files.ts';

const SITE = (version: string): Record<string, string> => ({
  '.park-bulletin': 'marker',
  'index.html': version,
  [`${version}/index.html`]: version,
  [`_astro/page.${version}.css`]: version,
  'pagefind/catalogue.json': version,
});

/** A built site with its manifest beside it. */
async function built(version: string, folder?: string): Promise<string> {
  const site = folder ?? path.join(await writeFiles({}), 'dist');
  await rm(site, { recursive: true, force: true });
  await cp(await writeFiles(SITE(version)), site, { recursive: true });
  const files = await digestsOfFiles(
    site,
    Object.keys(SITE(version)).filter((name) => !name.startsWith('.')),
  );
  const manifest = { version: 1 as const, host: 'oss', base: '/', files, redirects: [] };
  await writeBeside(`${site}.hosting`, { manifest, beside: {} });
  return site;
}

beforeAll(() => requirePackages('rclone'), 600_000);

it('says why rclone cannot be started', async () => {
  const folder = await writeFiles({ 'empty/x': '', 'refused/rclone': '#!/bin/sh\n' });
  const problem = async (name: string) => {
    vi.stubEnv('PATH', path.join(folder, name));
    return runRclone(['version']).catch(({ problem, fix }: CommandError) => [problem, fix]);
  };
  expect(await problem('empty')).toEqual([
    '没有装 rclone，或者不在 PATH 里',
    '装好它（https://rclone.org/install/），或用 oss://、cos:// 只写出清单',
  ]);
  expect(await problem('refused')).toEqual([
    'rclone 运行不了（EACCES）',
    '在终端里运行 rclone version，照它说的办；或用 oss://、cos:// 只写出清单',
  ]);
  vi.unstubAllEnvs();
});

it('uploads to a folder, and deletes what the site no longer has, but no hashed file of the last upload', async () => {
  const target = path.join(await writeFiles({}), 'web');
  const site = await built('a1');
  expect(await runHere('upload', [target, '--site', site])).toEqual({
    code: 0,
    stdout: `传好了：${target}，4 个文件，删去 0 个。\n`,
    stderr: '',
  });
  expect(await siteFiles(target)).toEqual(Object.keys(SITE('a1')).toSorted());
  for (const version of ['b2', 'c3']) {
    await built(version, site);
    await runHere('upload', [target, '--site', site]);
  }
  expect(await siteFiles(target)).toEqual([
    '.park-bulletin',
    '_astro/page.b2.css',
    '_astro/page.c3.css',
    'c3/index.html',
    'index.html',
    'pagefind/catalogue.json',
  ]);
  expect(await readFile(path.join(target, 'index.html'), 'utf8')).toBe('c3');
});

it('refuses a place with other files', async () => {
  const target = await writeFiles({ 'letter.doc': '来稿' });
  expect(await runHere('upload', [target, '--site', await built('a1')])).toEqual({
    code: 1,
    stdout: '',
    stderr: `没有写任何文件：${target} 里有文件，又不是本程序传上去的网站
  改法：写一个新的或空的位置；里面确实没有要留的东西，就先清空它
`,
  });
});

it('refuses the site itself, a folder around it, and a release', async () => {
  const site = await built('a1');
  const folder = path.join(await writeFiles({}), 'daokan');
  await makeRelease(folder, buildRelease('b2'), 2);
  await writeFile(path.join(folder, 'releases/0001/.park-bulletin'), '');
  const before = await siteFiles(path.dirname(site));
  for (const target of [site, path.dirname(site), path.join(site, '_astro')]) {
    const { code, stderr } = await runHere('upload', [target, '--site', site]);
    expect([code, stderr]).toEqual([
      1,
      `没有写任何文件：不能传到 ${target}：要传的网站就在那里
  改法：写网站空间的位置，或别的文件夹；只想放在本机，网站已经在了
`,
    ]);
  }
  const release = path.join(folder, 'current');
  expect((await runHere('upload', [release, '--site', site])).stderr).toBe(
    `没有写任何文件：不能传到 ${release}：那是 npm run release 做好的一版，读者正看着，或要退回去用
  改法：用 npm run release 发布到那里；要另传一份，写别的位置
`,
  );
  expect((await runHere('upload', ['', '--site', site])).stderr).toBe(
    '没有写任何文件：位置是空的\n  改法：写 rclone 的位置，例如 daokan:bucket，或一个文件夹\n',
  );
  expect(await siteFiles(path.dirname(site))).toEqual(before);
});

it('an upload that breaks off says so, and not that nothing was written', async () => {
  expect(await runHere('upload', ['no-such-remote:x', '--site', await built('a1')])).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^rclone 没有传完：.*no-such-remote:x.*\n {2}改法：看它说的哪里不对，再运行一次，传过的会跳过\n$/u,
    ),
  });
});

it('without a manifest reports how to make one', async () => {
  const site = path.join(await writeFiles({}), 'dist');
  expect((await runHere('upload', ['x:y', '--site', site])).stderr).toBe(
    `没有写任何文件：没有清单 ${site}.hosting/manifest.json\n  改法：先用 npm run build -- --host 生成，写明放到哪一家\n`,
  );
});

it('for OSS and COS writes the order with metadata and digests', async () => {
  const site = await built('a1');
  const list = async () => (await readFile(`${site}.hosting/upload.csv`, 'utf8')).split('\n');
  expect((await runHere('upload', ['oss://daokan', '--site', site])).stdout).toBe(
    `${site}.hosting/upload.csv：照次序传 4 个文件，最后删去 0 个。\n`,
  );
  const digest =
    '2,f55ff16f66f43360266b95db6f8fec01d76031054306ae4a4b380598f6cfd114,iou3zTQ6oq2Zt9diAwhXog==';
  expect((await list()).slice(0, 3)).toEqual([
    'order,action,path,bytes,sha256,md5,contentType,cacheControl',
    `1,upload,_astro/page.a1.css,${digest},text/css; charset=utf-8,"public, max-age=31536000, immutable"`,
    `2,upload,index.html,${digest},text/html; charset=utf-8,no-cache`,
  ]);
  await built('b2', site);
  await runHere('upload', ['oss://daokan', '--site', site]);
  expect((await list()).map((line) => line.split(',').slice(0, 3).join(' '))).toEqual([
    'order action path',
    '1 upload _astro/page.b2.css',
    '2 upload index.html',
    '3 upload b2/index.html',
    '4 upload pagefind/catalogue.json',
    '5 delete a1/index.html',
    '',
  ]);
});

it('sends groups in their order with their metadata, and stops at the first failure', async () => {
  const site = await built('a1');
  const files = await digestsOfFiles(site, ['index.html', '_astro/page.a1.css', 'pagefind/catalogue.json']);
  const plan = planUpload({ files }, ['.park-bulletin', 'old/index.html', '_astro/page.z9.css'], []);
  const calls: string[] = [];
  const rclone: RunRclone = async (args) => {
    const list = args[args.indexOf('--files-from-raw') + 1] ?? '';
    const names = (await readFile(list, 'utf8')).trim();
    const cache = args.find((each) => each.startsWith('Cache-Control')) ?? '';
    calls.push([args[0], names, cache].join(' ').trim());
    return names === 'pagefind/catalogue.json' && calls.length > 5
      ? { code: 1, stdout: '', stderr: 'quota' }
      : { code: 0, stdout: '', stderr: '' };
  };
  await runPlan(site, 'x:', plan, rclone);
  expect(calls).toEqual([
    'copy .park-bulletin',
    'copy _astro/page.a1.css Cache-Control: public, max-age=31536000, immutable',
    'copy index.html Cache-Control: no-cache',
    'copy pagefind/catalogue.json Cache-Control: no-cache',
    'delete _astro/page.z9.css\nold/index.html',
  ]);
  await expect(runPlan(site, 'x:', plan, rclone)).rejects.toMatchObject({
    problem: 'rclone 没有传完：quota',
  });
  expect(calls).toHaveLength(9);
});

it('a target that does not exist yet is empty', async () => {
  const answer = (code: number) => async () => ({ code, stdout: '', stderr: 'no' });
  expect(await filesAt('x:', answer(3))).toEqual([]);
  await expect(filesAt('x:', answer(1))).rejects.toMatchObject({ problem: 'rclone 没有传完：no' });
});
