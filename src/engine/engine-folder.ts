import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where the program's own files lie (`src/`, `package.json`): the repository, or the package in a
 * bulletin's `node_modules`. The bulletin's folder is the working folder of every command.
 */
const KEY = Symbol.for('park-bulletin.engine');

/** Sets the engine's folder, where this module cannot know it: in compiled code. */
export function setEngineFolder(folder: string): void {
  (globalThis as { [KEY]?: string })[KEY] = folder;
}

/**
 * The engine's folder, absolute. Pages are bundled into chunks elsewhere, so they rely on the folder that was
 * set when the configuration was made.
 */
export function engineFolder(): string {
  return (globalThis as { [KEY]?: string })[KEY] ?? path.resolve(fileURLToPath(import.meta.url), '../../..');
}

/** Absolute path of a file of the engine. */
export function engineFile(...parts: string[]): string {
  return path.join(engineFolder(), ...parts);
}

/** Files that packing makes. */
const PACKED = 'lib';
/** The sources of the commands, which only the repository has; a `lib` there may be older than the code. */
const SOURCES = 'scripts';

/** Absolute path of a file that packing has made, in a packed engine; undefined in the repository. */
export function packedFile(...parts: string[]): string | undefined {
  const file = engineFile(PACKED, ...parts);
  return existsSync(file) && !existsSync(engineFile(SOURCES)) ? file : undefined;
}

/**
 * Absolute path of a file in a package that the engine depends on, wherever npm has put it. A packed engine brings
 * single files of packages that would be large to install.
 * @param file `@expo-google-fonts/noto-serif-sc/LICENSE_FONT`
 * @throws where the package is not installed
 */
export function packageFile(file: string): string {
  const packed = packedFile('packages', file);
  if (packed !== undefined) return packed;
  const [name = ''] = /^(?:@[^/]+\/)?[^/]+/u.exec(file) ?? [];
  const require = createRequire(engineFile('package.json'));
  for (const folder of require.resolve.paths(name) ?? []) {
    const found = path.join(folder, file);
    if (existsSync(found)) return found;
  }
  throw new Error(`No ${file} beside ${engineFolder()}`);
}
