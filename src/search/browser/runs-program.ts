/** A WebAssembly module of two empty tables, one of functions and one of references, as Pagefind's program has them. */
const TWO_TABLES = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 4, 7, 2, 0x70, 0, 0, 0x6f, 0, 0];

/**
 * Whether Pagefind's program can run here: in a worker, since the policy of the page permits no WebAssembly, and with
 * references in WebAssembly (Chromium 96, Firefox 79, Safari 15).
 */
export function runsProgram(): boolean {
  if ('document' in globalThis) return false;
  try {
    return new WebAssembly.Module(new Uint8Array(TWO_TABLES)) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}
