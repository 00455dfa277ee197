import { createHash } from 'node:crypto';

/**
 * The Content-Security-Policy of every page: own files only, inline code by its hash, and forms that lead
 * nowhere else. `frame-ancestors` works only as a header.
 * @param search whether the page searches: Pagefind's program is WebAssembly and loads the index
 */
export function contentSecurityPolicy(
  inline: { scripts: string[]; styles: string[] },
  search = false,
): string {
  const hashes = (texts: string[]) =>
    texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
  return [
    "default-src 'none'",
    `script-src 'self' ${search ? "'wasm-unsafe-eval' " : ''}${hashes(inline.scripts)}`,
    `style-src 'self' ${hashes(inline.styles)}`,
    "img-src 'self'",
    "font-src 'self'",
    ...(search ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
