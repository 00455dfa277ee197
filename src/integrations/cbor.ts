const encoder = new TextEncoder();

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

  /** Adds what has been written elsewhere. */
  append(bytes: Uint8Array): this {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  #head(type: number, value: number): this {
    this.#reserve(5);
    const wide = value < 24 ? 0 : value < 0x100 ? 1 : value < 0x10000 ? 2 : 4;
    this.#bytes[this.#length++] = (type << 5) | (wide === 0 ? value : wide === 1 ? 24 : wide === 2 ? 25 : 26);
    for (let byte = wide - 1; byte >= 0; byte -= 1) this.#bytes[this.#length++] = value >>> (8 * byte);
    return this;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more));
    larger.set(this.bytes);
    this.#bytes = larger;
  }
}
