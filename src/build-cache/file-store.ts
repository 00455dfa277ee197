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
 * A folder of files that last from build to build, each named by its key and the digest of its bytes: a
 * damaged file counts as missing. Where the folder cannot be written, files go to a temporary one and last
 * for this build only. All is synchronous: for thousands of small files that is several times faster.
 */
export class FileStore {
  readonly #folder: string;
  /** Files by key. */
  readonly #files: Map<string, string>;
  readonly #used = new Set<string>();
  /** The temporary folder, once it is needed. */
  #spare: string | undefined;

  /** @param folder a folder for this alone; need not be there */
  constructor(folder: string) {
    this.#folder = folder;
    tried(() => mkdirSync(folder, { recursive: true }));
    this.#files = new Map(namesIn(folder).map((name) => [name.split('-')[0] ?? '', path.join(folder, name)]));
  }

  /** The file of a key, if there is one and it is whole. */
  find(key: string): string | undefined {
    const file = this.#files.get(key);
    if (file === undefined || path.basename(file) !== nameOf(key, bytesOf(file))) return undefined;
    this.#used.add(file);
    return file;
  }

  /** Keeps bytes under a key, in place of what it had, and gives the file that they are in. */
  put(key: string, bytes: Uint8Array): string {
    const file = this.#write(nameOf(key, bytes) ?? '', bytes);
    this.#used.delete(this.#files.get(key) ?? '');
    this.#files.set(key, file);
    this.#used.add(file);
    return file;
  }

  /** Deletes what was neither found nor put, and all that lasts for this build only. */
  dropUnused(): void {
    for (const name of namesIn(this.#folder)) {
      const file = path.join(this.#folder, name);
      if (!this.#used.has(file)) tried(() => rmSync(file, { recursive: true, force: true }));
    }
    if (this.#spare !== undefined) rmSync(this.#spare, { recursive: true, force: true });
  }

  /** Deletes everything. */
  clear(): void {
    this.#used.clear();
    this.dropUnused();
  }

  #write(name: string, bytes: Uint8Array): string {
    const file = path.join(this.#spare ?? this.#folder, name);
    const written = tried(() => {
      // Never into a file that is there: it may have a second name in a published site.
      rmSync(file, { recursive: true, force: true });
      writeFileSync(file, bytes);
      return file;
    });
    if (written !== undefined) return written;
    if (this.#spare === undefined) {
      this.#spare = mkdtempSync(path.join(os.tmpdir(), 'park-bulletin-'));
      return this.#write(name, bytes);
    }
    throw new Error(`Neither ${this.#folder} nor ${this.#spare} can be written`);
  }
}

/** Gives a file a second name where the disk allows it, else copies it. */
export function linkOrCopy(source: string, file: string): void {
  if (linked(source, file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  if (!linked(source, file)) copyFileSync(source, file);
}

function linked(source: string, file: string): boolean {
  return (
    tried(() => {
      linkSync(source, file);
      return true;
    }) ?? false
  );
}

/** A store's key for what a text or a file says. */
export function keyOf(content: string | Uint8Array): string {
  return digest(content);
}

function bytesOf(file: string): Uint8Array | undefined {
  return tried(() => readFileSync(file));
}

function namesIn(folder: string): string[] {
  return tried(() => readdirSync(folder)) ?? [];
}

/** What the disk gives; undefined where it refuses. */
function tried<T>(work: () => T): T | undefined {
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
