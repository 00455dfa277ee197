import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Finished, run } from './command.ts';
import { copyProjectTo } from './copy-project-to.ts';
import { temporaryFolder } from './temporary-folders.ts';

/** A copy of the project with its own caches, whose code tests may change; deleted after the tests. */
export interface ProjectCopy {
  dir: string;
  /** Replaces a text in one of its files; the file must contain it. */
  edit(file: string, from: string, to: string): Promise<void>;
  build(content: string, outDir: string, env?: Record<string, string>, args?: string[]): Promise<Finished>;
}

export async function copyProject(): Promise<ProjectCopy> {
  const dir = temporaryFolder();
  await copyProjectTo(dir);
  return {
    dir,
    async edit(file, from, to) {
      const text = await readFile(path.join(dir, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not hold “${from}”`);
      await writeFile(path.join(dir, file), text.replace(from, to));
    },
    build: (content, outDir, env = {}, args = []) =>
      run('build', ['--outDir', outDir, ...args], {
        SITE_URL: '',
        ...env,
        BULLETIN_CONTENT: content,
        BULLETIN_TEST_PROJECT: dir,
      }),
  };
}
