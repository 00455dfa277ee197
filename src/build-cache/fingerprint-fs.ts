import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { engineFile, packedFile } from '../engine/engine-folder.ts';

/** In a packed engine: the digest of all its files, made when packing. */
const PACKED = 'fingerprint.txt';
/** In the bulletin's folder: the packages that are installed. Packages never carry a lock file of their own. */
const LOCK = 'package-lock.json';

/**
 * A digest of files of the engine (names and bytes), of the installed packages and of the Node version. Caches use
 * it as their version, so that changed code never reads old results.
 * @param names files and folders, relative to the engine; in a packed engine all of it counts
 */
export function fingerprint(names: readonly string[]): string {
  const hash = createHash('sha256').update(process.version).update(JSON.stringify(names));
  const add = (name: string, file: string) => hash.update(`\n${name}\n`).update(readFileSync(file));
  if (existsSync(LOCK)) add(LOCK, LOCK);
  const packed = packedFile(PACKED);
  if (packed !== undefined) add(PACKED, packed);
  else for (const name of filesOf(names)) add(name, engineFile(name));
  return hash.digest('hex');
}

/** All files, relative to the engine, in a fixed order. */
function filesOf(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const full = engineFile(name);
    if (!statSync(full).isDirectory()) return name;
    return readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(name, path.relative(full, path.join(entry.parentPath, entry.name))))
      .sort();
  });
}
