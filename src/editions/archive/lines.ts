/** A text file of these lines. */
export function lines(...texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`${texts.join('\n').trimEnd()}\n`);
}
