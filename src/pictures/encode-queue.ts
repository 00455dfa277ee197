import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import { ENCODER, openPicture } from './encode-fs.ts';
import type { Picture } from '#core/content.ts';
import { variantsOf } from '#core/picture-variants.ts';
import { fingerprint } from '../build-cache/fingerprint-fs.ts';
import type { PictureListener } from '../loader/build-context.ts';
import { type FileStore, keyOf } from '../build-cache/file-store.ts';

/** Pictures encoded at the same time. sharp runs on libuv's four threads; one of them is left to file access. */
const MAX_CONCURRENCY = Math.min(3, availableParallelism());
/** The same while pages are rendered, which keeps one core busy. */
const CONCURRENCY_WHILE_RENDERING = Math.max(1, MAX_CONCURRENCY - 1);

/** The resized copies of one picture: file by name. */
type Copies = Map<string, string>;

/**
 * Encodes pictures in the background while content is read and pages are rendered. A picture is queued as
 * soon as it has been read; its copies stay in the store for later builds.
 */
export class EncodeQueue implements PictureListener {
  readonly #store: FileStore;
  readonly #signal: AbortSignal;
  /** Digest of the encoder's code, versions and settings; part of every key. */
  readonly #encoderVersion = fingerprint(['src/pictures/encode-fs.ts']) + ENCODER;
  /** By the picture's hash. */
  readonly #pictures = new Map<string, Promise<Copies>>();
  readonly #limit = pLimit(CONCURRENCY_WHILE_RENDERING);

  /** @param signal once it is aborted, no further picture is encoded: waiting ones reject with its reason */
  constructor(store: FileStore, signal: AbortSignal) {
    this.#store = store;
    this.#signal = signal;
  }

  /** Queues the copies of a picture that the store does not have. */
  add(picture: Picture): void {
    if (picture.format === 'svg' || this.#pictures.has(picture.hash)) return;
    const copies: Copies = new Map();
    const missing = variantsOf(picture).filter(({ name }) => {
      const stored = this.#store.find(this.#keyOf(name));
      if (stored !== undefined) copies.set(name, stored);
      return stored === undefined;
    });
    const encoded =
      missing.length === 0
        ? Promise.resolve(copies)
        : this.#limit(async () => {
            this.#signal.throwIfAborted();
            const encode = await openPicture(picture);
            for (const variant of missing) {
              const { name } = variant;
              copies.set(name, this.#store.put(this.#keyOf(name), await encode(variant)));
            }
            return copies;
          });
    // `fileOf()` rethrows the error; until it is called, the rejection must not count as unhandled.
    encoded.catch(() => undefined);
    this.#pictures.set(picture.hash, encoded);
  }

  /** The file of a copy, once it is encoded; undefined if its picture was never queued. */
  fileOf(name: string): Promise<string> | undefined {
    return this.#pictures.get(name.split('-')[0] ?? '')?.then((copies) => {
      const file = copies.get(name);
      if (file === undefined) throw new Error(`No such copy of a picture: ${name}`);
      return file;
    });
  }

  /**
   * Call when pages wait for pictures, or when all are rendered: encoding may then use the core that rendered
   * pages.
   */
  useAllCores(): void {
    this.#limit.concurrency = MAX_CONCURRENCY;
  }

  #keyOf(name: string): string {
    return keyOf(`picture ${name} ${this.#encoderVersion}`);
  }
}
