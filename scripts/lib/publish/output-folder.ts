import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { ifMissing, isSystemError } from '../../../src/core/system-error.ts';
import { CommandError } from '../command-error.ts';
import { shownPath } from '../shown-path.ts';

/** A file in every built site. Only a folder that has it, or is empty, is ever replaced. */
export const MARK = '.park-bulletin';
export const MARK_TEXT =
  'This folder was built by park-bulletin. The next build replaces everything in it.\n本文件夹由程序生成，下一次生成会换掉里面的全部文件。\n';

/** Folders of a project that are no output even where Git is not asked. */
const OWN = ['content', 'node_modules', 'public', 'scripts', 'src', 'tests'];

const FIX = '用 --outDir 指定一个新的或空的文件夹，例如 --outDir ../site';

/**
 * The folder that a site is to be published in, by its real path. Nothing is changed.
 * @param typed as the user wrote it
 * @param content the content folder
 * @throws Refusal where no site may be published, whatever stands there
 */
export function outputFolder(typed: string, content: string): string {
  const refuse = (problem: string, fix = FIX): never => refusal(typed, problem, fix);
  const full = path.resolve(typed);
  const entry = entryOf(full);
  if (entry?.isSymbolicLink()) refuse('这是一个链接', '写它指向的那个文件夹本身');
  if (entry && !entry.isDirectory()) refuse('这是一个文件，不是文件夹');
  const folder = realPath(full);
  const project = realpathSync('.');
  if (isInside(project, folder)) refuse('整个项目都在里面');
  if (isInside(realPath(content), folder)) refuse('内容文件夹在里面');
  if (isInside(folder, realPath(content))) refuse('它在内容文件夹里面');
  if (isInside(folder, project)) {
    const [first = ''] = path.relative(project, folder).split(path.sep);
    if (OWN.includes(first) || first.startsWith('.')) refuse(`${first} 是项目自己的文件夹`);
    if (isTracked(first)) refuse(`${first} 里有 Git 管着的文件`);
  }
  checkWritable(folder, refuse);
  return folder;
}

/**
 * Holds that all that an output folder holds may be replaced.
 * @throws Refusal where it holds anything but an earlier build
 */
export function checkReplaceable(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (names.includes('.git')) refusal(folder, '它是一个 Git 仓库', FIX);
  if (names.length > 0 && !names.includes(MARK)) {
    const fix = `${FIX}；里面确实没有要留的东西，就先删掉这个文件夹，再运行一次`;
    refusal(folder, '里面有文件，又不是本程序生成的网站', fix);
  }
}

function refusal(folder: string, problem: string, fix: string): never {
  throw new CommandError(`不能发布到 ${shownPath(folder)}：${problem}`, fix);
}

/** Whether one path is another, or lies below it. */
function isInside(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return (
    relative === '' ||
    !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
  );
}

/** The real path of what may not be there yet: that of its nearest parent, and the rest. */
function realPath(file: string): string {
  const full = path.resolve(file);
  try {
    return realpathSync(full);
  } catch (error) {
    ifMissing(undefined)(error);
    const parent = path.dirname(full);
    return parent === full ? full : path.join(realPath(parent), path.basename(full));
  }
}

function isTracked(name: string): boolean {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z', '--', name], { encoding: 'utf8' });
  return status === 0 && stdout !== '';
}

/** Says so before the build rather than after it. */
function checkWritable(folder: string, refuse: (problem: string, fix?: string) => never): void {
  let nearest = folder;
  while (!entryOf(nearest)) nearest = path.dirname(nearest);
  if (!statSync(nearest).isDirectory()) refuse(`${shownPath(nearest)} 是一个文件，不是文件夹`);
  try {
    accessSync(nearest, constants.W_OK);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    refuse(`${shownPath(nearest)} 不能写`, '换一个能写的文件夹，或改好它的权限');
  }
}

function entryOf(file: string): Stats | undefined {
  try {
    return lstatSync(file);
  } catch (error) {
    return ifMissing(undefined)(error);
  }
}
