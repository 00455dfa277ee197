import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Rolldown } from 'vite';
import { FileStore, keyOf } from '../build-cache/file-store.ts';
import { fingerprint } from '../build-cache/fingerprint-fs.ts';
import { engineFile, packedFile } from '../engine/engine-folder.ts';
import { licensesOf } from './licenses-fs.ts';
import { sveltiaPlugin } from './sveltia-plugin.ts';

/** Code that determines the bundle. */
const SOURCES = ['src/admin', 'src/core'];
const ENTRY = 'src/admin/entry.ts';

/** The bundle in a packed engine, so that the form's packages need not be installed. */
export const PACKED_FORM = 'form.bin';

/** The form's files by name: the page loads `form.js`, which loads the others. */
export interface FormBundle {
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Licences of all bundled packages. */
  licenses: string;
}

const bundles = new Map<string, Promise<FormBundle>>();

/**
 * Returns the form's script with everything it needs. Bundling takes seconds, so the bundle is cached; a
 * corrupt one counts as missing. If the folder is not writable, every process bundles again.
 * @param cache folder used by this cache alone
 */
export function formBundle(cache: string): Promise<FormBundle> {
  const known = bundles.get(cache) ?? loadOrMake(cache);
  bundles.set(cache, known);
  return known;
}

async function loadOrMake(cache: string): Promise<FormBundle> {
  const packed = packedFile(PACKED_FORM);
  if (packed !== undefined) return deserialize(readFileSync(packed)) as FormBundle;
  const key = keyOf(fingerprint(SOURCES));
  const store = new FileStore(cache);
  const cached = store.find(key);
  if (cached !== undefined) return deserialize(readFileSync(cached)) as FormBundle;
  const made = await makeBundle();
  store.put(key, serialize(made));
  // Bundles of older code.
  store.dropUnused();
  return made;
}

/** Bundles the form's script. */
export async function makeBundle(): Promise<FormBundle> {
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
    // A copy: a view would keep the larger buffer behind it in memory.
    Uint8Array.from(Buffer.from(file.type === 'chunk' ? file.code : file.source)),
  ]);
  const modules = output.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
  return {
    files: new Map(files.sort(([a], [b]) => (a < b ? -1 : 1))),
    licenses: await licensesOf(modules),
  };
}
