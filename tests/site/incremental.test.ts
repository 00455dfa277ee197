import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { randomNumbers } from '../../scripts/bench/lib/made-text.ts';
import { build } from '../lib/builder.ts';
import { article, type Files, inFolder, writeFiles } from '../lib/bulletin-files.ts';
import { EDITS, everything } from '../lib/edits.ts';
import { LONG } from '../lib/long.ts';
import { copyProject, type ProjectCopy } from '../lib/project-copy.ts';
import { siteFiles } from '../lib/site-files.ts';

/*
 * The invariant of every cache: a build after any edits equals, byte for byte, a clean build of the same
 * content. One copy of the project keeps its caches over the whole series; another starts clean each time,
 * from its own content folder. Clean builds run in folders with strange names, in another time zone and language:
 * a site depends on its content alone.
 */
const SEED = 20220915;
/**
 * The short run makes many edits at once: each round those that one kind of cache key must detect. An edit
 * that changes a broader key would hide a bug in a narrower one, so the broadest, the code, comes last.
 */
const ROUNDS = [
  [
    ...['body', 'article added', 'old address', 'correction', 'chart', 'caption'],
    ...['picture under the same name', 'page', 'page title', 'words of the check', 'article renamed'],
  ],
  ['category name', 'park short name', 'region name', 'order of the columns', 'withdrawn', 'rights lost'],
  ['bulletin name', 'template', 'style', 'script of a page', 'Markdown plugin', 'encoder'],
];

let warm: ProjectCopy;
let clean: ProjectCopy;
let files: Files;
let content: string;
let output: string;
/** The clean build of the current content and code; undefined after a change of either. */
let right: string | undefined;
let codeIsEdited = false;

beforeAll(async () => {
  [warm, clean] = await Promise.all([copyProject(), copyProject()]);
  files = await everything();
  content = await writeFiles(files);
  output = path.join(await writeFiles({}), 'site');
  expect((await warm.build(content, output)).code).toBe(0);
});

/** The differences between the warm build and a clean one of the same content. */
async function differences(): Promise<string[]> {
  const [built, to] = await Promise.all([warm.build(content, output), right ?? cleanBuild()]);
  right = to;
  const names = [...new Set([...(await siteFiles(output)), ...(await siteFiles(to))])].sort();
  const differing: string[] = [];
  for (const name of names) {
    const [mine, other] = await Promise.all([output, to].map((dir) => bytesOf(path.join(dir, name))));
    if (!other || !mine?.equals(other)) differing.push(name);
  }
  return (built.code === 0 ? [] : [built.stderr]).concat(differing);
}

async function cleanBuild(): Promise<string> {
  await rm(path.join(clean.dir, 'node_modules/.astro'), { recursive: true, force: true });
  const to = path.join(await writeFiles({}), "a#b?c%20d e中文&amp;'[x]{a,b}", '#?%20 站');
  const folder = path.join(await writeFiles(inFolder('刊物 内容', files)), '刊物 内容');
  const env = { TZ: 'Pacific/Kiritimati', LANG: 'C' };
  // The builder of the worker is faster, but knows only the code of the worker's project.
  const { code, stderr } =
    LONG || codeIsEdited
      ? await clean.build(folder, to, env)
      : await build('build', ['--outDir', to], { ...env, SITE_URL: '', BULLETIN_CONTENT: folder });
  expect([code, stderr]).toEqual([0, expect.anything()]);
  return to;
}

const bytesOf = (file: string) => readFile(file).catch(() => undefined);

/** Writes `files` to the content folder and deletes all others; does not touch unchanged files. */
async function write(before: Files): Promise<void> {
  for (const name of new Set([...Object.keys(before), ...Object.keys(files)])) {
    const [was, is] = [before[name] ?? null, files[name] ?? null];
    if (was === is) continue;
    const file = path.join(content, name);
    if (is === null) await rm(file);
    else {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, is);
    }
  }
}

async function edit(name: string, next: (below: number) => number): Promise<void> {
  const before = { ...files };
  const made = EDITS[name];
  if (!made) throw new Error(`There is no edit “${name}”`);
  await made({
    files,
    next,
    code: async (...change) => {
      codeIsEdited = true;
      await Promise.all([warm, clean].map((copy) => copy.edit(...change)));
    },
  });
  await write(before);
  right = undefined;
}

it('every edit of the long series fits the content and the code', async () => {
  const edited = await everything();
  const fits: ProjectCopy['edit'] = async (file, from) =>
    expect(await readFile(file, 'utf8')).toContain(from);
  for (const made of Object.values(EDITS)) await made({ files: edited, next: () => 0, code: fits });
});

// The first build after the edits follows it, and equals a clean build of the corrected content.
it('a build of content with an error fails', async () => {
  const before = { ...files };
  files['issues/2022-09/first.md'] = '---\ntitle：坏稿\n---\n';
  await write(before);
  expect((await warm.build(content, output)).code).toBe(1);
  const broken = { ...files };
  files = before;
  await write(broken);
});

describe('a build after', { timeout: 3_600_000 }, () => {
  const random = randomNumbers(SEED);
  const next = (below: number) => Math.floor(random() * below);
  const series = Object.keys(EDITS)
    .map((name) => ({ name, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ name }) => [name]);

  it.each((LONG ? series : ROUNDS).map((names) => names.join('; ')))(
    '%s gives what a clean build gives',
    async (names) => {
      for (const name of names.split('; ')) await edit(name, next);
      expect(await differences()).toEqual([]);
    },
  );
});

// file-store.test.ts damages single files.
if (LONG)
  describe('a build from a cache that', { timeout: 600_000 }, () => {
    const cacheOf = async (copy: ProjectCopy) => {
      const [name = ''] = await readdir(path.join(copy.dir, 'node_modules/.astro'));
      return path.join(copy.dir, 'node_modules/.astro', name);
    };

    /** Ways to damage a cache. */
    const DAMAGES: [name: string, damage: (cache: string) => Promise<void>][] = [
      [
        'contains foreign files, truncated files and another reading',
        async (cache) => {
          for (const [index, name] of (await readdir(path.join(cache, 'files'))).entries()) {
            const file = path.join(cache, 'files', name);
            if (index % 4 === 0) await rm(file);
            else if (index % 4 === 1) await truncate(file, 20);
            else if (index % 4 === 2) await writeFile(file, '<p>另一页</p>');
          }
          const reading = path.join(cache, 'reading.json');
          await writeFile(reading, (await readFile(reading, 'utf8')).replaceAll('第一篇', '第二篇'));
        },
      ],
      ['contains a truncated reading', (cache) => writeFile(path.join(cache, 'reading.json'), '{"')],
      ['has lost its files', (cache) => rm(path.join(cache, 'files'), { recursive: true })],
    ];

    it.each(DAMAGES)('%s equals a clean build, and stores no more files than before', async (_, damage) => {
      const cache = await cacheOf(warm);
      const countFiles = async () => (await readdir(path.join(cache, 'files'))).length;
      const before = await countFiles();
      await damage(cache);
      expect(await differences()).toEqual([]);
      expect(await countFiles()).toBe(before);
    });

    it('belongs to another bulletin equals a clean build', async () => {
      const cache = await cacheOf(warm);
      const other = await writeFiles({
        ...(await everything()),
        'issues/2022-09/second.md': article('别的刊物的一篇'),
      });
      const built = await clean.build(other, path.join(await writeFiles({}), 'site'));
      expect(built.code).toBe(0);
      await rm(cache, { recursive: true });
      await cp(await cacheOf(clean), cache, { recursive: true });
      expect(await differences()).toEqual([]);
    });
  });
