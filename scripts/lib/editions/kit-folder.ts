import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Files } from '../../../src/editions/archive/bag.ts';
import { CommandError } from '../command-error.ts';
import { displayPath } from '../display-path.ts';
import { MARKER_FILE, outputFolder } from '../publish/output-folder.ts';
import { replaceFolderContents } from '../publish/replace-folder-contents.ts';

/** Marker file in every kit. Only folders that contain it, or are empty, are replaced. */
const KIT_MARKER = '.park-bulletin-kit';
const KIT_TEXT = '本文件夹由 npm run wechat 写成；再写一次会换掉里面的全部文件。\n';
/** Folder of a bulletin whose files are published as they are. */
const PUBLIC = 'public';

/**
 * Checks a folder for files that are not published. Changes nothing.
 * @param typed as the user wrote it
 * @param content the content folder
 * @returns its real path
 * @throws CommandError if it belongs to a site, or holds other files
 */
export function kitFolder(typed: string, content: string): string {
  checkOutsideSites(typed);
  const folder = outputFolder(typed, content);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (names.length > 0 && !names.includes(KIT_MARKER)) {
    throw new CommandError(`${displayPath(folder)} 里有别的文件`, '用 --outDir 指定一个新的或空的文件夹');
  }
  return folder;
}

/**
 * Replaces the files of a kit.
 * @param unfinished an empty folder to collect them in
 */
export async function writeKit(folder: string, files: Files, unfinished: string): Promise<void> {
  await mkdir(unfinished, { recursive: true });
  await writeFile(path.join(unfinished, KIT_MARKER), KIT_TEXT);
  for (const [name, bytes] of files) await writeFile(path.join(unfinished, name), bytes);
  await replaceFolderContents(folder, unfinished);
}

/** @throws CommandError if a path is a built site, or lies in one or in a folder that is published */
export function checkOutsideSites(typed: string): void {
  const full = path.resolve(typed);
  for (let folder = full; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    // A bulletin has a folder of the same name.
    const isSite = statSync(path.join(folder, MARKER_FILE), { throwIfNoEntry: false })?.isFile() ?? false;
    if (isSite || folder === path.resolve(PUBLIC)) {
      throw new CommandError(
        `${displayPath(full)} 在网站里面，会被发布，也会被下一次生成删掉`,
        '换一个网站以外的文件夹',
      );
    }
  }
}
