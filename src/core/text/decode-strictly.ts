/**
 * Decodes bytes; undefined if they are not valid in the encoding.
 * @throws RangeError for an encoding that the platform does not know
 */
export function decodeStrictly(
  bytes: Uint8Array,
  encoding: string,
  { ignoreBOM = false } = {},
): string | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM });
  try {
    return decoder.decode(bytes);
  } catch (error) {
    // The one error that `decode()` throws for invalid bytes: https://encoding.spec.whatwg.org/#dom-textdecoder-decode
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
