type Bytes = readonly [number, number];

/** Range of UTF-8 continuation bytes. */
const CONTINUATION: Bytes = [0x80, 0xbf];
/** Lead bytes of hanzi, U+4E00 to U+9FBF, with the range of the byte after each. */
const LEADS: readonly [Bytes, Bytes][] = [
  [
    [0xe4, 0xe4],
    [0xb8, 0xbf],
  ],
  [[0xe5, 0xe8], CONTINUATION],
  [
    [0xe9, 0xe9],
    [0x80, 0xbe],
  ],
];

let pattern: RegExp | undefined;
/** 1 for each character with which such a run can begin. */
let firstChars: Uint8Array | undefined;

/**
 * A pattern for UTF-8 that was decoded as GBK: two hanzi are six bytes, which GBK decodes as three other
 * hanzi. Their bytes are in ranges that other texts hardly ever match three times in a row (RFC 3629 for
 * UTF-8, GB 18030 for the two-byte area).
 */
export function misreadPattern(): RegExp {
  if (pattern) return pattern;
  const first = LEADS.map(([lead, next]) => charsOf(lead, next)).join('');
  const rest = LEADS.map(
    ([lead, next]) => `[${charsOf(CONTINUATION, lead)}][${charsOf(next, CONTINUATION)}]`,
  ).join('|');
  pattern = new RegExp(`(?:[${first}](?:${rest}))+`, 'gu');
  return pattern;
}

/** Whether a text has a character with which such a run can begin. Few texts do, so few need the pattern. */
export function mayBeMisread(text: string): boolean {
  if (!firstChars) {
    firstChars = new Uint8Array(0x10000);
    for (const char of LEADS.flatMap(([lead, next]) => [...charsOf(lead, next)]))
      firstChars[char.charCodeAt(0)] = 1;
  }
  for (let at = 0; at < text.length; at++) if (firstChars[text.charCodeAt(at)]) return true;
  return false;
}

/** All characters of GBK whose two bytes are in the ranges. */
function charsOf(first: Bytes, second: Bytes): string {
  const decoder = new TextDecoder('gbk');
  let chars = '';
  for (let lead = Math.max(first[0], 0x81); lead <= first[1]; lead++) {
    for (let trail = second[0]; trail <= second[1]; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      // Signs such as · and ¤ are in other texts too.
      if (char > '\u00FF') chars += char;
    }
  }
  return chars;
}
