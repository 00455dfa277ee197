import { lstatSync, type Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { ifMissing } from '../../../src/core/system-error.ts';
import { CommandError } from '../command-error.ts';
import { displayPath } from '../display-path.ts';
import { outputFolder } from '../publish/output-folder.ts';

/** Complete releases, by number, and their manifests: `0001`, `0001.json`. */
export const RELEASES = 'releases';
/** The link that servers read. */
export const CURRENT = 'current';
/** What the server includes. */
export const HOSTING = 'hosting';

const OTHER_FOLDER = '写一个新的或空的文件夹，例如 /srv/daokan';

/**
 * Checks where releases are to be made. Changes nothing.
 * @param typed as the user wrote it
 * @param content the content folder
 * @throws CommandError if no releases may be made there
 */
export function checkForReleases(typed: string, content: string): void {
  outputFolder(typed, content, OTHER_FOLDER);
  const kindOf = (name: string): Stats | undefined => {
    try {
      return lstatSync(path.join(typed, name));
    } catch (error) {
      return ifMissing(undefined)(error);
    }
  };
  const refuse = (name: string, problem: string, fix: string): never => {
    throw new CommandError(`不能发布到 ${displayPath(typed)}：里面的 ${name} ${problem}`, fix);
  };
  for (const name of [RELEASES, HOSTING])
    if (kindOf(name)?.isDirectory() === false) refuse(name, '不是文件夹', `把它移走，或${OTHER_FOLDER}`);
  if (kindOf(CURRENT)?.isSymbolicLink() === false)
    refuse(
      CURRENT,
      '不是本程序做的链接',
      `里面若是原来的网站，先改名留着；服务器照旧读 ${CURRENT}，发布以后它就是新的`,
    );
}

/** @throws CommandError if there is no folder to look for releases in */
export async function requireReleaseFolder(folder: string): Promise<void> {
  const entry = await lstat(`${folder}/`).catch(ifMissing(undefined));
  if (entry?.isDirectory()) return;
  throw new CommandError(
    `没有文件夹 ${displayPath(folder)}`,
    '写发布到的那个文件夹，就是里面有 current 和 releases 的那一个',
  );
}
