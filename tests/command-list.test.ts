import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../scripts/lib/commands.ts';
import { SCRIPTS } from '../src/scaffold/bulletin-files.ts';
import { runHere } from './lib/run-here.ts';

const NAMES = Object.keys(COMMANDS);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

it('every file of a command is in the list, and the other way round', () => {
  const names = readdirSync('scripts/commands').map((name) => name.replace('.ts', ''));
  expect(names.toSorted()).toEqual(NAMES.toSorted());
});

it.each(NAMES.filter((name) => COMMANDS[name]?.does !== undefined))('npm run %s calls the list', (name) => {
  expect(scripts[name]?.replace('--max-semi-space-size=32 ', '')).toBe(`node scripts/cli.ts ${name}`);
});

it('a new bulletin has the commands that its editors need', () => {
  const others = NAMES.filter((name) => !SCRIPTS.includes(name));
  expect(others).toEqual(['schema', 'migrate']);
});

describe.each(NAMES)('%s', (name) => {
  it('explains itself', async () => {
    const { code, stdout, stderr } = await runHere(name, ['--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^用法：(?:npm run|park-bulletin) /u);
    expect(stdout).toContain(name);
    expect(stdout).toMatch(/\n {2}--help +显示这段说明\n/u);
    expect(stdout).toMatch(/\n退出码：0 .+，2 参数不对\n/u);
  });

  it('says what is wrong with its options, and how it is called', async () => {
    const [usage] = (await runHere(name, ['--help'])).stdout.split('\n\n');
    expect(await runHere(name, ['--zzzzzzzz'])).toEqual({
      code: 2,
      stdout: '',
      stderr: `参数不对：没有 --zzzzzzzz 这一项\n\n${usage?.trim()}\n在命令后面加 --help（npm run 的写 -- --help），看每一项怎么写\n`,
    });
  });
});

it('park-bulletin prints its version', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await runHere('cli', ['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

it('park-bulletin lists its commands, and names the nearest one for an unknown one', async () => {
  const help = await runHere('cli', ['--help']);
  expect(help.code).toBe(0);
  for (const name of NAMES) {
    const { does } = COMMANDS[name] ?? {};
    if (does === undefined) expect(help.stdout).not.toContain(`  ${name} `);
    else expect(help.stdout).toContain(`  ${name.padEnd(12)} ${does}\n`);
  }
  expect(await runHere('cli', ['chek'])).toEqual({
    code: 2,
    stdout: '',
    stderr:
      '没有“chek”这个命令，你是不是想写 check？\n\n用法：park-bulletin <命令> [各命令自己的选项]\n在命令后面加 --help（npm run 的写 -- --help），看每一项怎么写\n',
  });
});
