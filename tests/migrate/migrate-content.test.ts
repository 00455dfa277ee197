import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { CONTENT_MODEL } from '../../src/core/content-model.ts';
import { migrateContent } from '../../src/migrate/migrate-content-fs.ts';
import { type Migration, MIGRATIONS } from '../../src/migrate/migrations.ts';
import { bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { filesIn } from '../lib/folder.ts';
import { runHere } from '../lib/run-here.ts';

/** A migration that adds a line to a file. */
const adding = (to: number, file: string): Migration => ({
  to,
  plan: async (dir) => {
    const before = await readFile(path.join(dir, file), 'utf8');
    return { create: new Map(), replace: new Map([[file, Buffer.from(`${before}to: ${to}\n`)]]), remove: [] };
  },
});
const NOTHING = { create: new Map(), replace: new Map(), remove: [] };

it('there is one migration for each version after the first', () => {
  const expected = Array.from({ length: CONTENT_MODEL - 1 }, (_, index) => index + 2);
  expect(MIGRATIONS.map(({ to }) => to)).toEqual(expected);
});

it('runs the migrations that are due in their order, and writes the version', async () => {
  const dir = await writeFiles({ 'site.yaml': 'title: 某刊\nmodel: 2 # 不要改\n', 'a.yaml': 'a: 1\n' });
  const list = [adding(4, 'a.yaml'), adding(2, 'a.yaml'), adding(3, 'site.yaml'), adding(5, 'a.yaml')];
  expect(await migrateContent(dir, list, 4)).toEqual([3, 4]);
  expect(await filesIn(dir)).toEqual({
    'site.yaml': 'title: 某刊\nmodel: 4\nto: 3\n',
    'a.yaml': 'a: 1\nto: 4\n',
  });
  expect(await migrateContent(dir, list, 4)).toEqual([]);
});

it('adds the version to content without one', async () => {
  const dir = await writeFiles({ 'site.yaml': 'title: 某刊' });
  expect(await migrateContent(dir, [{ to: 2, plan: async () => NOTHING }], 2)).toEqual([2]);
  expect(await filesIn(dir)).toEqual({ 'site.yaml': 'title: 某刊\nmodel: 2\n' });
});

it('keeps the version where a migration fails, so that it can be run again', async () => {
  const files = { 'site.yaml': 'title: 某刊\n', 'a.yaml': 'a: 1\n' };
  const dir = await writeFiles(files);
  const list = [adding(2, 'a.yaml'), adding(3, 'none.yaml')];
  await expect(migrateContent(dir, list, 3)).rejects.toThrow('ENOENT');
  expect(await filesIn(dir)).toEqual({ 'site.yaml': 'title: 某刊\nmodel: 2\n', 'a.yaml': 'a: 1\nto: 2\n' });
});

it('park-bulletin migrate leaves content of this version as it is', async () => {
  const dir = await writeFiles(bulletinFiles());
  const before = await filesIn(dir);
  expect(await runHere('migrate', ['--content', dir])).toEqual({
    code: 0,
    stdout: '内容不用改。\n',
    stderr: '',
  });
  expect(await filesIn(dir)).toEqual(before);
});
