import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';

const CODE = [
  'src',
  'scripts',
  'public',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** Copies the project's code to a folder, with links to its packages and without its caches. */
export async function copyProjectTo(dir: string): Promise<void> {
  await mkdir(path.join(dir, 'node_modules'), { recursive: true });
  for (const name of CODE) await cp(name, path.join(dir, name), { recursive: true });
  for (const entry of await readdir('node_modules', { withFileTypes: true })) {
    if (entry.isFile() || ['.astro', '.cache', '.vite'].includes(entry.name)) continue;
    const packages = path.resolve('node_modules', entry.name);
    // On Windows every user may create junctions, but not symbolic links.
    await symlink(packages, path.join(dir, 'node_modules', entry.name), 'junction');
  }
}
