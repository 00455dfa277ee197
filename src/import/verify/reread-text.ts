/** The text of a plain text file, decoded without any check or change: what the reader must have read. */
export function rereadText(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
