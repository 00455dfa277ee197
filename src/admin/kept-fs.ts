import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ifRefused, isSystemError } from '#core/system-error.ts';

/**
 * The bytes that a folder keeps under a key. They lie in one file, named by the key and the digest of them:
 * one that is damaged, cut off or another's is none.
 */
export async function readKept(folder: string, key: string): Promise<Uint8Array | undefined> {
  for (const name of await namesOf(folder, key)) {
    const bytes = await readFile(path.join(folder, name)).catch(ifRefused(undefined));
    if (bytes && name === nameOf(key, bytes)) return bytes;
  }
  return undefined;
}

/** Keeps bytes in place of what there was under their key; where the disk does not let it, nothing is kept. */
export async function writeKept(folder: string, key: string, bytes: Uint8Array): Promise<void> {
  const unfinished = path.join(folder, `unfinished-${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(unfinished, bytes);
    for (const name of await namesOf(folder, key))
      await rm(path.join(folder, name), { recursive: true, force: true });
    await rename(unfinished, path.join(folder, nameOf(key, bytes)));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await rm(unfinished, { force: true }).catch(ifRefused(undefined));
  }
}

async function namesOf(folder: string, key: string): Promise<string[]> {
  const names = await readdir(folder).catch(ifRefused<string[]>([]));
  return names.filter((name) => name.startsWith(`${key}-`));
}

function nameOf(key: string, bytes: Uint8Array): string {
  return `${key}-${createHash('sha256').update(bytes).digest('hex')}`;
}
