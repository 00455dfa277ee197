const encoder = new TextEncoder();
/** Bytes of a head at most: a type and a number of four bytes. */
const WIDEST = 5;

/** CBOR (RFC 8949) as it is written, as much of it as Pagefind's index needs: arrays, texts, whole numbers. */
export class Cbor {
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(32);
  #length = 0;

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Begins an array; its values are written next. */
  array(length: number): this {
    return this.#head(4, length);
  }

  text(value: string): this {
    const bytes = encoder.encode(value);
    return this.#head(3, bytes.length).append(bytes);
  }

  /** @param value from 0 to 2^32 - 1 */
  unsigned(value: number): this {
    return this.#head(0, value);
  }

  /** An array of whole numbers that grow, each as the step from the one before. */
  steps(numbers: number[]): this {
    this.array(numbers.length).#reserve(WIDEST * numbers.length);
    let last = 0;
    for (const number of numbers) {
      this.#put(0, number - last);
      last = number;
    }
    return this;
  }

  /** Adds what has been written elsewhere. */
  append(bytes: Uint8Array): this {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  #head(type: number, value: number): this {
    this.#reserve(WIDEST);
    this.#put(type, value);
    return this;
  }

  #put(type: number, value: number): void {
    const bytes = this.#bytes;
    if (value < 24) {
      bytes[this.#length++] = (type << 5) | value;
      return;
    }
    const wide = value < 0x100 ? 0 : value < 0x10000 ? 1 : 2;
    bytes[this.#length++] = (type << 5) | (24 + wide);
    for (let byte = 2 ** wide - 1; byte >= 0; byte -= 1) bytes[this.#length++] = value >>> (8 * byte);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more));
    larger.set(this.bytes);
    this.#bytes = larger;
  }
}
