import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishSite } from '../../scripts/lib/publish/publish-site.ts';
import { reportFailure } from '../../scripts/lib/publish/report-failure.ts';
import { writeFiles } from '../lib/bulletin-files.ts';
import { filesIn } from '../lib/folder.ts';
import { MAY_MOUNT, makeReadOnly, mountDisk } from '../lib/small-disk.ts';

/* Publishing with a site that is made without Astro: after any failure the output is the old site or the new one. */

const MARKER = { '.park-bulletin': expect.any(String) };
const OLD = { 'index.html': 'old', 'old.txt': 'old' };
/** One file is larger than what is free on a full disk. */
const NEW = { 'index.html': 'new', 'large.txt': '新'.repeat(100_000) };

const writeSite = async (folder: string, files: Record<string, string>) => {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
};

/** Publishes a site as `build` does. Returns what the command would print. */
async function publish(outDir: string, files: Record<string, string> = NEW): Promise<string> {
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  try {
    await publishSite({ outDir, content: 'content', say }, (folder) => writeSite(folder, files));
  } catch (error) {
    reportFailure(error, 'content', say);
  }
  return said.join('\n');
}

const home = process.cwd();
let root: string;
beforeEach(async () => {
  root = await writeFiles({ 'project/content/site.yaml': '' });
  process.chdir(path.join(root, 'project'));
});
afterEach(() => process.chdir(home));

it('replaces an earlier site, and leaves no temporary files', async () => {
  const outDir = path.join(root, 'site');
  expect(await publish(outDir, OLD)).toBe('');
  expect(await filesIn(outDir)).toEqual({ ...OLD, ...MARKER });
  expect(await publish(outDir)).toBe('');
  expect(await filesIn(outDir)).toEqual({ ...NEW, ...MARKER });
  expect(await readdir('.astro')).toEqual([]);
});

it('two at once run one after the other; output folders may have any name', async () => {
  const strange = path.join(root, "a#b?c%20d e中文&amp;'[x]{a,b}", '#?%20 站');
  // Its name begins with that of the project.
  const beside = path.join(root, 'project-site');
  const said = await Promise.all([publish(strange), publish(beside)]);
  expect(said.filter((text) => /^这个项目正在生成另一次（进程 \d+），等它结束…$/u.test(text))).toHaveLength(
    1,
  );
  expect([await filesIn(strange), await filesIn(beside)]).toEqual([
    { ...NEW, ...MARKER },
    { ...NEW, ...MARKER },
  ]);
});

const onDisks = () => {
  it('that is full keeps the old site, which is replaced once there is room', async () => {
    const outDir = path.join(root, 'site');
    await mountDisk(outDir, 1);
    await publish(outDir, OLD);
    spawnSync('dd', ['if=/dev/zero', `of=${path.join(outDir, 'filling')}`, 'bs=64k']);
    expect(await publish(outDir)).toMatch(
      /^系统不让写.*（ENOSPC）\n {2}改法：看看磁盘满了没有.*\n\n没有发布任何东西，上一次的结果没有改动。$/u,
    );
    await rm(path.join(outDir, 'filling'));
    expect(await filesIn(outDir)).toEqual({ ...OLD, ...MARKER });
    expect(await publish(outDir)).toBe('');
    expect(await filesIn(outDir)).toEqual({ ...NEW, ...MARKER });
  });

  it('that is read-only keeps the old site', async () => {
    const outDir = path.join(root, 'site');
    await mountDisk(outDir, 1);
    await publish(outDir, OLD);
    makeReadOnly(outDir);
    expect(await publish(outDir)).toBe(
      `不能发布到 ${outDir}：${outDir} 不能写
  改法：换一个能写的文件夹，或改好它的权限

没有发布任何东西，上一次的结果没有改动。`,
    );
    expect(await filesIn(outDir)).toEqual({ ...OLD, ...MARKER });
  });

  it('that contains the project and is full keeps the old site', async () => {
    const outDir = path.join(root, 'site');
    await publish(outDir, OLD);
    await mountDisk(path.resolve('.astro'), 1);
    expect(await publish(outDir, { ...NEW, 'huge.txt': '新'.repeat(400_000) })).toContain(
      '没有发布任何东西，上一次的结果没有改动。',
    );
    expect(await filesIn(outDir)).toEqual({ ...OLD, ...MARKER });
  });
};

// Not every machine allows mounting.
if (MAY_MOUNT) describe('a separate disk', onDisks);
