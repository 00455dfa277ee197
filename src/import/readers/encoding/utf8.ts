import { isCommonCharacter } from './common-hanzi.ts';

/** Number of consecutive hanzi in UTF-8 that are not a coincidence, if most of them are common. */
const MIN_RUN_LENGTH = 3;
/** Longer runs are judged by their start. */
const MAX_RUN_LENGTH = 200;

/**
 * Length of the UTF-8 sequence at an offset (Unicode, table 3-7).
 * @returns 0 if there is none; -1 if the bytes end inside it
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

/** Offset of the first invalid sequence; `cut` if the text only ends inside it. */
export function findInvalidUtf8(bytes: Uint8Array): { at: number; cut: boolean } | undefined {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at);
    if (length <= 0) return { at, cut: length < 0 };
    at += length;
  }
  return undefined;
}

/** Whether the bytes contain Chinese text in UTF-8 anywhere. */
export function containsChineseUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8');
  for (let at = 0; at < bytes.length;) {
    const start = at;
    while (isHan(bytes, at) && at - start < MAX_RUN_LENGTH * 3) at += 3;
    const count = (at - start) / 3;
    if (count >= MIN_RUN_LENGTH) {
      const common = [...decoder.decode(bytes.subarray(start, at))].filter(isCommonCharacter).length;
      if (common * 2 > count) return true;
    }
    // In text of another encoding, a sequence may start at any byte.
    at = count > 0 && count < MAX_RUN_LENGTH ? start + 1 : Math.max(at, start + 1);
  }
  return false;
}

/** Whether there is a hanzi or Chinese punctuation at an offset. */
function isHan(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at] ?? 0;
  return ((lead >= 0xe3 && lead <= 0xe9) || lead === 0xef || lead === 0xe2) && sequenceAt(bytes, at) === 3;
}
