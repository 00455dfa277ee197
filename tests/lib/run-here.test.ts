import path from 'node:path';
import { expect, it } from 'vitest';
import { runHere } from './run-here.ts';
import { temporaryFolder } from './temporary-folders.ts';

it('leaves the environment as it was: other tests share the process', async () => {
  const before = { ...process.env };
  const outDir = path.join(temporaryFolder(), 'site');
  expect(await runHere('preview', ['--content', 'x', '--outDir', outDir])).toEqual({
    code: 1,
    stdout: '',
    stderr: `${outDir} 里没有网站。先运行 npm run build\n`,
  });
  expect(process.env).toEqual(before);
});
