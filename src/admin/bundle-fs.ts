import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { sveltiaPlugin } from './sveltia-plugin.ts';

/** Everything that the bundle is made of. */
const SOURCES = ['package-lock.json', 'src/admin', 'src/core'];
const ENTRY = 'src/admin/entry.ts';

const bundled = new Map<string, Promise<string>>();

/**
 * The form's script with all that it needs, as a folder of files to be served; the page loads `form.js`.
 * It is bundled once and kept, since that takes seconds.
 * @param cache folder that keeps the bundles, each under the hash of what it is made of
 * @returns absolute path of the folder
 */
export function formBundle(cache: string): Promise<string> {
  const known = bundled.get(cache) ?? bundle(cache);
  bundled.set(cache, known);
  return known;
}

async function bundle(cache: string): Promise<string> {
  const folder = path.join(cache, await hashOf(SOURCES));
  if (existsSync(folder)) return folder;
  const { build } = await import('vite');
  await mkdir(cache, { recursive: true });
  const unfinished = await mkdtemp(path.join(cache, 'unfinished-'));
  try {
    await build({
      configFile: false,
      envFile: false,
      logLevel: 'error',
      base: './',
      publicDir: false,
      plugins: [sveltiaPlugin()],
      build: {
        outDir: unfinished,
        assetsDir: '.',
        target: 'es2022',
        modulePreload: false,
        assetsInlineLimit: 0,
        reportCompressedSize: false,
        chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
        rolldownOptions: {
          input: path.resolve(ENTRY),
          output: { entryFileNames: 'form.js' },
          checks: { pluginTimings: false },
        },
      },
    });
    // Another build may have been faster.
    if (!existsSync(folder)) await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

async function hashOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesOf(source))
      hash
        .update(file)
        .update('\0')
        .update(await readFile(file))
        .update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

async function filesOf(source: string): Promise<string[]> {
  if (path.extname(source)) return [source];
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
