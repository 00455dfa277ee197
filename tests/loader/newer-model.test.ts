import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { CONTENT_MODEL, modelOf } from '../../src/core/content-model.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { bulletinFiles, messagesOf, writeFiles } from '../lib/bulletin-files.ts';
import { filesIn } from '../lib/folder.ts';
import { runHere } from '../lib/run-here.ts';

const SITE = String(bulletinFiles()['site.yaml']);
const withModel = (model: string) => bulletinFiles({ 'site.yaml': `${SITE}model: ${model}\n` });
const PROBLEM = `内容是按第 ${CONTENT_MODEL + 1} 版格式写的，这个程序只认到第 ${CONTENT_MODEL} 版`;
const FIX = '换新版本的程序：npx park-bulletin upgrade；内容不要改';

/** Content for the next engine, in a form that this one does not know. */
const newer = () =>
  writeFiles({ ...withModel(String(CONTENT_MODEL + 1)), 'categories.yaml': 'columns: { news: 园区要闻 }\n' });

it.each([
  [undefined, 1],
  [{}, 1],
  [{ model: 3 }, 3],
  [{ model: 0 }, undefined],
  [{ model: '二' }, undefined],
])('the model of %j is %j', (site, model) => expect(modelOf(site)).toBe(model));

it('the engine’s own version changes nothing', async () => {
  const plain = await readContent(await writeFiles(bulletinFiles()));
  const { content, diagnostics } = await readContent(await writeFiles(withModel(String(CONTENT_MODEL))));
  expect(diagnostics).toEqual(plain.diagnostics);
  expect(content?.articles).toHaveLength(plain.content?.articles.length ?? 0);
});

it('an invalid version is an error like any other', async () => {
  expect(await messagesOf({ 'site.yaml': `${SITE}model: 0\n` })).toMatchInlineSnapshot(`
    [
      "content/site.yaml:4:8 错误：“内容格式”(model)不能小于 1
      改法：model: 1",
    ]
  `);
});

it('a newer version is the only error, at its line', async () => {
  const { content, diagnostics } = await readContent(await newer());
  expect(content).toBeUndefined();
  expect(diagnostics).toEqual([
    {
      rule: 'newer-model',
      severity: 'error',
      file: 'site.yaml',
      line: 4,
      column: 8,
      problem: PROBLEM,
      fix: FIX,
    },
  ]);
});

it.each([
  ['check', []],
  ['check', ['--fix']],
  ['check', ['<content>/issues/2022-09/first.md']],
  ['addresses', []],
  ['stats', []],
  ['schema', []],
  ['new', ['issue', '2022-10']],
  ['new', ['article', '2022-09', '--title', '某稿']],
  ['new', ['park', '--name', '某园']],
  ['move', ['<content>/issues/2022-09/first.md', '2022-09', '--slug', 'other']],
  ['import', ['<content>/../package.json']],
  ['dev', []],
] as [string, string[]][])('%s %j refuses it and writes nothing', async (name, args) => {
  const dir = path.join(await writeFiles({}), 'content');
  const other = await newer();
  await cp(other, dir, { recursive: true });
  const before = await filesIn(dir);
  const given = args.map((arg) => arg.replace('<content>', dir));
  const { code, stdout, stderr } = await runHere(name, [...given, '--content', dir]);
  const printed = `${stdout}${stderr}`;
  expect([code, printed]).toEqual([1, expect.stringContaining(PROBLEM)]);
  expect(printed).toContain(FIX);
  expect(printed).toContain('site.yaml:4');
  expect(await filesIn(dir)).toEqual(before);
  expect(await readdir(path.dirname(dir))).toEqual(['content']);
});
