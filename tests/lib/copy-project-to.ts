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

/** Copies the project's code to a folder; its packages are links, its caches its own. */
export async function copyProjectTo(dir: string): Promise<void> {
  await mkdir(path.join(dir, 'node_modules'), { recursive: true });
  for (const name of CODE) await cp(name, path.join(dir, name), { recursive: true });
  for (const entry of await readdir('node_modules', { withFileTypes: true })) {
    if (entry.isFile() || ['.astro', '.cache', '.vite'].includes(entry.name)) continue;
    const packages = path.resolve('node_modules', entry.name);
    // Windows lets everybody make junctions, and only some make links.
    await symlink(packages, path.join(dir, 'node_modules', entry.name), 'junction');
  }
}
