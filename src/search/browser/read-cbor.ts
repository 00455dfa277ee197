export type CborValue = number | string | CborValue[];

const decoder = new TextDecoder('utf-8', { fatal: true });
/** Kinds of values, the upper three bits of their first byte. */
const UNSIGNED = 0;
const TEXT = 3;
const ARRAY = 4;

/**
 * Reads the part of CBOR (RFC 8949) that `shared/cbor.ts` writes: arrays, texts, unsigned integers.
 * @throws RangeError if the bytes end too early, Error at another kind of value
 */
export function readCbor(bytes: Uint8Array): CborValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const number = (width: number): number => {
    const value = width === 1 ? view.getUint8(at) : width === 2 ? view.getUint16(at) : view.getUint32(at);
    at += width;
    return value;
  };
  const value = (): CborValue => {
    const first = number(1);
    const short = first & 31;
    if (short > 26) throw new Error(`CBOR of another length: ${short}`);
    const size = short < 24 ? short : number(2 ** (short - 24));
    const kind = first >> 5;
    if (kind === UNSIGNED) return size;
    if (kind === ARRAY) return Array.from({ length: size }, value);
    if (kind !== TEXT) throw new Error(`CBOR of another kind: ${kind}`);
    if (at + size > bytes.length) throw new RangeError('A text ends too early');
    at += size;
    return decoder.decode(bytes.subarray(at - size, at));
  };
  return value();
}
