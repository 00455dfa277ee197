import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { acquireLock } from './lock.ts';
import { checkReplaceable, MARKER_FILE, MARKER_TEXT, outputFolder } from './output-folder.ts';
import { replaceFolderContents, restoreFolderContents } from './replace-folder-contents.ts';

/** Astro's folder in the project; sites are built there before they are published. */
const WORK_DIR = '.astro';
const STAGING_DIR = path.join(WORK_DIR, 'unfinished');

export interface PublishOptions {
  /** As the user wrote it. */
  outDir: string;
  /** The content folder. */
  content: string;
  say(line: string): void;
}

/**
 * Builds a site in a staging folder and moves it into the output folder only when it is complete: a failed
 * build leaves the last output unchanged. Builds of one project run one after the other.
 * @param build writes the site into the given folder (absolute path)
 * @returns absolute path of the output folder
 * @throws CommandError if the output folder must not be replaced
 * @throws HalfReplacedError if the output is left incomplete
 */
export async function publishSite(
  { outDir, content, say }: PublishOptions,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  return inStagingFolder(say, async (unfinished) => {
    const folder = outputFolder(outDir, content);
    await restoreOutput(folder, say);
    checkReplaceable(folder);
    await build(unfinished);
    await writeFile(path.join(unfinished, MARKER_FILE), MARKER_TEXT);
    await replaceFolderContents(folder, unfinished);
    return folder;
  });
}

/**
 * Runs something that builds a site in the staging folder (absolute path). The folder is removed before and afterwards.
 * Builds of one project run one after the other.
 */
export async function inStagingFolder<T>(
  say: (line: string) => void,
  work: (unfinished: string) => Promise<T>,
): Promise<T> {
  await mkdir(WORK_DIR, { recursive: true });
  const unlock = await acquireLock(path.join(WORK_DIR, 'build.lock'), (pid) =>
    say(`这个项目正在生成另一次（进程 ${pid}），等它结束…`),
  );
  const unfinished = path.resolve(STAGING_DIR);
  try {
    await rm(unfinished, { recursive: true, force: true });
    return await work(unfinished);
  } finally {
    // After an error, pages that were already being rendered may still be writing.
    await rm(unfinished, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
    await unlock();
  }
}

/** Restores the last site if a later publication was interrupted. */
export async function restoreOutput(folder: string, say: (line: string) => void): Promise<void> {
  if (await restoreFolderContents(folder)) say('上一次发布到一半断了，已先恢复原来的网站。');
}
