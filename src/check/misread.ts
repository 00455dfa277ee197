/** How GBK's two bytes and UTF-8's three meet: a hanzi's lead byte and what follows it, in pairs. */
const LEADS = [0xe4, 0xe9] as const;
const FOLLOWERS = [0x80, 0xbf] as const;
type Bytes = readonly [number, number];

let pattern: RegExp | undefined;

/**
 * UTF-8 that was read as GBK: two hanzi are six bytes, which GBK reads as three other hanzi.
 * The bytes of each pair are bound to ranges that other texts hardly ever hit three times in a row
 * (RFC 3629 for UTF-8, GB 18030 for the two-byte area).
 */
export function misreadPattern(): RegExp {
  pattern ??= new RegExp(
    `(?:${classOf(LEADS, FOLLOWERS)}${classOf(FOLLOWERS, LEADS)}${classOf(FOLLOWERS, FOLLOWERS)})+`,
    'gu',
  );
  return pattern;
}

/** Every sign of GBK whose two bytes lie in the ranges, as a class for a pattern. */
function classOf(first: Bytes, second: Bytes): string {
  const decoder = new TextDecoder('gbk');
  let signs = '';
  for (let lead = Math.max(first[0], 0x81); lead <= first[1]; lead++) {
    for (let trail = second[0]; trail <= second[1]; trail++) {
      const sign = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
      if (sign.length === 1 && sign > '\u00FF') signs += sign;
    }
  }
  return `[${signs}]`;
}
