import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { article, bulletinFiles, writeFiles } from './lib/bulletin-files.ts';
import { run } from './lib/command.ts';
import { onlyLong } from './lib/long.ts';

/* The other tests of commands run them in their own process. Here each is a process: its exit code counts. */

const BAD = { 'issues/2022-09/third.md': article('第三篇').replace('园区要闻', '要问') };

type Command = [name: string, args: string[], code: number];

/** A process takes a second to start: a short run starts one of each kind. */
const COMMANDS: Command[] = [
  ['check', [], 1],
  ['schema', ['--nonsense'], 2],
  ['bench/build', ['--only', 'x'], 2],
  ...onlyLong<Command>(
    ['stats', [], 1],
    ['addresses', [], 1],
    ['import', ['没有.txt'], 1],
    ['move', ['issues/2022-09/none.md', '2022-10'], 1],
    ['new', ['issue', '2022-09'], 1],
    ['bench/pages', ['--articles', '0'], 2],
    ['bench/search', ['--articles', '0'], 2],
  ),
];

it.each(COMMANDS)('%s %j ends with its exit code', async (name, args, expected) => {
  const { code, stdout, stderr } = await run(name, args, {
    BULLETIN_CONTENT: await writeFiles(bulletinFiles(BAD)),
  });
  expect([code, `${stdout}${stderr}`]).toEqual([expected, expect.stringMatching(/\p{Script=Han}/u)]);
  expect(stderr).not.toMatch(/\n +at /u);
});

it.each([
  [['folder/file.txt'], ['folder']],
  [
    ['node_modules/package.json'],
    ['node_modules', 'node_modules/.cache', 'node_modules/.cache/park-bulletin'],
  ],
])(
  'a command keeps its compiled code where packages are installed, and only there: %j',
  async (files, folders) => {
    const cwd = await writeFiles(Object.fromEntries(files.map((name) => [name, '{}'])));
    const { NODE_COMPILE_CACHE: _, ...env } = process.env;
    const command = [path.resolve('scripts/cli.ts'), 'check', '--help'];
    expect(spawnSync(process.execPath, command, { cwd, env }).status).toBe(0);
    const entries = readdirSync(cwd, { recursive: true, withFileTypes: true });
    const found = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('v'));
    expect(
      found.map(({ parentPath, name }) => path.relative(cwd, path.join(parentPath, name))).sort(),
    ).toEqual(folders);
  },
);
