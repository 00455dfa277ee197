const encoder = new TextEncoder();
/** Type byte and a number of up to four bytes. */
const MAX_HEADER_BYTES = 5;

/** Writes the part of CBOR (RFC 8949) that Pagefind's index uses: arrays, texts, unsigned integers. */
export class Cbor {
  // Declared only: fields are translated for old browsers, by more code than the class has.
  declare private buffer: Uint8Array<ArrayBuffer>;
  declare private length: number;

  constructor() {
    this.buffer = new Uint8Array(32);
    this.length = 0;
  }

  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  /** Starts an array; write its values next. */
  array(length: number): this {
    return this.header(4, length);
  }

  text(value: string): this {
    const bytes = encoder.encode(value);
    this.header(3, bytes.length).reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  /** @param value from 0 to 2^32 - 1 */
  unsigned(value: number): this {
    return this.header(0, value);
  }

  private header(type: number, value: number): this {
    this.reserve(MAX_HEADER_BYTES);
    this.put(type, value);
    return this;
  }

  private put(type: number, value: number): void {
    const bytes = this.buffer;
    if (value < 24) {
      bytes[this.length++] = (type << 5) | value;
      return;
    }
    const log2Bytes = value < 0x100 ? 0 : value < 0x10000 ? 1 : 2;
    bytes[this.length++] = (type << 5) | (24 + log2Bytes);
    for (let byte = 2 ** log2Bytes - 1; byte >= 0; byte -= 1) bytes[this.length++] = value >>> (8 * byte);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(2 * this.buffer.length, this.length + more));
    larger.set(this.bytes);
    this.buffer = larger;
  }
}
