/** First bytes of a character of two bytes, and its second bytes: 40 to FE without 7F. */
const LEADS = [0x81, 0xfe] as const;
const TRAILS = [0x40, 0xfe] as const;
const NO_TRAIL = 0x7f;
/** Characters of four bytes: those of the basic plane that have no two, then the other planes. */
const BASIC_COUNT = 39_420;
const OTHER_PLANES = 189_000;
const LINE_END = 0x0a;
/** Characters that the editions of 2000, 2005 and 2022 encode differently: browsers may follow another edition. */
const UNSTABLE =
  /[\u1e3f\u9fb4-\u9fbb\ue000-\uf8ff\ufe10-\ufe19\u{20087}\u{20089}\u{200cc}\u{215d7}\u{2298f}\u{241fe}]/u;

let codes: Map<string, number[]> | undefined;

/**
 * Encodes a text in GB 18030, in which hanzi have two bytes: zipped, it is a sixth shorter than UTF-8. Node can only
 * decode it.
 * @see https://encoding.spec.whatwg.org/#gb18030
 * @returns undefined for a text that some browser would not decode to itself
 */
export function encodeGb18030(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (UNSTABLE.test(text)) return undefined;
  codes ??= knownCodes();
  const bytes = new Uint8Array(4 * text.length);
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes[length++] = code;
    else {
      const known = codes.get(character) ?? fourBytes(OTHER_PLANES + code - 0x1_0000);
      for (const byte of known) bytes[length++] = byte;
    }
  }
  const encoded = bytes.subarray(0, length);
  return new TextDecoder('gb18030').decode(encoded) === text ? encoded : undefined;
}

/** The codes of the basic plane, as the decoder knows them. */
function knownCodes(): Map<string, number[]> {
  const all: number[][] = Array.from({ length: BASIC_COUNT }, (_, index) => fourBytes(index));
  for (let lead: number = LEADS[0]; lead <= LEADS[1]; lead += 1) {
    for (let trail: number = TRAILS[0]; trail <= TRAILS[1]; trail += 1) {
      if (trail !== NO_TRAIL) all.push([lead, trail]);
    }
  }
  const decoded = new TextDecoder('gb18030').decode(
    Uint8Array.from(all.flatMap((code) => [...code, LINE_END])),
  );
  return new Map(decoded.split('\n').map((character, index) => [character, all[index] ?? []]));
}

function fourBytes(index: number): number[] {
  const fourth = 0x30 + (index % 10);
  const third = 0x81 + (Math.floor(index / 10) % 126);
  const second = 0x30 + (Math.floor(index / 1260) % 10);
  return [0x81 + Math.floor(index / 12_600), second, third, fourth];
}
