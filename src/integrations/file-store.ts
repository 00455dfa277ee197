import { hash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A folder of files that last from build to build, each named by its key and the digest of its bytes: a
 * damaged one is none. All is synchronous: for thousands of small files that is several times faster.
 */
export class FileStore {
  readonly #folder: string;
  /** By key. */
  readonly #names: Map<string, string>;
  readonly #used = new Set<string>();

  /** @param folder a folder for this alone; need not be there */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#names = new Map(readdirSync(folder).map((name) => [name.split('-')[0] ?? '', name]));
  }

  /** The file of a key, if there is one and it is whole. */
  find(key: string): string | undefined {
    const name = this.#names.get(key);
    if (name === undefined) return undefined;
    const file = path.join(this.#folder, name);
    if (name !== nameOf(key, bytesOf(file))) return undefined;
    this.#used.add(name);
    return file;
  }

  /** Keeps bytes under a key, in place of what it had, and gives the file that they are in. */
  put(key: string, bytes: Uint8Array): string {
    const name = nameOf(key, bytes) ?? '';
    const file = path.join(this.#folder, name);
    // Never into a file that is there: it may have a second name in a published site.
    rmSync(file, { recursive: true, force: true });
    writeFileSync(file, bytes);
    this.#used.delete(this.#names.get(key) ?? '');
    this.#names.set(key, name);
    this.#used.add(name);
    return file;
  }

  /** Deletes what was neither found nor put. */
  dropUnused(): void {
    for (const name of readdirSync(this.#folder)) {
      if (!this.#used.has(name)) rmSync(path.join(this.#folder, name), { recursive: true, force: true });
    }
  }
}

/** Gives a file a second name where the disk allows it, else copies it. */
export function place(source: string, file: string): void {
  if (linked(source, file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  if (!linked(source, file)) copyFileSync(source, file);
}

function linked(source: string, file: string): boolean {
  try {
    linkSync(source, file);
    return true;
  } catch {
    return false;
  }
}

/** A store's key for what a text or a file says. */
export function keyOf(content: string | Uint8Array): string {
  return digest(content);
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function nameOf(key: string, bytes: Uint8Array | undefined): string | undefined {
  return bytes && `${key}-${digest(bytes)}`;
}

function digest(value: string | Uint8Array): string {
  return hash('sha256', value, 'hex').slice(0, 32);
}
