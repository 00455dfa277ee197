import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { formBundle } from '../../src/admin/bundle-fs.ts';
import { changedSveltia } from '../../src/admin/sveltia-plugin.ts';
import { writeFiles } from '../lib/bulletin-files.ts';

async function filesOf(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(path.join(folder, name), 'base64')] as const),
    ),
  );
}

it('is the same twice, holds no fonts of another host and no language but ours', async () => {
  const [first, second] = [await formBundle(await writeFiles({})), await formBundle(await writeFiles({}))];
  const files = await filesOf(first);
  expect(await filesOf(second)).toEqual(files);
  expect(files.has('form.js')).toBe(true);
  const scripts = [...files].filter(([name]) => name.endsWith('.js'));
  expect(scripts.filter(([, base64]) => Buffer.from(base64, 'base64').includes('cdn.jsdelivr.net'))).toEqual(
    [],
  );
  expect([...files.keys()].filter((name) => /^[a-z]{2}(?:-[A-Z]{2})?-/u.test(name))).toEqual([
    expect.stringMatching(/^zh-CN-/u),
  ]);
}, 240_000);

it('is refused where Sveltia has changed so that it cannot be fitted', () => {
  expect(() => changedSveltia('const cms = {};')).toThrow('Sveltia CMS has changed: ');
});
