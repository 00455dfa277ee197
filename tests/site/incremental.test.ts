import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { randomNumbers } from '../../scripts/bench/lib/made-text.ts';
import { article, type Files, writeFiles } from '../lib/bulletin-files.ts';
import { EDITS, everything } from '../lib/edits.ts';
import { LONG } from '../lib/long.ts';
import { copyProject, type ProjectCopy } from '../lib/project-copy.ts';
import { siteFiles } from '../lib/site-files.ts';

/*
 * The law of every cache: a build after any edits gives, byte for byte, what a clean build of the same
 * content gives. One copy of the project keeps its caches over the whole series; another starts clean
 * each time, from a content folder of its own.
 */
const SEED = 20220915;
/** Edits of the series that are tried in a short run. */
const SAMPLE = 8;

let warm: ProjectCopy;
let clean: ProjectCopy;
let files: Files;
let content: string;
let output: string;

beforeAll(async () => {
  [warm, clean] = await Promise.all([copyProject(), copyProject()]);
  files = await everything();
  content = await writeFiles(files);
  output = path.join(await writeFiles({}), 'site');
});

/** What differs between the warm build and a clean one of the same content; empty where nothing does. */
async function differences(): Promise<string[]> {
  await rm(path.join(clean.dir, 'node_modules/.astro'), { recursive: true, force: true });
  const from = await writeFiles(files);
  const to = path.join(await writeFiles({}), 'site');
  const [a, b] = await Promise.all([warm.build(content, output), clean.build(from, to)]);
  const names = [...new Set([...(await siteFiles(output)), ...(await siteFiles(to))])].sort();
  const differing: string[] = [];
  for (const name of names) {
    const [mine, right] = await Promise.all([output, to].map((dir) => bytesOf(path.join(dir, name))));
    if (!right || !mine?.equals(right)) differing.push(name);
  }
  await Promise.all([from, path.dirname(to)].map((dir) => rm(dir, { recursive: true, force: true })));
  return [a, b].flatMap(({ code, stderr }) => (code === 0 ? [] : [stderr])).concat(differing);
}

const bytesOf = (file: string) => readFile(file).catch(() => undefined);

/** Makes the content folder hold what `files` say; what has not changed is not touched. */
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
  await EDITS[name]?.({
    files,
    next,
    code: async (...change) => {
      await Promise.all([warm, clean].map((copy) => copy.edit(...change)));
    },
  });
  await write(before);
}

describe('a build after', { timeout: 3_600_000 }, () => {
  it('nothing but itself gives what a clean build gives', async () => {
    expect(await differences()).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  const random = randomNumbers(SEED);
  const next = (below: number) => Math.floor(random() * below);
  const series = Object.keys(EDITS)
    .map((name) => ({ name, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, LONG ? undefined : SAMPLE)
    .map(({ name }, index) => ({ name, index: index + 1 }));

  it.each(series)('edit $index ($name) gives what a clean build gives', async ({ name }) => {
    await edit(name, next);
    expect(await differences()).toEqual([]);
  });

  it('a fault, and its undoing, gives what a clean build gives', async () => {
    const before = { ...files };
    files['issues/2022-09/first.md'] = '---\ntitle：坏稿\n---\n';
    await write(before);
    expect((await warm.build(content, output)).code).toBe(1);
    const broken = { ...files };
    files = before;
    await write(broken);
    expect(await differences()).toEqual([]);
  });
});

describe('a build from a cache that', { timeout: 600_000 }, () => {
  const cacheOf = async (copy: ProjectCopy) => {
    const [name = ''] = await readdir(path.join(copy.dir, 'node_modules/.astro'));
    return path.join(copy.dir, 'node_modules/.astro', name);
  };

  it('is damaged gives what a clean build gives', async () => {
    const cache = await cacheOf(warm);
    for (const [index, name] of (await readdir(path.join(cache, 'files'))).entries()) {
      const file = path.join(cache, 'files', name);
      if (index % 4 === 0) await rm(file);
      else if (index % 4 === 1) await truncate(file, 20);
      else if (index % 4 === 2) await writeFile(file, '<p>另一页</p>');
    }
    const reading = path.join(cache, 'reading.json');
    await writeFile(reading, (await readFile(reading, 'utf8')).replaceAll('第一篇', '第二篇'));
    expect(await differences()).toEqual([]);
    await writeFile(reading, '{"');
    expect(await differences()).toEqual([]);
    await rm(path.join(cache, 'files'), { recursive: true });
    expect(await differences()).toEqual([]);
  });

  it('is another bulletin’s gives what a clean build gives', async () => {
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

  it('was filled before holds nothing that is not used', async () => {
    const kept = async () => (await readdir(path.join(await cacheOf(warm), 'files'))).length;
    const before = await kept();
    await rm(path.join(await cacheOf(warm), 'files'), { recursive: true });
    await warm.build(content, output);
    expect(await kept()).toBe(before);
  });
});
