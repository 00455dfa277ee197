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
import { displayPath } from '../display-path.ts';

/** Marker file in every built site. Only folders that contain it, or are empty, are replaced. */
export const MARKER_FILE = '.park-bulletin';
export const MARKER_TEXT =
  'This folder was built by park-bulletin. The next build replaces everything in it.\n本文件夹由程序生成，下一次生成会换掉里面的全部文件。\n';

/** Marker file in every site that shows drafts; such a site never replaces a published one. */
export const DRAFTS_FILE = '.park-bulletin-drafts';

/** Project folders that are never output, even without Git. */
const PROJECT_FOLDERS = ['content', 'node_modules', 'public', 'scripts', 'src', 'tests'];

const FIX = '用 --outDir 指定一个新的或空的文件夹，例如 --outDir ../site';

/**
 * Resolves the real path of the output folder. Changes nothing.
 * @param typed as the user wrote it
 * @param content the content folder
 * @param other how to name another folder
 * @throws CommandError if no site may be published there, whatever the folder contains
 */
export function outputFolder(typed: string, content: string, other = FIX): string {
  const refuse = (problem: string, fix = other): never => refuseFolder(typed, problem, fix);
  const full = path.resolve(typed);
  const entry = statOf(full);
  if (entry?.isSymbolicLink()) refuse('这是一个链接', '写它指向的那个文件夹本身');
  if (entry && !entry.isDirectory()) refuse('这是一个文件，不是文件夹');
  const folder = realPath(full);
  const project = realpathSync('.');
  if (isInside(project, folder)) refuse('整个项目都在里面');
  if (isInside(realPath(content), folder)) refuse('内容文件夹在里面');
  if (isInside(folder, realPath(content))) refuse('它在内容文件夹里面');
  if (isInside(folder, project)) {
    const [first = ''] = path.relative(project, folder).split(path.sep);
    if (PROJECT_FOLDERS.includes(first) || first.startsWith('.')) refuse(`${first} 是项目自己的文件夹`);
    if (isTracked(first)) refuse(`${first} 里有 Git 管着的文件`);
  }
  checkWritable(folder, refuse);
  return folder;
}

/**
 * Checks that the content of an output folder may be replaced.
 * @throws CommandError if it contains anything but an earlier build
 */
export function checkReplaceable(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (names.includes('.git')) refuseFolder(folder, '它是一个 Git 仓库', FIX);
  if (names.length > 0 && !names.includes(MARKER_FILE)) {
    const fix = `${FIX}；里面确实没有要留的东西，就先删掉这个文件夹，再运行一次`;
    refuseFolder(folder, '里面有文件，又不是本程序生成的网站', fix);
  }
}

/**
 * Checks that a site with drafts does not replace one without.
 * @throws CommandError if it would
 */
export function checkForDrafts(typed: string): void {
  const names = existsSync(typed) ? readdirSync(typed) : [];
  if (names.includes(MARKER_FILE) && !names.includes(DRAFTS_FILE))
    refuseFolder(typed, '里面是发布用的网站，草稿样张不能换掉它', FIX);
}

function refuseFolder(folder: string, problem: string, fix: string): never {
  throw new CommandError(`不能发布到 ${displayPath(folder)}：${problem}`, fix);
}

/** Whether one path is another, or lies below it. */
function isInside(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return (
    relative === '' ||
    !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
  );
}

/** The real path of a file that may not exist yet: that of its nearest existing parent, plus the rest. */
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

/** Checks permissions before the build, so that they do not fail after it. */
function checkWritable(folder: string, refuse: (problem: string, fix?: string) => never): void {
  let nearest = folder;
  while (!statOf(nearest)) nearest = path.dirname(nearest);
  if (!statSync(nearest).isDirectory()) refuse(`${displayPath(nearest)} 是一个文件，不是文件夹`);
  try {
    accessSync(nearest, constants.W_OK);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    refuse(`${displayPath(nearest)} 不能写`, '换一个能写的文件夹，或改好它的权限');
  }
}

function statOf(file: string): Stats | undefined {
  try {
    return lstatSync(file);
  } catch (error) {
    return ifMissing(undefined)(error);
  }
}
