import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Finished } from './command.ts';

const CODE = [
  'src',
  'scripts',
  'public',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** A copy of the project, with its own caches, whose code a test may change; removed after the tests. */
export interface ProjectCopy {
  dir: string;
  /** Replaces a text in one of its files; the file must contain it. */
  edit(file: string, from: string, to: string): Promise<void>;
  build(content: string, outDir: string, env?: Record<string, string>, args?: string[]): Promise<Finished>;
}

const copies: string[] = [];
afterAll(() => Promise.all(copies.map((dir) => rm(dir, { recursive: true, force: true }))));

export async function copyProject(): Promise<ProjectCopy> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'bulletin-project-'));
  copies.push(dir);
  for (const name of CODE) await cp(name, path.join(dir, name), { recursive: true });
  await mkdir(path.join(dir, 'node_modules'));
  for (const name of await readdir('node_modules')) {
    if (['.astro', '.cache', '.vite'].includes(name)) continue;
    await symlink(path.resolve('node_modules', name), path.join(dir, 'node_modules', name));
  }
  return {
    dir,
    async edit(file, from, to) {
      const text = await readFile(path.join(dir, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not hold “${from}”`);
      await writeFile(path.join(dir, file), text.replace(from, to));
    },
    build: (content, outDir, env = {}, args = []) =>
      new Promise((resolve, reject) => {
        const { VITEST: _, ...own } = process.env;
        const child = spawn(process.execPath, ['scripts/build.ts', '--outDir', outDir, ...args], {
          cwd: dir,
          env: { ...own, NODE_ENV: 'production', SITE_URL: '', ...env, BULLETIN_CONTENT: content },
        });
        const output = { stdout: '', stderr: '' };
        child.stdout.on('data', (text) => (output.stdout += text));
        child.stderr.on('data', (text) => (output.stderr += text));
        child.on('error', reject);
        child.on('close', (code) => resolve({ code, ...output }));
      }),
  };
}
