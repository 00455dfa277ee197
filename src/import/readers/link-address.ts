import { decodeAddress } from '#core/text/decode-address.ts';

/** Characters that browsers ignore in an address (or that are invisible). */
const IGNORED = /[\p{Cc}\s\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):/u;
const SAFE = new Set(['http', 'https', 'mailto']);

export type LinkAddress = { kind: 'safe'; address: string } | { kind: 'relative' | 'unsafe' };

/**
 * Classifies the address of a link.
 * @param href with its entities decoded
 */
export function linkAddress(href: string): LinkAddress {
  const address = href.replace(IGNORED, '');
  const scheme = SCHEME.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined) return { kind: 'relative' };
  return SAFE.has(scheme) && URL.canParse(address) ? { kind: 'safe', address } : { kind: 'unsafe' };
}

export type PictureAddress =
  /** A file beside the manuscript, by relative path. */
  { kind: 'local'; name: string } | { kind: 'data' | 'remote'; address: string };

/** Classifies the address of a picture. */
export function pictureAddress(src: string): PictureAddress {
  const address = src.replace(IGNORED, (found) => (found === ' ' ? ' ' : '')).trim();
  if (/^data:/iu.test(address)) return { kind: 'data', address };
  // A path on the author's computer: the file may be beside the manuscript now.
  if (/^[a-z]:[/\\]/iu.test(address)) return { kind: 'local', name: localName(address) };
  if (SCHEME.test(address) || /^[/\\]/u.test(address)) return { kind: 'remote', address };
  return { kind: 'local', name: localName(address.replace(/[?#].*$/su, '')) };
}

function localName(address: string): string {
  return decodeAddress(address).replaceAll('\\', '/');
}
