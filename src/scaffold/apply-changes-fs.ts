import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Changes of a folder that are made together. Paths are those inside it. */
export interface Changes {
  create: ReadonlyMap<string, Uint8Array>;
  replace: ReadonlyMap<string, Uint8Array>;
  remove: readonly string[];
}

/**
 * Makes all changes or none: where one fails, those made before it are taken back, and the error is
 * thrown. Nothing is ever written over a file that is to be created.
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

/** Writes a file that is never seen half written. */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  const unfinished = path.join(path.dirname(file), `.${path.basename(file)}.unfinished`);
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}
