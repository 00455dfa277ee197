import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ifRefused, isSystemError } from '#core/system-error.ts';

/** Results for one file's bytes, by the name of the step. They are JSON values. */
type Results = Record<string, unknown>;

/** The cached result of a step for one file; runs `make` and caches its result if there is none. */
export type CachedStep = <T>(step: string, make: () => T | Promise<T>) => Promise<T>;

/**
 * Results of reading, by the SHA-256 of the bytes, so that an unchanged file is not parsed, checked or decoded
 * again. The result of a step must depend on the bytes and the step's name only.
 */
export class ReadingCache {
  readonly #stored: Map<string, Results>;
  readonly #used = new Map<string, Results>();
  #changed = false;

  private constructor(stored: Map<string, Results>) {
    this.#stored = stored;
  }

  /** A cache in memory only. */
  static empty(): ReadingCache {
    return new ReadingCache(new Map());
  }

  /**
   * Opens a cache file; one that is missing, corrupt, or of another version counts as empty.
   * @param version changes whenever the code that computes the results changes
   */
  static async open(file: string, version: string): Promise<ReadingCache> {
    const text = await readFile(file, 'utf8').catch(ifRefused(''));
    const [head, body] = [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n') + 1)];
    if (text === '' || head !== seal(version, body)) return ReadingCache.empty();
    return new ReadingCache(new Map(Object.entries(JSON.parse(body) as Record<string, Results>)));
  }

  /** The results for a file's bytes. */
  of(digest: string): CachedStep {
    return async (step, make) => {
      const results = this.#used.get(digest) ?? {};
      this.#used.set(digest, results);
      const found = results[step] ?? this.#stored.get(digest)?.[step];
      if (found === undefined) this.#changed = true;
      // As if read from the cache file, so that a first build cannot differ from a later one.
      results[step] = found ?? JSON.parse(JSON.stringify(await make()));
      return results[step] as never;
    };
  }

  /**
   * Writes the results used since the cache was opened, atomically; drops the others. Writes nothing if the
   * disk refuses: a cache must not stop a build.
   */
  async save(file: string, version: string): Promise<void> {
    if (!this.#changed && this.#used.size === this.#stored.size) return;
    const body = JSON.stringify(Object.fromEntries(this.#used));
    const unfinished = `${file}.${process.pid}`;
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(unfinished, `${seal(version, body)}\n${body}`);
      await rename(unfinished, file);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await rm(unfinished, { force: true });
    }
  }
}

function seal(version: string, body: string): string {
  return createHash('sha256').update(version).update(body).digest('hex');
}
