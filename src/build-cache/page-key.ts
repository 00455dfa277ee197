import { createHash } from 'node:crypto';
import type { Content } from '#core/content.ts';
import { fingerprint } from './fingerprint-fs.ts';

/** All that is code: templates, styles, scripts, settings, packages. */
const CODE = ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json'];

/**
 * Makes the function that gives a page its `cacheKey`. Two pages of one address with the same key are
 * the same, byte for byte: the key covers the page's props, the frame around every page, the address
 * of the site and all code.
 * @param code digest of the code, see `codeFingerprint`
 * @param address the published address of the site
 */
export function pageKeys(
  code: string,
  address: string,
  { site, pages }: Pick<Content, 'site' | 'pages'>,
): (props: unknown) => string {
  const frame = { site, pages: pages.map(({ id, title }) => ({ id, title })) };
  const common = digest(JSON.stringify([code, address, frame]));
  return (props) => digest(common + JSON.stringify(props));
}

export function codeFingerprint(): string {
  return fingerprint(CODE);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
