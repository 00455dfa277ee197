import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readKept, writeKept } from '../../src/admin/kept-fs.ts';
import { writeFiles } from '../lib/bulletin-files.ts';

const BYTES = Buffer.from('甲乙丙'.repeat(1000));

async function keptFile(): Promise<{ folder: string; file: string }> {
  const folder = path.join(await writeFiles({}), 'cache');
  await writeKept(folder, 'key', BYTES);
  const [name = ''] = await readdir(folder);
  return { folder, file: path.join(folder, name) };
}

it('gives what was kept, and only under its key', async () => {
  const { folder } = await keptFile();
  expect(await readKept(folder, 'key')).toEqual(BYTES);
  expect(await readKept(folder, 'other')).toBeUndefined();
  expect(await readKept(path.join(folder, 'none'), 'key')).toBeUndefined();
});

it.each<[string, (folder: string, file: string) => Promise<void>]>([
  ['damaged', (_, file) => writeFile(file, Buffer.from(BYTES).fill(0, 5, 6))],
  ['cut off', (_, file) => writeFile(file, BYTES.subarray(0, -1))],
  ['empty', (_, file) => writeFile(file, '')],
  ['longer', (_, file) => writeFile(file, Buffer.concat([BYTES, Buffer.from('丁')]))],
  [
    'another’s',
    async (folder, file) => {
      await writeKept(folder, 'foreign', Buffer.from('丁'));
      const foreign = (await readdir(folder)).find((name) => name.startsWith('foreign-')) ?? '';
      await rename(path.join(folder, foreign), file);
    },
  ],
  [
    'another’s under a name of ours',
    async (folder, file) => {
      await writeKept(folder, 'foreign', Buffer.from('丁'));
      const foreign = (await readdir(folder)).find((name) => name.startsWith('foreign-')) ?? '';
      await rename(file, path.join(folder, foreign.replace('foreign', 'key')));
    },
  ],
  [
    'a folder',
    async (_, file) => {
      await rename(file, `${file}.old`);
      await mkdir(file);
    },
  ],
])('has nothing where the file is %s, and keeps it anew in its place', async (_, spoil) => {
  const { folder, file } = await keptFile();
  await spoil(folder, file);
  expect(await readKept(folder, 'key')).toBeUndefined();
  await writeKept(folder, 'key', BYTES);
  expect(await readKept(folder, 'key')).toEqual(BYTES);
  expect((await readdir(folder)).filter((name) => /^(?:key|unfinished)-/u.test(name))).toEqual([
    path.basename(file),
  ]);
});

it('does not mind a file that was added', async () => {
  const { folder } = await keptFile();
  await writeFile(path.join(folder, 'form.js'), 'alert(1)');
  expect(await readKept(folder, 'key')).toEqual(BYTES);
});

it('keeps nothing where it cannot, and says nothing', async () => {
  const file = path.join(await writeFiles({ cache: '一个文件' }), 'cache');
  for (const folder of [file, path.join(file, 'below')]) {
    await writeKept(folder, 'key', BYTES);
    expect(await readKept(folder, 'key')).toBeUndefined();
  }
  expect(await readFile(file, 'utf8')).toBe('一个文件');
});
