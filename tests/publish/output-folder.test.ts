import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkReplaceable,
  MARKER_FILE,
  MARKER_TEXT,
  outputFolder,
} from '../../scripts/lib/publish/output-folder.ts';
import { CommandError } from '../../scripts/lib/command-error.ts';
import { writeFiles } from '../lib/bulletin-files.ts';

/** The problem of an output folder; undefined if a site may be published there. */
function saidOf(folder: string, content: string): string | undefined {
  try {
    checkReplaceable(outputFolder(folder, content));
    return undefined;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return error.problem.replace(/^不能发布到 .*：/u, '');
  }
}

const NOT_OURS = '里面有文件，又不是本程序生成的网站';

describe('the project', () => {
  it.each([
    ['.', '整个项目都在里面'],
    ['..', '整个项目都在里面'],
    ['/', '整个项目都在里面'],
    ['content', '内容文件夹在里面'],
    ['content/issues/2022-09', '它在内容文件夹里面'],
    ['content/new', '它在内容文件夹里面'],
    ['src', 'src 是项目自己的文件夹'],
    ['src/new', 'src 是项目自己的文件夹'],
    ['public/site', 'public 是项目自己的文件夹'],
    ['node_modules/x', 'node_modules 是项目自己的文件夹'],
    ['.git/new', '.git 是项目自己的文件夹'],
    ['.vscode', '.vscode 是项目自己的文件夹'],
    ['tests', 'tests 是项目自己的文件夹'],
    ['package.json', '这是一个文件，不是文件夹'],
    ['package.json/x', 'package.json 里有 Git 管着的文件'],
    ['dist/../content', '内容文件夹在里面'],
  ])('is never replaced: %s', (folder, problem) => expect(saidOf(folder, 'content')).toBe(problem));

  it('may get a new folder', () => expect(saidOf('dist-that-is-not-there', 'content')).toBeUndefined());
});

describe('a folder elsewhere', () => {
  const refuses = async (files: Record<string, string>, problem: string | undefined, name = 'site') => {
    const dir = await writeFiles(files);
    expect(saidOf(path.join(dir, name), path.join(dir, 'content'))).toBe(problem);
  };

  it('that does not exist', () => refuses({}, undefined));
  it('with files', () => refuses({ 'site/letter.doc': '' }, NOT_OURS));
  it('with a hidden file', () => refuses({ 'site/.env': '' }, NOT_OURS));
  it('with a site of an earlier build', () =>
    refuses({ [`site/${MARKER_FILE}`]: MARKER_TEXT, 'site/index.html': '' }, undefined));
  it('that is a Git repository', () =>
    refuses({ [`site/${MARKER_FILE}`]: MARKER_TEXT, 'site/.git/HEAD': '' }, '它是一个 Git 仓库'));
  it('that is a file', () => refuses({ site: '' }, '这是一个文件，不是文件夹'));
  it('that holds the content', () =>
    refuses({ [`${MARKER_FILE}`]: MARKER_TEXT, 'content/site.yaml': '' }, '内容文件夹在里面', '.'));
  it('in the content', () => refuses({ 'content/site.yaml': '' }, '它在内容文件夹里面', 'content/site'));

  it('that is empty', async () => {
    const dir = await writeFiles({});
    await mkdir(path.join(dir, 'site'));
    expect(saidOf(path.join(dir, 'site'), 'content')).toBeUndefined();
  });

  it('that is a link, even to an earlier build or to nothing', async () => {
    const dir = await writeFiles({ [`real/${MARKER_FILE}`]: MARKER_TEXT });
    await symlink('real', path.join(dir, 'site'));
    await symlink('nowhere', path.join(dir, 'broken'));
    expect(saidOf(path.join(dir, 'site'), 'content')).toBe('这是一个链接');
    expect(saidOf(path.join(dir, 'broken'), 'content')).toBe('这是一个链接');
  });

  it('whose linked parent leads into the project or the content', async () => {
    const dir = await writeFiles({ 'content/site.yaml': '' });
    await symlink(path.resolve('.'), path.join(dir, 'project'));
    await symlink('content', path.join(dir, 'other'));
    expect(saidOf(path.join(dir, 'project/src'), 'content')).toBe('src 是项目自己的文件夹');
    expect(saidOf(path.join(dir, 'other/issues'), path.join(dir, 'content'))).toBe('它在内容文件夹里面');
  });

  it('below a file', async () => {
    const dir = await writeFiles({});
    await writeFile(path.join(dir, 'file'), '');
    expect(saidOf(path.join(dir, 'file/site'), 'content')).toMatch(/file 是一个文件，不是文件夹$/u);
  });
});

it('reports how to fix it', async () => {
  const dir = await writeFiles({ 'letter.doc': '' });
  expect(() => checkReplaceable(dir)).toThrow(
    expect.objectContaining({
      fix: '用 --outDir 指定一个新的或空的文件夹，例如 --outDir ../site；里面确实没有要留的东西，就先删掉这个文件夹，再运行一次',
    }),
  );
});
