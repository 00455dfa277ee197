import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What was made of one file's bytes, by the name of the step: plain values that JSON can hold. */
type Results = Record<string, unknown>;

/** Gives a step's result for one file: the kept one, or that of `make`, which then is kept. */
export type CachedStep = <T>(step: string, make: () => T | Promise<T>) => Promise<T>;

/**
 * Results of reading, by the digest of the bytes that were read: an unchanged file is neither parsed,
 * nor checked, nor decoded again. A step may depend on the bytes and on its name, and on nothing else.
 */
export class ReadingCache {
  readonly #kept: Map<string, Results>;
  readonly #used = new Map<string, Results>();
  #changed = false;

  private constructor(kept: Map<string, Results>) {
    this.#kept = kept;
  }

  /** A cache that lasts as long as the process. */
  static empty(): ReadingCache {
    return new ReadingCache(new Map());
  }

  /**
   * Opens what a file keeps; one that is missing, damaged, or of another version reads as empty.
   * @param version changes with the code that makes the results
   */
  static async open(file: string, version: string): Promise<ReadingCache> {
    const text = await readFile(file, 'utf8').catch(() => '');
    const [head, body] = [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n') + 1)];
    if (text === '' || head !== seal(version, body)) return ReadingCache.empty();
    return new ReadingCache(new Map(Object.entries(JSON.parse(body) as Record<string, Results>)));
  }

  /** The results for a file's bytes. */
  of(digest: string): CachedStep {
    return async (step, make) => {
      const results = this.#used.get(digest) ?? {};
      this.#used.set(digest, results);
      const found = results[step] ?? this.#kept.get(digest)?.[step];
      if (found === undefined) this.#changed = true;
      // The same in memory as read from disk, so that a first build cannot differ from a later one.
      results[step] = found ?? JSON.parse(JSON.stringify(await make()));
      return results[step] as never;
    };
  }

  /**
   * Writes, whole or not at all, what was used since it was opened; what was not used is dropped. Where the
   * disk refuses, nothing is kept: a cache never stops a build.
   */
  async save(file: string, version: string): Promise<void> {
    if (!this.#changed && this.#used.size === this.#kept.size) return;
    const body = JSON.stringify(Object.fromEntries(this.#used));
    const unfinished = `${file}.${process.pid}`;
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(unfinished, `${seal(version, body)}\n${body}`);
      await rename(unfinished, file);
    } catch {
      await rm(unfinished, { force: true });
    }
  }
}

function seal(version: string, body: string): string {
  return createHash('sha256').update(version).update(body).digest('hex');
}
