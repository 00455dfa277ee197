/** Ones after which a quotient is written as a number: a single far position must not cost a thousand bits. */
const MAX_UNARY = 20;
/** The share of the mean by which Golomb's code is shortest: ln 2. */
const GOLOMB_SHARE = Math.LN2;

/** Golomb's code for numbers from 0 with a mean. */
export interface GolombCode {
  divisor: number;
  /** Bits of a remainder. */
  length: number;
  /** Remainders below this one need a bit less. */
  short: number;
}

export function golombCode(mean: number): GolombCode {
  const divisor = Math.max(1, Math.round(mean * GOLOMB_SHARE));
  const length = 32 - Math.clz32(divisor - 1);
  return { divisor, length, short: 2 ** length - divisor };
}

/** Writes numbers in few bits; `BitReader` reads them back. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #byte = 0;
  #free = 8;

  /** The bytes written, the last one filled with zeros. */
  get bytes(): number[] {
    return this.#free === 8 ? this.#bytes : [...this.#bytes, this.#byte << this.#free];
  }

  /** @param value a number of at most `count` bits */
  bits(value: number, count: number): this {
    let left = count;
    while (left > 0) {
      const taken = Math.min(left, this.#free);
      left -= taken;
      this.#byte = (this.#byte << taken) | ((value >>> left) & ((1 << taken) - 1));
      this.#free -= taken;
      if (this.#free > 0) continue;
      this.#bytes.push(this.#byte);
      this.#byte = 0;
      this.#free = 8;
    }
    return this;
  }

  /** A number from 0 of unknown size (Elias gamma code). */
  number(value: number): this {
    const count = 32 - Math.clz32(value + 1);
    return this.bits(0, count - 1).bits(value + 1, count);
  }

  /** A number from 0, short if numbers like it have the mean of the code. */
  golomb(value: number, { divisor, length, short }: GolombCode): this {
    const quotient = Math.floor(value / divisor);
    // Ones, and a zero that ends them.
    if (quotient < MAX_UNARY) this.bits(2 ** (quotient + 1) - 2, quotient + 1);
    else this.bits(2 ** MAX_UNARY - 1, MAX_UNARY).number(quotient - MAX_UNARY);
    const rest = value % divisor;
    return rest < short ? this.bits(rest, Math.max(0, length - 1)) : this.bits(rest + short, length);
  }
}

/** Reads what `BitWriter` has written. After the last byte it reads zeros. */
export class BitReader {
  // Declared only: fields are translated for old browsers, by more code than the class has.
  declare private readonly bytes: Uint8Array;
  declare private at: number;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.at = 0;
  }

  bits(count: number): number {
    let value = 0;
    let missing = count;
    while (missing > 0) {
      const inByte = this.at & 7;
      const taken = Math.min(missing, 8 - inByte);
      const byte = this.bytes[this.at >> 3] ?? 0;
      value = (value << taken) | ((byte >> (8 - inByte - taken)) & ((1 << taken) - 1));
      this.at += taken;
      missing -= taken;
    }
    return value >>> 0;
  }

  number(): number {
    let zeros = 0;
    while (zeros < 31 && this.bits(1) === 0) zeros += 1;
    return ((1 << zeros) | this.bits(zeros)) - 1;
  }

  golomb({ divisor, length, short }: GolombCode): number {
    let quotient = 0;
    while (quotient < MAX_UNARY && this.bits(1) === 1) quotient += 1;
    if (quotient === MAX_UNARY) quotient += this.number();
    let rest = this.bits(Math.max(0, length - 1));
    if (length > 0 && rest >= short) rest = ((rest << 1) | this.bits(1)) - short;
    return quotient * divisor + rest;
  }
}
