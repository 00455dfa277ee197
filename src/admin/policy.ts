import { createHash } from 'node:crypto';
import type { Site } from '#core/schema/site.ts';

type Admin = NonNullable<Site['admin']>;

/** API addresses of the public services, used if the site configures none. */
const PUBLIC_API: Record<string, string> = {
  github: 'https://api.github.com',
  gitlab: 'https://gitlab.com/api/v4',
  gitea: 'https://gitea.com/api/v1',
};
const PUBLIC_LOGIN: Record<string, string> = { gitlab: 'https://gitlab.com', gitea: 'https://gitea.com' };

/**
 * Returns the Content-Security-Policy of the form. It allows the form's own files and the service that stores
 * the content.
 *
 * Exceptions that Sveltia CMS needs (each one verified in Chromium):
 * - `style-src-attr 'unsafe-inline'`: Sveltia's templates carry `style` attributes. Its style elements are
 *   replaced by constructed style sheets (see changedSveltia), so none is allowed.
 * - `blob:` in `img-src` and `connect-src`: pictures of the folder are shown and read through object URLs
 *   that the page creates. No other site can create one.
 * - `data:` in `img-src`: Sveltia shows an SVG as an image inside another one, so that no script
 *   in it can run. A `data:` URL makes no request.
 * - the trusted types `svelte-trusted-html` and `lexical` do not sanitize their HTML: constant templates of
 *   Sveltia, and text pasted into a rich text editor, which this form does not use. All other HTML
 *   goes through `default` (see trusted-html.ts).
 *
 * Not covered: an access token is stored in the browser's storage, which every page of the same origin can
 * read; and `frame-ancestors` works only as a header. See SECURITY.md.
 * @param style text of the page's own style element
 */
export function formPolicy({ backend, apiRoot, baseUrl }: Admin, style: string): string {
  const addresses = [apiRoot ?? PUBLIC_API[backend], baseUrl ?? PUBLIC_LOGIN[backend]];
  // Only the origin; the schema's webAddress() rejects hosts with characters that have a meaning in a policy.
  const hosts = new Set(addresses.flatMap((address) => (address ? [new URL(address).origin] : [])));
  const services = [...hosts].map((host) => ` ${host}`).join('');
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' blob:${services}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default form-parser svelte-trusted-html lexical dompurify',
  ].join('; ');
}
