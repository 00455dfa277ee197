import { expect, it } from 'vitest';
import { run } from '../lib/command.ts';
import { runHere } from '../lib/run-here.ts';

it('rejects unknown tools', async () => {
  expect(await runHere('bench/build', ['--only', 'ours,jekyll'])).toEqual({
    code: 2,
    stdout: '',
    stderr: '没有“jekyll”这个工具。可以写：ours、hugo、hugo-pictures、eleventy、hexo\n',
  });
});

it('rejects invalid numbers, and prints help', async () => {
  expect(await runHere('bench/build', ['--articles', '10,x'])).toMatchObject({
    code: 2,
    stderr: '“x”不是正整数\n',
  });
  expect(await runHere('bench/pages', ['--articles', '0'])).toMatchObject({
    code: 2,
    stderr: '“0”不是正整数\n',
  });
  const help = await runHere('bench/pages', ['--help']);
  expect(help.code).toBe(0);
  expect(help.stdout).toContain(
    '用法：npm run bench:pages -- [--articles <篇数>] [--no-lighthouse] [--json]',
  );
});

it('says how to install a missing tool', async () => {
  expect(await run('bench/build', ['--only', 'hugo', '--articles', '1'], { PATH: '' })).toEqual({
    code: 1,
    stdout: '',
    stderr: '造 1 篇…\n没有找到 Hugo\n  改法：apt-get install hugo；只测本刊就加 --only ours\n',
  });
});
