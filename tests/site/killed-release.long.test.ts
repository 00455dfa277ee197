import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { digestsOfFiles } from '../../scripts/lib/hosting/prepare-for-host.ts';
import { currentManifest, listReleases } from '../../scripts/lib/release/releases.ts';
import { article, writeFiles } from '../lib/bulletin-files.ts';
import { run, start } from '../lib/command.ts';
import { everything } from '../lib/edits.ts';

/* `npm run release` itself, killed while it builds, compresses and switches. tests/release kills it at each call. */

let content = '';
let folder = '';
const environment = () => ({ BULLETIN_CONTENT: content, SITE_URL: '' });

beforeAll(async () => {
  content = await writeFiles({ ...(await everything()), 'issues/2022-09/more.md': article('再来一篇') });
  folder = path.join(await writeFiles({}), 'daokan');
  expect((await run('release', [folder, '--keep', '2'], environment())).code).toBe(0);
}, 600_000);

/** Starts a release and kills it once something is true. @returns whether it was killed, and did not end before */
async function killWhen(isTime: (said: string) => boolean): Promise<boolean> {
  const { child, output } = start('release', [folder, '--keep', '2'], environment());
  const ended = new Promise((resolve) => child.once('close', resolve));
  while (child.exitCode === null && !isTime(output.stderr))
    await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill('SIGKILL');
  await ended;
  return child.signalCode === 'SIGKILL';
}

/** Astro's folder, in which sites are built before they are moved. */
const work = (name: string) => path.join(process.env.BULLETIN_TEST_PROJECT ?? '', '.astro', name);
const isThere = (...names: string[]) => existsSync(path.join(...names));
/** The number of the release that is being made. */
let next = '';

async function isWhole(): Promise<void> {
  const manifest = await currentManifest(folder);
  const files = manifest?.files ?? {};
  expect(Object.keys(files).length).toBeGreaterThan(50);
  expect(await digestsOfFiles(path.join(folder, 'current'), Object.keys(files))).toEqual(files);
}

const current = async () => (await listReleases(folder)).find(({ isCurrent }) => isCurrent)?.name ?? '';

/** All that lies where releases are made: what remains must not grow. */
async function remains(): Promise<string[]> {
  const names = [...(await readdir(folder)), ...(await readdir(path.join(folder, 'releases')))];
  const unfinished = ['unfinished', 'build.lock'].filter((name) => isThere(work(name)));
  return [...names.map((name) => name.replaceAll(/\d{4}/gu, '0000')), ...unfinished].sort();
}

const MOMENTS: Record<string, (said: string) => boolean> = {
  'while it reads': (said) => said.includes('读取'),
  'while it renders': (said) => said.includes('生成页面'),
  'with the first pages': () => isThere(work('unfinished/index.html')),
  'while it indexes': (said) => said.includes('建立检索'),
  'while it compresses': () => isThere(work('unfinished/404.html.br')),
  'while the site is moved': () => isThere(folder, 'releases/.unfinished'),
  'when the site has moved': () => isThere(folder, 'releases/.unfinished/.park-bulletin'),
  'before it is a release': () => isThere(folder, `releases/${next}.json`),
  'when it is a release': () => isThere(folder, `releases/${next}`),
};

it.each(Object.entries(MOMENTS))(
  'killed %s, a whole release stands, and the next one succeeds',
  async (_, isTime) => {
    const before = await current();
    next = String(Number(before) + 1).padStart(4, '0');
    expect(await killWhen(isTime)).toBe(true);
    await isWhole();
    expect([before, next]).toContain(await current());
    const { code, stderr } = await run('release', [folder, '--keep', '2'], environment());
    expect([code, stderr]).toEqual([0, expect.stringContaining('版上线了')]);
    await isWhole();
    expect(await remains()).toEqual([
      '0000',
      '0000',
      '0000.json',
      '0000.json',
      'current',
      'hosting',
      'releases',
    ]);
  },
  600_000,
);
