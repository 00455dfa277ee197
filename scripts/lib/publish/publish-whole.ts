import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lock } from './lock.ts';
import { checkReplaceable, MARK, MARK_TEXT, outputFolder } from './output-folder.ts';
import { replaceInside, restoreInside } from './replace-inside.ts';

/** Astro's folder in the project, where a site is built before it is published. */
const WORK = '.astro';
const UNFINISHED = path.join(WORK, 'unfinished');

export interface PublishOptions {
  /** As the user wrote it. */
  outDir: string;
  /** The content folder. */
  content: string;
  say(line: string): void;
}

/**
 * Builds a site beside the output folder and puts it in place only when it is whole: a build that fails
 * leaves the last good output as it was. Builds of one project wait for one another.
 * @param build writes everything into the folder that it is given, an absolute path
 * @returns absolute path of the output folder
 * @throws Refusal where the output folder must not be replaced
 * @throws HalfReplacedError where the output is left broken
 */
export async function publishWhole(
  { outDir, content, say }: PublishOptions,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  await mkdir(WORK, { recursive: true });
  const unlock = await lock(path.join(WORK, 'build.lock'), (pid) =>
    say(`这个项目正在生成另一次（进程 ${pid}），等它结束…`),
  );
  const unfinished = path.resolve(UNFINISHED);
  try {
    const folder = outputFolder(outDir, content);
    await restoreOutput(folder, say);
    checkReplaceable(folder);
    await rm(unfinished, { recursive: true, force: true });
    await build(unfinished);
    await writeFile(path.join(unfinished, MARK), MARK_TEXT);
    await replaceInside(folder, unfinished);
    return folder;
  } finally {
    // Pages that were begun before a fault may still be writing.
    await rm(unfinished, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
    await unlock();
  }
}

/** Puts the last site back where the publishing of the next one was broken off. */
export async function restoreOutput(folder: string, say: (line: string) => void): Promise<void> {
  if (await restoreInside(folder)) say('上一次发布到一半断了，已先恢复原来的网站。');
}
