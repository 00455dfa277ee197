import path from 'node:path';
import { expect, it } from 'vitest';
import { bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { runAtTerminal } from '../lib/terminal.ts';

it.each([
  ['issue', ['2022-12'], '已建 <内容>/issues/2022-12/issue.yaml'],
  ['article', ['--title', '某某', '--inbox'], '已建 <内容>/inbox/mou-mou.md'],
  ['park', ['--name', '某某经济开发区'], '已建 <内容>/parks/mou-mou-jing-ji-kai-fa-qu.yaml'],
])('new %s --yes asks nothing at a terminal', async (kind, args, made) => {
  const content = await writeFiles(bulletinFiles());
  const { code, screen } = await runAtTerminal('new', [kind, ...args, '--yes', '--content', content], []);
  expect([code, screen.replaceAll(content, '<内容>')]).toEqual([0, expect.stringContaining(made)]);
});

it('new bulletin --yes asks nothing at a terminal', async () => {
  const dir = path.join(await writeFiles({}), '某 刊');
  const { code, screen } = await runAtTerminal('new', ['bulletin', dir, '--engine', '0.1.0', '--yes'], []);
  expect([code, screen.replaceAll(dir, '<文件夹>')]).toEqual([0, expect.stringContaining('已建 <文件夹>：')]);
});
