import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * A digest of files of the project (names and bytes) and of the Node version. Caches use it as their version,
 * so that changed code never reads old results.
 * @param names files and folders, relative to the project
 */
export function fingerprint(names: string[]): string {
  const hash = createHash('sha256').update(process.version);
  const add = (file: string) => hash.update(`\n${file}\n`).update(readFileSync(file));
  for (const name of names) {
    if (!statSync(name).isDirectory()) {
      add(name);
      continue;
    }
    const entries = readdirSync(name, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    for (const file of files.map((entry) => path.join(entry.parentPath, entry.name)).sort()) add(file);
  }
  return hash.digest('hex');
}
