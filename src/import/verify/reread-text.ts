/** Decodes a plain text file without checks or changes, for the comparison. */
export function rereadText(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
