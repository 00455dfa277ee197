import { cp, readdir, truncate } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import { type FormBundle, formBundle } from '../../src/admin/bundle-fs.ts';
import { changedSveltia } from '../../src/admin/sveltia-plugin.ts';
import { writeFiles } from '../lib/bulletin-files.ts';
import { LONG } from '../lib/long.ts';

let cache: string;
let bundle: FormBundle;
beforeAll(async () => {
  cache = await writeFiles({});
  // The bundle that the build of the site with a form has made.
  await cp(path.join(inject('projects')[0] ?? '', 'node_modules/.cache/form'), cache, { recursive: true });
  const made = await readdir(cache);
  bundle = await formBundle(cache);
  expect(await readdir(cache)).toEqual(made);
});

it('contains no third-party fonts, other languages or WebAssembly', () => {
  const { files, licenses } = bundle;
  expect(files.has('form.js')).toBe(true);
  const scripts = [...files].filter(([name]) => name.endsWith('.js'));
  expect(scripts.filter(([, bytes]) => Buffer.from(bytes).includes('cdn.jsdelivr.net'))).toEqual([]);
  expect([...files.keys()].filter((name) => /^[a-z]{2}(?:-[A-Z]{2})?-/u.test(name))).toEqual([
    expect.stringMatching(/^zh-CN-/u),
  ]);
  // The file types that the site serves: see routes.ts.
  expect([...new Set([...files.keys()].map((name) => path.extname(name)))].sort()).toEqual(['.js', '.woff2']);
  expect(licenses.match(/^==== \S+/gmu)).toEqual(
    [
      '@shikijs/langs',
      '@shikijs/themes',
      '@sveltia/cms',
      'exifr',
      'immutable',
      'turndown',
      'yaml',
      'zod',
    ].map((name) => `==== ${name}`),
  );
  expect(licenses.match(/^---- @sveltia\/cms: .*LICENSE.*$/gmu)).toHaveLength(3);
});

it('is made again, and is the same, if the cached one is corrupt', async () => {
  const other = await writeFiles({});
  await cp(cache, other, { recursive: true });
  const [name = ''] = await readdir(other);
  await truncate(path.join(other, name), 1_000_000);
  expect(await formBundle(other)).toEqual(bundle);
  expect(await readdir(other)).toEqual([name]);
}, 240_000);

// The tests of the caches write to folders that cannot be written.
if (LONG)
  it('is the same without a cache', async () => {
    // A file has the path of the folder.
    const blocked = path.join(await writeFiles({ cache: '' }), 'cache');
    expect(await formBundle(blocked)).toEqual(bundle);
  }, 240_000);

it('throws if a patch does not match the code of Sveltia', () => {
  expect(() => changedSveltia('const cms = {};')).toThrow('Sveltia CMS has changed: ');
});
