import { createHash } from 'node:crypto';

/**
 * The Content-Security-Policy of every page: only files of the site, inline code by hash, and forms that submit
 * to the site. `frame-ancestors` works only as a header. The search needs WebAssembly in its worker, which has a
 * policy of its own: that of the response.
 */
export function contentSecurityPolicy(inline: { scripts: string[]; styles: string[] }): string {
  const hashes = (texts: string[]) =>
    texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes(inline.scripts)}`,
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
