import { createHash } from 'node:crypto';
import type { Site } from '#core/schema/site.ts';

type Admin = NonNullable<Site['admin']>;

/** Hosts of the public services, where the site names none of its own. */
const PUBLIC_API: Record<string, string> = {
  github: 'https://api.github.com',
  gitlab: 'https://gitlab.com/api/v4',
  gitea: 'https://gitea.com/api/v1',
};
const PUBLIC_LOGIN: Record<string, string> = { gitlab: 'https://gitlab.com', gitea: 'https://gitea.com' };

/**
 * The Content-Security-Policy of the form: its own files, and the service that keeps the content.
 *
 * What it leaves open, since Sveltia CMS needs it (tried in Chromium, one by one):
 * - `style-src-attr 'unsafe-inline'`: Sveltia's templates carry `style` attributes. Its style elements are
 *   made sheets of the script instead (see changedSveltia), so none is allowed.
 * - `blob:` in `img-src` and `connect-src`: pictures of the folder are shown, and read again, by addresses
 *   that the page itself makes. No other site can make one.
 * - `data:` in `img-src`: Sveltia shows a drawing (SVG) as a picture inside another one, so that no script
 *   in it can run. Such an address asks nobody.
 * - the trusted types `svelte-trusted-html` and `lexical` pass their HTML on unseen: constant templates of
 *   Sveltia, and what is pasted into an editor of rich text, which this form has none of. All other HTML
 *   goes through `default` (see trusted-html.ts).
 * - A token, where the editor signs in with one, lies in the browser's storage, which every page of the same
 *   origin can read; and `frame-ancestors` works only as a header. See SECURITY.md.
 * @param style the text of the page's own style element
 */
export function formPolicy({ backend, apiRoot, baseUrl }: Admin, style: string): string {
  const addresses = [apiRoot ?? PUBLIC_API[backend], baseUrl ?? PUBLIC_LOGIN[backend]];
  // Only the origin; the schema's webAddress() takes no host with a character that means something here.
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
