import { createHash } from 'node:crypto';

/**
 * The Content-Security-Policy of every page: only files of the site, inline code by hash, and forms that submit
 * to the site. `frame-ancestors` works only as a header.
 * @param search whether the page contains the search: Pagefind uses WebAssembly
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
    "manifest-src 'self'",
    // The quick search in the header loads names.
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
