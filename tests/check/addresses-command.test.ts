import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { runHere } from '../lib/run-here.ts';

describe('npm run addresses', { timeout: 60_000 }, () => {
  it('writes the list, extends it, and never removes a line', async () => {
    const dir = await writeFiles(bulletinFiles());
    const list = path.join(dir, 'addresses.txt');
    const addresses = (...args: string[]) => runHere('addresses', ['--content', dir, ...args]);
    const behind = await addresses('--check');
    expect([behind.code, behind.stdout.split('\n').at(-2)?.replaceAll(dir, '<刊物>')]).toEqual([
      1,
      '<刊物>/addresses.txt 里还没有这 15 个网址。改法：npm run addresses',
    ]);
    expect(JSON.parse((await addresses('--json')).stdout)).toMatchObject({ total: 15, written: true });
    const first = await readFile(list, 'utf8');
    expect(first.split('\n')).toEqual([...first.trim().split('\n').sort(), '']);
    expect((await addresses('--check')).code).toBe(0);

    await writeFile(list, `\uFEFF${first.replaceAll('\n', '\r\n')}/issues/1999/\r\n`);
    await writeFile(path.join(dir, 'issues/2022-09/third.md'), article('第三篇', 'aliases: [/old/third/]\n'));
    const more = await addresses();
    expect([more.code, more.stdout.replaceAll(dir, '<刊物>')]).toEqual([
      0,
      `/issues/2022-09/third/
/old/third/

<刊物>/addresses.txt：记进 2 个网址，共 18 个。和稿件一起提交。
`,
    ]);
    const added = ['/issues/1999/', '/issues/2022-09/third/', '/old/third/'];
    expect(await readFile(list, 'utf8')).toBe(
      `${[...first.trim().split('\n'), ...added].sort().join('\n')}\n`,
    );
  });

  it('writes nothing where the content has errors', async () => {
    const dir = await writeFiles(bulletinFiles({ 'issues/2022-09/third.md': article('第三篇', 'xyz: 1\n') }));
    const { code, stderr } = await runHere('addresses', ['--content', dir]);
    expect(code).toBe(1);
    expect(stderr).toContain('没有写任何文件：内容有 1 处错误\n');
    expect(stderr).toContain('third.md:9:1 错误：不认识的字段“xyz”');
    await expect(readFile(path.join(dir, 'addresses.txt'))).rejects.toThrow('ENOENT');
  });

  it('writes lists that Git merges without conflict', async () => {
    const rule = /^content\/addresses\.txt .*$/mu.exec(await readFile('.gitattributes', 'utf8'))?.[0] ?? '';
    const dir = await writeFiles({
      '.gitattributes': `${rule}\n`,
      'content/addresses.txt': '/a/\n/m/\n/z/\n',
    });
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', dir, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args]);
    const add = async (text: string) => {
      await writeFile(path.join(dir, 'content/addresses.txt'), text);
      git('add', '-A');
      git('commit', '-qm', 'Next');
    };
    git('init', '-q', '-b', 'main');
    await add('/a/\n/m/\n/z/\n');
    git('checkout', '-qb', 'side');
    await add('/a/\n/m/\n/n/\n/z/\n');
    git('checkout', '-q', 'main');
    await add('/a/\n/m/\n/n2/\n/z/\n');
    git('merge', '-q', '-m', 'Merge', 'side');
    const merged = await readFile(path.join(dir, 'content/addresses.txt'), 'utf8');
    expect(merged.trim().split('\n').sort()).toEqual(['/a/', '/m/', '/n/', '/n2/', '/z/']);
  });
});
