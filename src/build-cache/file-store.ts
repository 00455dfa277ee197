import { hash } from 'node:crypto';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ifRefused } from '#core/system-error.ts';

/**
 * A folder of files that persist between builds. Each file name contains the key and the digest of the
 * bytes, so that a corrupt file counts as missing. If the folder cannot be written, files go to a temporary
 * folder, for this build only. Synchronous: for thousands of small files that is several times faster.
 */
export class FileStore {
  readonly #folder: string;
  /** Files by key. */
  readonly #files: Map<string, string>;
  readonly #used = new Set<string>();
  /** The temporary folder, once one is needed. */
  #fallback: string | undefined;

  /** @param folder is created if it does not exist; nothing else may use it */
  constructor(folder: string) {
    this.#folder = folder;
    unlessRefused(() => mkdirSync(folder, { recursive: true }));
    this.#files = new Map(namesIn(folder).map((name) => [name.split('-')[0] ?? '', path.join(folder, name)]));
  }

  /** The file of a key; undefined if there is none or it is corrupt. */
  find(key: string): string | undefined {
    const file = this.#files.get(key);
    if (file === undefined || path.basename(file) !== nameOf(key, bytesOf(file))) return undefined;
    this.#used.add(file);
    return file;
  }

  /** Stores bytes under a key, replacing the former ones, and returns their file. */
  put(key: string, bytes: Uint8Array): string {
    const file = this.#write(nameOf(key, bytes) ?? '', bytes);
    this.#used.delete(this.#files.get(key) ?? '');
    this.#files.set(key, file);
    this.#used.add(file);
    return file;
  }

  /** Deletes the files that were neither found nor put, and the temporary folder. */
  dropUnused(): void {
    for (const name of namesIn(this.#folder)) {
      const file = path.join(this.#folder, name);
      if (!this.#used.has(file)) unlessRefused(() => rmSync(file, { recursive: true, force: true }));
    }
    if (this.#fallback !== undefined) rmSync(this.#fallback, { recursive: true, force: true });
  }

  /** Deletes everything. */
  clear(): void {
    this.#used.clear();
    this.dropUnused();
  }

  #write(name: string, bytes: Uint8Array): string {
    const file = path.join(this.#fallback ?? this.#folder, name);
    const written = unlessRefused(() => {
      // Never overwrite an existing file: a published site may have a hard link to it.
      rmSync(file, { recursive: true, force: true });
      writeFileSync(file, bytes);
      return file;
    });
    if (written !== undefined) return written;
    if (this.#fallback === undefined) {
      this.#fallback = mkdtempSync(path.join(os.tmpdir(), 'park-bulletin-'));
      return this.#write(name, bytes);
    }
    throw new Error(`Neither ${this.#folder} nor ${this.#fallback} can be written`);
  }
}

/** Creates a hard link to a file, or a copy if the disk does not allow links. Creates the folder. */
export function linkOrCopy(source: string, file: string): void {
  if (linked(source, file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  if (!linked(source, file)) copyFileSync(source, file);
}

function linked(source: string, file: string): boolean {
  return (
    unlessRefused(() => {
      linkSync(source, file);
      return true;
    }) ?? false
  );
}

/** A key for a file store: the digest of a text or of bytes. */
export function keyOf(content: string | Uint8Array): string {
  return digest(content);
}

function bytesOf(file: string): Uint8Array | undefined {
  return unlessRefused(() => readFileSync(file));
}

function namesIn(folder: string): string[] {
  return unlessRefused(() => readdirSync(folder)) ?? [];
}

/** Runs file operations; undefined if the operating system refuses them. */
function unlessRefused<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    return ifRefused(undefined)(error);
  }
}

function nameOf(key: string, bytes: Uint8Array | undefined): string | undefined {
  return bytes && `${key}-${digest(bytes)}`;
}

function digest(value: string | Uint8Array): string {
  return hash('sha256', value, 'hex').slice(0, 32);
}
