import { isCommonCharacter } from './common-hanzi.ts';

/** So many hanzi of UTF-8 in a row are no chance, if most of them are common ones. */
const SHORTEST_ISLAND = 3;
/** Longer runs are judged by their beginning. */
const LONGEST_ISLAND = 200;

/**
 * Length of the UTF-8 sequence at an offset (Unicode, table 3-7).
 * @returns 0 where there is none; -1 where the bytes end within it
 */
export function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return -1;
    const low = index > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = index > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return 0;
  }
  return length;
}

/** The first place that is no UTF-8, and whether the text only ends too early there. */
export function findInvalidUtf8(bytes: Uint8Array): { at: number; cut: boolean } | undefined {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at);
    if (length <= 0) return { at, cut: length < 0 };
    at += length;
  }
  return undefined;
}

/** Whether Chinese text in UTF-8 stands anywhere in the bytes. */
export function containsChineseUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8');
  for (let at = 0; at < bytes.length;) {
    const start = at;
    while (isHan(bytes, at) && at - start < LONGEST_ISLAND * 3) at += 3;
    const count = (at - start) / 3;
    if (count >= SHORTEST_ISLAND) {
      const common = [...decoder.decode(bytes.subarray(start, at))].filter(isCommonCharacter).length;
      if (common * 2 > count) return true;
    }
    // In a text of another encoding a sequence may begin at any byte.
    at = count > 0 && count < LONGEST_ISLAND ? start + 1 : Math.max(at, start + 1);
  }
  return false;
}

/** Whether a hanzi or a Chinese sign stands at an offset. */
function isHan(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at] ?? 0;
  return ((lead >= 0xe3 && lead <= 0xe9) || lead === 0xef || lead === 0xe2) && sequenceAt(bytes, at) === 3;
}
