import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { randomNumbers } from '../../scripts/bench/lib/made-text.ts';
import { restoreFolderContents } from '../../scripts/lib/publish/replace-folder-contents.ts';
import { article, writeFiles } from '../lib/bulletin-files.ts';
import { everything } from '../lib/edits.ts';
import { LONG } from '../lib/long.ts';
import { copyProject, type ProjectCopy } from '../lib/project-copy.ts';
import { digestsOf } from '../lib/site-files.ts';
import { MAY_MOUNT, makeReadOnly, mountDisk } from '../lib/small-disk.ts';

/* A site that is being published is the old one or the new one, whatever happens. */

let project: ProjectCopy;
let content: string;
/** A built site of the content as it was. */
let oldFolder: string;
/** The files of that site, and of one of the content as it is now. */
let old: Record<string, string>;
let now: Record<string, string>;
/** Milliseconds that a build takes. */
let time: number;
const newFolder = async () => path.join(await writeFiles({}), 'site');

async function build(outDir: string, expected = 0): Promise<string> {
  const { code, stderr } = await project.build(content, outDir);
  expect([code, stderr]).toEqual([expected, expect.anything()]);
  return stderr;
}

/** A folder with the old site. */
async function oldSite(outDir: string): Promise<void> {
  await cp(oldFolder, outDir, { recursive: true });
}

beforeAll(async () => {
  project = await copyProject();
  content = await writeFiles(await everything());
  oldFolder = await newFolder();
  await build(oldFolder);
  old = await digestsOf(oldFolder);
  await writeFile(path.join(content, 'issues/2022-09/first.md'), article('改过的第一篇', 'lead: true\n'));
  const folder = await newFolder();
  await build(folder);
  now = await digestsOf(folder);
  expect(now).not.toEqual(old);
  const started = performance.now();
  await build(folder);
  time = performance.now() - started;
});

