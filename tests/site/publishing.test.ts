import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { randomNumbers } from '../../scripts/bench/lib/made-text.ts';
import { restoreFolderContents } from '../../scripts/lib/publish/replace-folder-contents.ts';
import { build as buildSite } from '../lib/builder.ts';
import { article, bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { serve, start } from '../lib/command.ts';
import { everything } from '../lib/edits.ts';
import { LONG } from '../lib/long.ts';
import { copyProject, type ProjectCopy } from '../lib/project-copy.ts';
import { digestsOf } from '../lib/site-files.ts';
import { MAY_MOUNT, makeReadOnly, mountDisk } from '../lib/small-disk.ts';

/* Publishing is atomic: after any failure the output is the old site or the new one. */

let project: ProjectCopy;
let content: string;
/** A built site: the sample, or in a long run that of the old content. */
let oldFolder = inject('site').dir;
/** The files of that site, and of a site of the current content. */
let old: Record<string, string>;
let now: Record<string, string>;
/** Duration of a build in milliseconds. */
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
  content = await writeFiles(await everything());
  if (LONG) {
    project = await copyProject();
    oldFolder = await newFolder();
    await build(oldFolder);
  }
  old = await digestsOf(oldFolder);
  if (!LONG) return;
  await writeFile(path.join(content, 'issues/2022-09/first.md'), article('改过的第一篇', 'lead: true\n'));
  const folder = await newFolder();
  const started = performance.now();
  await build(folder);
  time = performance.now() - started;
  now = await digestsOf(folder);
  expect(now).not.toEqual(old);
});

// replace-folder-contents.test.ts kills a publication before each of its calls.
if (LONG)
  describe('a build that is killed', { timeout: 1_200_000 }, () => {
    const random = randomNumbers(20221130);

    it.each(Array.from({ length: 20 }, () => random()))(
      'after %d of its time leaves the old site or the new one',
      async (moment) => {
        const outDir = await newFolder();
        await oldSite(outDir);
        const { child } = start('build', ['--outDir', outDir], {
          SITE_URL: '',
          BULLETIN_CONTENT: content,
          BULLETIN_TEST_PROJECT: project.dir,
        });
        const ended = new Promise((resolve) => child.on('close', resolve));
        setTimeout(() => child.kill('SIGKILL'), moment * time);
        await ended;
        await restoreFolderContents(outDir);
        expect([old, now]).toContainEqual(await digestsOf(outDir));
        await build(outDir);
        expect(await digestsOf(outDir)).toEqual(now);
      },
    );
  });

it('preview first restores an interrupted publication, and says so', async () => {
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
  const { output, stop } = await serve('preview', ['--outDir', outDir]);
  stop();
  expect(output.stderr).toContain('上一次发布到一半断了，已先恢复原来的网站。');
  expect(await digestsOf(outDir)).toEqual(old);
});

it('refuses a folder with foreign files before it reads anything', async () => {
  const dir = await writeFiles({ 'letter.doc': '来稿' });
  expect(await buildSite('build', ['--outDir', dir], { BULLETIN_CONTENT: content, SITE_URL: '' })).toEqual({
    code: 1,
    stdout: '',
    stderr: `不能发布到 ${dir}：里面有文件，又不是本程序生成的网站
  改法：用 --outDir 指定一个新的或空的文件夹，例如 --outDir ../site；里面确实没有要留的东西，就先删掉这个文件夹，再运行一次

没有发布任何东西，上一次的结果没有改动。
`,
  });
  expect(await readFile(path.join(dir, 'letter.doc'), 'utf8')).toBe('来稿');
});

describe('a program with faults', () => {
  let broken: ProjectCopy;
  beforeAll(async () => {
    broken = await copyProject();
  });

  // The caches must not hide the fault: a long run builds twice.
  it.each(LONG ? [1, 2] : [1])(
    'fails if a page needs a missing file or prints a mobile number: build %i',
    async (time) => {
      if (time === 1) {
        await broken.edit(
          'src/layouts/Page.astro',
          "urls.file('favicon.svg')",
          "urls.file('favicon-gone.svg')",
        );
        await broken.edit(
          'src/components/ArticleFoot.astro',
          '<footer class="article-foot">',
          '<footer class="article-foot">１３８-0013-8000',
        );
      }
      const { code, stderr } = await broken.build(content, await newFolder());
      expect(code).toBe(1);
      const [problems, end] = stderr.split('建立检索…\n')[1]?.split(/\n(?=\n)/u) ?? [];
      const lines = (problems ?? '').split('\n').sort();
      const articles = lines.filter((line) =>
        /^\/issues\/[^\n]+\/index\.html：里有手机号码 138\*{4}8000$/u.test(line),
      );
      expect(articles.length).toBeGreaterThan(3);
      expect(lines.filter((line) => !articles.includes(line))).toEqual([
        expect.stringMatching(/^[^\n]+\.html：要用的文件 favicon-gone\.svg 没有生成$/u),
      ]);
      expect(end).toBe('\n网站里缺少文件，或有不该发布的字。没有发布任何东西，上一次的结果没有改动。\n');
    },
  );

  it('keeps details of an exception out of the terminal', async () => {
    await broken.edit(
      'src/pages/404.astro',
      '---\nimport',
      "---\nthrow new Error('甲\\n    at somewhere');\nimport",
    );
    const outDir = await newFolder();
    const { code, stderr } = await broken.build(await writeFiles(bulletinFiles()), outDir);
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
});

// Not every machine allows mounting. publish-site.test.ts has full disks that hold the site or the project.
if (LONG && MAY_MOUNT)
  it.each(['full', 'read-only'])(
    'a cache on a separate disk that is %s does not stop a build',
    async (kind) => {
      const outDir = await newFolder();
      await oldSite(outDir);
      const cache = path.join(project.dir, 'node_modules/.astro');
      await mountDisk(cache, 1);
      if (kind === 'read-only') makeReadOnly(cache);
      expect(await build(outDir)).toMatch(
        /^缓存文件夹 .* 不能写，或者磁盘满了：这一次不用缓存，慢一些，结果一样$/mu,
      );
      expect(await digestsOf(outDir)).toEqual(now);
    },
  );

// publish-site.test.ts has disks that reject files.
if (LONG)
  it('a disk that rejects large files keeps the old site', async () => {
    const outDir = await newFolder();
    await oldSite(outDir);
    const limited = spawnSync(
      'bash',
      ['-c', `ulimit -f 8; exec "${process.execPath}" scripts/cli.ts build --outDir "${outDir}"`],
      { cwd: project.dir, env: { ...process.env, BULLETIN_CONTENT: content, SITE_URL: '' } },
    );
    expect(limited.status).not.toBe(0);
    await restoreFolderContents(outDir);
    expect(await digestsOf(outDir)).toEqual(old);
  });
