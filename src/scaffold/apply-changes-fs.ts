import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Changes to a folder that are applied together. Paths are relative to the folder. */
export interface Changes {
  create: ReadonlyMap<string, Uint8Array>;
  replace: ReadonlyMap<string, Uint8Array>;
  remove: readonly string[];
}

/**
 * Applies all changes or none: if one fails, undoes the earlier ones and rethrows the error. Never
 * overwrites an existing file with one of `create`.
 * @throws the error of the file system
 */
export async function applyChanges(dir: string, { create, replace, remove }: Changes): Promise<void> {
  const before = new Map<string, Uint8Array>();
  for (const file of [...replace.keys(), ...remove]) before.set(file, await readFile(path.join(dir, file)));
  const undo: (() => Promise<unknown>)[] = [];
  try {
    for (const [file, bytes] of create) {
      const full = path.join(dir, file);
      const made = await mkdir(path.dirname(full), { recursive: true });
      if (made !== undefined) undo.unshift(() => rm(made, { recursive: true, force: true }));
      await writeFile(full, bytes, { flag: 'wx' });
      undo.unshift(() => rm(full, { force: true }));
    }
    for (const [file, bytes] of replace) {
      undo.unshift(() => writeWhole(path.join(dir, file), before.get(file) ?? bytes));
      await writeWhole(path.join(dir, file), bytes);
    }
    for (const file of remove) {
      undo.unshift(() => writeWhole(path.join(dir, file), before.get(file) ?? new Uint8Array()));
      await rm(path.join(dir, file));
    }
  } catch (error) {
    for (const step of undo) await step();
    throw error;
  }
}

/** Writes a file atomically: writes a temporary file beside it, then renames that. */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  const unfinished = path.join(path.dirname(file), `.${path.basename(file)}.unfinished`);
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}
