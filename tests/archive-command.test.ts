import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { CommandError } from '../scripts/lib/command-error.ts';
import { writeArchive } from '../scripts/lib/archive/write-archive.ts';
import { checkOutsideSites, kitFolder } from '../scripts/lib/editions/kit-folder.ts';
import { bagOf } from '../src/editions/archive/bag.ts';
import { zipOf } from '../src/editions/archive/zip.ts';
import { bulletinFiles, writeFiles } from './lib/bulletin-files.ts';
import { runHere } from './lib/run-here.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const inFolder = (files: ReadonlyMap<string, Uint8Array>) =>
  zipOf(new Map([...files].map(([name, content]) => [`2022-09/${name}`, content])));
const BAG = bagOf(new Map([['index.html', bytes('甲')]]), '# 说明\n', []);

it('verifies an archive copy', async () => {
  const file = path.join(await writeFiles({ 'a.zip': inFolder(BAG) }), 'a.zip');
  expect(await runHere('archive', ['--verify', file])).toEqual({
    code: 0,
    stdout: `${file} 完好：核对了 5 个文件\n`,
    stderr: '',
  });
});

it('lists files that differ from the packed ones', async () => {
  const changed = new Map(BAG).set('data/index.html', bytes('乙')).set('data/x.txt', bytes('丙'));
  changed.delete('README.md');
  const file = path.join(await writeFiles({ 'a.zip': inFolder(changed) }), 'a.zip');
  expect(await runHere('archive', [file, '--verify'])).toEqual({
    code: 1,
    stdout: '少了　README.md\n改过　data/index.html\n多出来　data/x.txt\n',
    stderr: `${file} 和存的时候不一样，3 处\n`,
  });
  const { code, stdout } = await runHere('archive', [file, '--verify', '--json']);
  expect([code, JSON.parse(stdout)]).toEqual([
    1,
    {
      compared: 5,
      damage: [
        { kind: 'missing', file: 'README.md' },
        { kind: 'changed', file: 'data/index.html' },
        { kind: 'added', file: 'data/x.txt' },
      ],
    },
  ]);
});

it.each([
  ['a.zip', bytes('不是压缩包'), '打不开：不是压缩包，或者断了、坏了\n  改法：换一份存档核对\n'],
  [
    'b.zip',
    zipOf(new Map([['a.txt', bytes('甲')]])),
    '里没有 bagit.txt，不是存档\n  改法：用 npm run archive 存的压缩包来核对\n',
  ],
])('says that %s is no archive copy', async (name, content, said) => {
  const file = path.join(await writeFiles({ [name]: content }), name);
  expect(await runHere('archive', ['--verify', file])).toEqual({
    code: 1,
    stdout: '',
    stderr: `没有写任何文件：${file} ${said}`,
  });
});

it.each(['archive', 'wechat'])(
  '%s names the issues that there are, before it builds anything',
  async (name) => {
    const content = await writeFiles(bulletinFiles());
    const out = path.join(await writeFiles({}), 'out');
    const option = name === 'archive' ? '--out' : '--outDir';
    expect(await runHere(name, ['2022-13', '--content', content, option, out])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        '没有“2022-13”这一期\n  改法：写期的文件夹名，例如 2022-09\n\n没有发布任何东西，上一次的结果没有改动。\n',
    });
  },
);

it('a different archive copy is replaced only with --force', async () => {
  const dir = await writeFiles({ 'a.zip': bytes('旧') });
  const file = path.join(dir, 'a.zip');
  expect(await writeArchive(file, bytes('旧'), false)).toBe(true);
  await expect(writeArchive(file, bytes('新'), false)).rejects.toThrow(`${file} 已有，内容不一样`);
  expect(await writeArchive(file, bytes('新'), true)).toBe(false);
  expect(String(await readFile(file))).toBe('新');
  expect(await writeArchive(path.join(dir, 'x', 'b.zip'), bytes('甲'), false)).toBe(false);
});

it('nothing is written into a site, or over other files', async () => {
  const dir = await writeFiles({
    'site/.park-bulletin': '',
    'other/a.txt': '甲',
    'kit/.park-bulletin-kit': '',
  });
  const content = await writeFiles(bulletinFiles());
  const problem = (folder: string) => () => kitFolder(path.join(dir, folder), content);
  for (const folder of ['site', 'site/wechat']) expect(problem(folder)).toThrow('在网站里面，会被发布');
  expect(() => checkOutsideSites(path.join(dir, 'site/a.zip'))).toThrow(CommandError);
  expect(() => checkOutsideSites('public/a.zip')).toThrow(CommandError);
  expect(problem('other')).toThrow('里有别的文件');
  expect(problem('kit')()).toBe(path.join(dir, 'kit'));
  expect(problem('new')()).toBe(path.join(dir, 'new'));
});