describe('a build that is killed', { timeout: 1_200_000 }, () => {
  const random = randomNumbers(20221130);
  const moments = Array.from({ length: LONG ? 20 : 3 }, () => random());

  it.each(moments)('after %d of its time leaves the old site or the new one', async (moment) => {
    const outDir = await newFolder();
    await oldSite(outDir);
    const child = spawn(process.execPath, ['scripts/build.ts', '--outDir', outDir], {
      cwd: project.dir,
      env: {
        ...process.env,
        VITEST: undefined,
        NODE_ENV: 'production',
        SITE_URL: '',
        BULLETIN_CONTENT: content,
      },
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    setTimeout(() => child.kill('SIGKILL'), moment * time);
    await ended;
    await restoreFolderContents(outDir);
    expect([old, now]).toContainEqual(await digestsOf(outDir));
    await build(outDir);
    expect(await digestsOf(outDir)).toEqual(now);
  });
});

it('is the same in another folder and another time zone', async () => {
  const elsewhere = await copyProject();
  const [here, there] = await Promise.all([newFolder(), newFolder()]);
  const copied = path.join(await writeFiles({}), '刊物 内容');
  await cp(content, copied, { recursive: true });
  await rm(path.join(project.dir, 'node_modules/.astro'), { recursive: true });
  const built = await Promise.all([
    project.build(content, here, { TZ: 'Pacific/Kiritimati', LANG: 'zh_CN.UTF-8' }),
    elsewhere.build(copied, there, { TZ: 'America/Los_Angeles', LANG: 'C' }),
  ]);
  expect(built.map(({ code }) => code)).toEqual([0, 0]);
  expect(await digestsOf(there)).toEqual(await digestsOf(here));
});

it('two builds at once wait for one another', async () => {
  const [a, b] = await Promise.all([newFolder(), newFolder()]);
  const said = await Promise.all([build(a), build(b)]);
  expect(said.filter((text) => /^这个项目正在生成另一次（进程 \d+），等它结束…$/mu.test(text))).toHaveLength(
    1,
  );
  expect([await digestsOf(a), await digestsOf(b)]).toEqual([now, now]);
});

it('restores before it previews, and says so', async () => {
  const outDir = await newFolder();
  await oldSite(outDir);
  const staging = path.join(outDir, '.park-bulletin-staging');
  for (const name of ['previous', 'next', 'moved'])
    await mkdir(path.join(staging, name), { recursive: true });
  for (const name of await readdir(outDir)) {
    if (name !== path.basename(staging))
      await rename(path.join(outDir, name), path.join(staging, 'previous', name));
  }
  await writeFile(path.join(outDir, 'index.html'), 'half');
  const child = spawn(process.execPath, ['scripts/preview.ts', '--outDir', outDir, '--port', '4791'], {
    cwd: project.dir,
  });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  child.stdout.on('data', (text) => (said += text));
  await expect.poll(() => said, { timeout: 20_000 }).toContain('在浏览器里打开');
  child.kill();
  expect(said).toContain('上一次发布到一半断了，已先恢复原来的网站。');
  expect(await digestsOf(outDir)).toEqual(old);
});

it('publishes into a folder of any name, also twice', async () => {
  const outDir = path.join(await newFolder(), "a#b?c%20d e中文&amp;'[x]{a,b}", '#?%20 站');
  await build(outDir);
  await build(outDir);
  expect(await digestsOf(outDir)).toEqual(now);
});

it('publishes beside the project, where the names begin alike', async () => {
  const outDir = `${project.dir}-site`;
  try {
    await build(outDir);
    expect(await digestsOf(outDir)).toEqual(now);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
});

it('refuses a folder with files of others before anything is read', async () => {
  const dir = await writeFiles({ 'letter.doc': '来稿' });
  expect(await build(dir, 1)).toBe(
    `不能发布到 ${dir}：里面有文件，又不是本程序生成的网站
  改法：用 --outDir 指定一个新的或空的文件夹，例如 --outDir ../site；里面确实没有要留的东西，就先删掉这个文件夹，再运行一次

没有发布任何东西，上一次的结果没有改动。
`,
  );
  expect(await readFile(path.join(dir, 'letter.doc'), 'utf8')).toBe('来稿');
});

it('keeps details of a program error out of the terminal', async () => {
  const broken = await copyProject();
  await broken.edit(
    'src/pages/404.astro',
    '---\nimport',
    "---\nthrow new Error('甲\\n    at somewhere');\nimport",
  );
  const outDir = await newFolder();
  const { code, stderr } = await broken.build(content, outDir);
  expect([code, stderr.replace(/^[\s\S]*(?=生成失败)/u, '')]).toEqual([
    1,
    `生成失败，这不是稿件的错：甲
  改法：请把 .astro/error.log 交给维护网站的人

没有发布任何东西，上一次的结果没有改动。
`,
  ]);
  expect(stderr).not.toMatch(/^ +at /mu);
  expect(await readFile(path.join(broken.dir, '.astro/error.log'), 'utf8')).toContain('at ');
  expect(existsSync(outDir)).toBe(false);
});

it.each([
  [
    'needs a file that is not there',
    ['src/layouts/Page.astro', "urls.file('favicon.svg')", "urls.file('favicon-gone.svg')"],
    /^(?:[^\n]+\.html：要用的文件 favicon-gone\.svg 没有生成\n)+$/u,
  ],
  [
    'prints a mobile number, wherever it comes from',
    [
      'src/components/ArticleFoot.astro',
      '<footer class="article-foot">',
      '<footer class="article-foot">１３８-0013-8000',
    ],
    /^(?:\/issues\/[^\n]+\/index\.html：里有手机号码 138\*{4}8000\n)+$/u,
  ],
] as const)('fails where a page %s, and again the next time', async (_, [file, from, to], told) => {
  const broken = await copyProject();
  await broken.edit(file, from, to);
  for (let time = 0; time < 2; time += 1) {
    const { code, stderr } = await broken.build(content, await newFolder());
    expect(code).toBe(1);
    const [problems, end] = stderr.split('建立检索…\n')[1]?.split(/\n(?=\n)/u) ?? [];
    expect(`${problems}\n`).toMatch(told);
    expect(end).toBe('\n网站里缺少文件，或有不该发布的字。没有发布任何东西，上一次的结果没有改动。\n');
  }
});

const onDisks = () => {
  it('is published on, and its inside replaced', async () => {
    const outDir = await newFolder();
    await mountDisk(outDir, 64);
    await oldSite(outDir);
    expect(await digestsOf(outDir)).toEqual(old);
    await build(outDir);
    expect(await digestsOf(outDir)).toEqual(now);
  });

  it('that is full keeps the old site', async () => {
    const outDir = await newFolder();
    await mountDisk(outDir, 64);
    await oldSite(outDir);
    await fill(outDir);
    expect(await build(outDir, 1)).toMatch(/系统不让写.*（ENOSPC）\n {2}改法：看看磁盘满了没有/u);
    await rm(path.join(outDir, 'filling'));
    expect(await digestsOf(outDir)).toEqual(old);
    await build(outDir);
    expect(await digestsOf(outDir)).toEqual(now);
  });

  it('that is read-only keeps the old site, and says so before it builds', async () => {
    const outDir = await newFolder();
    await mountDisk(outDir, 64);
    await oldSite(outDir);
    makeReadOnly(outDir);
    expect(await build(outDir, 1)).toBe(
      `不能发布到 ${outDir}：${outDir} 不能写
  改法：换一个能写的文件夹，或改好它的权限

没有发布任何东西，上一次的结果没有改动。
`,
    );
    expect(await digestsOf(outDir)).toEqual(old);
  });

  it('that the project works on and that is full keeps the old site', async () => {
    const outDir = await newFolder();
    await oldSite(outDir);
    await mountDisk(path.join(project.dir, '.astro'), 1);
    expect(await build(outDir, 1)).toContain('没有发布任何东西，上一次的结果没有改动。');
    expect(await digestsOf(outDir)).toEqual(old);
  });

  it.each(['full', 'read-only'])('as a cache that is %s does not stop a build', async (kind) => {
    const outDir = await newFolder();
    await oldSite(outDir);
    const cache = path.join(project.dir, 'node_modules/.astro');
    await mountDisk(cache, 1);
    if (kind === 'read-only') makeReadOnly(cache);
    expect(await build(outDir)).toMatch(
      /^缓存文件夹 .* 不能写，或者磁盘满了：这一次不用缓存，慢一些，结果一样$/mu,
    );
    expect(await digestsOf(outDir)).toEqual(now);
  });
};

const withoutDisks = () => {
  it('that takes no large file keeps the old site', async () => {
    const outDir = await newFolder();
    await oldSite(outDir);
    const limited = spawnSync(
      'bash',
      ['-c', `ulimit -f 8; exec "${process.execPath}" scripts/build.ts --outDir "${outDir}"`],
      { cwd: project.dir, env: { ...process.env, BULLETIN_CONTENT: content, SITE_URL: '' } },
    );
    expect(limited.status).not.toBe(0);
    await restoreFolderContents(outDir);
    expect(await digestsOf(outDir)).toEqual(old);
  });
};

// Mounting takes rights that not every machine gives.
describe('a disk of its own', MAY_MOUNT ? onDisks : withoutDisks);

/** Leaves no room on a disk. */
async function fill(folder: string): Promise<void> {
  spawnSync('dd', ['if=/dev/zero', `of=${path.join(folder, 'filling')}`, 'bs=64k']);
}
