import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { addModulePreloads } from '../../src/integrations/module-preloads.ts';
import { writeFiles } from '../lib/bulletin-files.ts';

const head = (links: string) =>
  `<head><script type="module" src="/daokan/_astro/a.1.js"></script><script type="module" src="/daokan/_astro/b.1.js"></script>${links}</head>`;

it('names what the scripts of a page import, once', async () => {
  const site = await writeFiles({
    'search/index.html': head(''),
    '_astro/a.1.js':
      'import{t as e,n as $}from"./fold.1.js";import"./keys.1.js";const x=()=>import("./late.1.js");',
    '_astro/b.1.js': 'import * as k from "./keys.1.js";import"./a.1.js"',
    '_astro/fold.1.js': 'import{a}from"./signs.1.js";export{a as t}',
    '_astro/signs.1.js': 'export const a=1',
    '_astro/keys.1.js': 'export{}',
    '_astro/late.1.js': 'import"./other.1.js"',
  });
  addModulePreloads(site, 'search/index.html');
  const link = (name: string) => `<link rel="modulepreload" href="/daokan/_astro/${name}.1.js">`;
  expect(await readFile(path.join(site, 'search/index.html'), 'utf8')).toBe(
    head(['fold', 'signs', 'keys'].map(link).join('')),
  );
});

it('names a worker that a script starts, and what the worker imports', async () => {
  const site = await writeFiles({
    'search/index.html': head(''),
    '_astro/a.1.js': 'new Worker(`/daokan/_astro/search-worker.B5km-8d_.js`,{type:`module`})',
    '_astro/b.1.js': 'const address=`/daokan/_astro/other.1.js`',
    '_astro/search-worker.B5km-8d_.js': 'import"./signs.1.js"',
    '_astro/signs.1.js': 'export{}',
  });
  addModulePreloads(site, 'search/index.html');
  const link = (name: string) => `<link rel="modulepreload" href="/daokan/_astro/${name}.js">`;
  expect(await readFile(path.join(site, 'search/index.html'), 'utf8')).toBe(
    head(['search-worker.B5km-8d_', 'signs.1'].map(link).join('')),
  );
});

it('leaves a page without imports unchanged, and ignores a missing page', async () => {
  const site = await writeFiles({ 'search/index.html': head(''), '_astro/a.1.js': '', '_astro/b.1.js': '' });
  addModulePreloads(site, 'search/index.html');
  addModulePreloads(site, 'other/index.html');
  expect(await readFile(path.join(site, 'search/index.html'), 'utf8')).toBe(head(''));
});
