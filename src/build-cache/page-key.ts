import { createHash } from 'node:crypto';
import type { Content } from '#core/content.ts';
import { fingerprint } from './fingerprint-fs.ts';

/** All code: templates, styles, scripts, settings, packages. */
const CODE = ['src', 'astro.config.mjs', 'tsconfig.json', 'package.json'];

/**
 * Creates the function that computes a page's `cacheKey`. Two pages with the same address and key are equal
 * byte for byte: the key covers the page's props, the header and footer, the address of the site and all
 * code.
 * @param code digest of the code, see `codeFingerprint`
 * @param address the published address of the site
 */
export function pageKeys(
  code: string,
  address: string,
  { site, theme, kinds, pages }: Pick<Content, 'site' | 'theme' | 'kinds' | 'pages'>,
): (props: unknown) => string {
  const frame = { site, theme, kinds, pages: pages.map(({ id, title }) => ({ id, title })) };
  const common = digest(JSON.stringify([code, address, frame]));
  return (props) => digest(common + JSON.stringify(props));
}

/** The digest of all code that pages depend on. */
export function codeFingerprint(): string {
  return fingerprint(CODE);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
