import { deserialize, serialize } from 'node:v8';
import type { Rolldown } from 'vite';
import { fingerprint } from '../build-cache/fingerprint-fs.ts';
import { engineFile } from '../engine/engine-folder.ts';
import { readKept, writeKept } from './kept-fs.ts';
import { licensesOf } from './licenses-fs.ts';
import { sveltiaPlugin } from './sveltia-plugin.ts';

/** Everything that the bundle is made of. */
const SOURCES = ['src/admin', 'src/core'];
const ENTRY = 'src/admin/entry.ts';

/** The form's files by their names: the page loads `form.js`, which loads what else it needs. */
export interface FormBundle {
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Licences of all that is bundled. */
  licenses: string;
}

const bundled = new Map<string, Promise<FormBundle>>();

/**
 * The form's script with all that it needs, to be served. It is bundled once and kept, since that takes
 * seconds; a kept one that is not whole is none, and where it cannot be kept it is bundled each time.
 * @param cache folder that keeps the bundle
 */
export function formBundle(cache: string): Promise<FormBundle> {
  const known = bundled.get(cache) ?? keptOrMade(cache);
  bundled.set(cache, known);
  return known;
}

async function keptOrMade(cache: string): Promise<FormBundle> {
  const key = fingerprint(SOURCES).slice(0, 12);
  const kept = await readKept(cache, key);
  if (kept) return deserialize(kept) as FormBundle;
  const made = await makeBundle();
  await writeKept(cache, key, serialize(made));
  return made;
}

async function makeBundle(): Promise<FormBundle> {
  const { build } = await import('vite');
  const { output } = (await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    base: './',
    publicDir: false,
    plugins: [sveltiaPlugin()],
    build: {
      write: false,
      assetsDir: '.',
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: {
        input: engineFile(ENTRY),
        output: { entryFileNames: 'form.js' },
        checks: { pluginTimings: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  const files = output.map((file): [string, Uint8Array<ArrayBuffer>] => [
    file.fileName,
    // A copy of its own, not a part of a larger memory that would be kept too.
    Uint8Array.from(Buffer.from(file.type === 'chunk' ? file.code : file.source)),
  ]);
  const modules = output.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
  return {
    files: new Map(files.sort(([a], [b]) => (a < b ? -1 : 1))),
    licenses: await licensesOf(modules),
  };
}
