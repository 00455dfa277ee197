type Bytes = readonly [number, number];

/** Bytes that follow a lead byte in UTF-8. */
const FOLLOWERS: Bytes = [0x80, 0xbf];
/** Lead bytes of hanzi, U+4E00 to U+9FBF, with the first bytes that may follow each. */
const LEADS: readonly [Bytes, Bytes][] = [
  [
    [0xe4, 0xe4],
    [0xb8, 0xbf],
  ],
  [[0xe5, 0xe8], FOLLOWERS],
  [
    [0xe9, 0xe9],
    [0x80, 0xbe],
  ],
];

let pattern: RegExp | undefined;
let beginnings: Uint8Array | undefined;

/**
 * UTF-8 that was read as GBK: two hanzi are six bytes, which GBK reads as three other hanzi.
 * The bytes of each pair are bound to ranges that other texts hardly ever hit three times in a row
 * (RFC 3629 for UTF-8, GB 18030 for the two-byte area).
 */
export function misreadPattern(): RegExp {
  if (pattern) return pattern;
  const first = LEADS.map(([lead, next]) => signsOf(lead, next)).join('');
  const rest = LEADS.map(([lead, next]) => `[${signsOf(FOLLOWERS, lead)}][${signsOf(next, FOLLOWERS)}]`).join(
    '|',
  );
  pattern = new RegExp(`(?:[${first}](?:${rest}))+`, 'gu');
  return pattern;
}

/** Whether a text has a character with which such a run begins: few texts have, so that few need be searched. */
export function mayBeMisread(text: string): boolean {
  if (!beginnings) {
    beginnings = new Uint8Array(0x10000);
    for (const sign of LEADS.flatMap(([lead, next]) => [...signsOf(lead, next)]))
      beginnings[sign.charCodeAt(0)] = 1;
  }
  for (let at = 0; at < text.length; at++) if (beginnings[text.charCodeAt(at)]) return true;
  return false;
}

/** Every hanzi or other sign of GBK whose two bytes lie in the ranges. */
function signsOf(first: Bytes, second: Bytes): string {
  const decoder = new TextDecoder('gbk');
  let signs = '';
  for (let lead = Math.max(first[0], 0x81); lead <= first[1]; lead++) {
    for (let trail = second[0]; trail <= second[1]; trail++) {
      const sign = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
      if (sign.length === 1 && sign > '\u00FF') signs += sign;
    }
  }
  return signs;
}
