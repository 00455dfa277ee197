import { availableParallelism } from 'node:os';
import { ENCODER, openPicture } from './encode-fs.ts';
import type { Picture } from '#core/content.ts';
import { variantsOf } from '#core/picture-variants.ts';
import { fingerprint } from '../build-cache/fingerprint-fs.ts';
import type { PictureListener } from '../loader/build-context.ts';
import { type FileStore, keyOf } from '../build-cache/file-store.ts';

/** Pictures that are encoded at the same time at most; one of libuv's four threads is left to the files. */
const MAX_AT_ONCE = Math.min(3, availableParallelism());

/** Files of a picture's copies, by their names. */
type Copies = Map<string, string>;

/**
 * Encodes pictures beside the reading and rendering of pages, which keep one core busy: begun as soon
 * as a picture is read, and kept from build to build.
 */
export class EncodeQueue implements PictureListener {
  readonly #store: FileStore;
  /** Digest of all that decides how a picture is encoded. */
  readonly #made = fingerprint(['src/pictures/encode-fs.ts']) + ENCODER;
  /** By the picture's hash. */
  readonly #pictures = new Map<string, Promise<Copies>>();
  readonly #waiting: (() => void)[] = [];
  /** One core is for reading and rendering. */
  #atOnce = Math.max(1, MAX_AT_ONCE - 1);
  #running = 0;

  constructor(store: FileStore) {
    this.#store = store;
  }

  /** Sees to it that all copies of a picture are made, if they are not kept. */
  add(picture: Picture): void {
    if (picture.format === 'svg' || this.#pictures.has(picture.hash)) return;
    const copies: Copies = new Map();
    const missing = variantsOf(picture).filter(({ name }) => {
      const kept = this.#store.find(this.#keyOf(name));
      if (kept !== undefined) copies.set(name, kept);
      return kept === undefined;
    });
    const made =
      missing.length === 0
        ? Promise.resolve(copies)
        : this.#inTurn(async () => {
            const encode = await openPicture(picture);
            for (const variant of missing) {
              const { name } = variant;
              copies.set(name, this.#store.put(this.#keyOf(name), await encode(variant)));
            }
            return copies;
          });
    // A fault is told to who waits for the copy.
    made.catch(() => undefined);
    this.#pictures.set(picture.hash, made);
  }

  /** The file of a copy, once it is made; undefined where its picture was not begun. */
  fileOf(name: string): Promise<string> | undefined {
    return this.#pictures.get(name.split('-')[0] ?? '')?.then((copies) => {
      const file = copies.get(name);
      if (file === undefined) throw new Error(`No such copy of a picture: ${name}`);
      return file;
    });
  }

  /** Takes all cores: pages are there, only pictures are waited for. */
  useAllCores(): void {
    this.#atOnce = MAX_AT_ONCE;
    this.#next();
  }

  /** Begins nothing more: the build has failed. */
  stop(): void {
    this.#waiting.length = 0;
  }

  async #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#next();
    await turn;
    try {
      return await job();
    } finally {
      this.#running -= 1;
      this.#next();
    }
  }

  #next(): void {
    while (this.#running < this.#atOnce && this.#waiting.length > 0) {
      this.#running += 1;
      this.#waiting.shift()?.();
    }
  }

  #keyOf(name: string): string {
    return keyOf(`picture ${name} ${this.#made}`);
  }
}
