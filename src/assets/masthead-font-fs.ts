import { createHash } from 'node:crypto';
import subsetFont from 'subset-font';
import { readPackageFile } from '../engine/read-package-file.ts';

/** Noto Serif SC Black (OFL); only a subset is published. */
export const MASTHEAD_FONT = '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf';
/** Characters of dates and numbers on covers. */
const COVER_CHARACTERS = '0123456789—年月号期';

/** File name of the masthead's font, without extension; it contains a hash of the characters. */
export function mastheadFontName(title: string): string {
  const hash = createHash('sha256')
    .update(`node_modules/${MASTHEAD_FONT}${characters(title)}`)
    .digest('hex')
    .slice(0, 8);
  return `masthead-${hash}`;
}

/** The font as WOFF2, a few kB: the characters of the title and those on covers. */
export async function mastheadFont(title: string): Promise<Uint8Array<ArrayBuffer>> {
  const font = await readPackageFile(MASTHEAD_FONT);
  return new Uint8Array(await subsetFont(font, characters(title), { targetFormat: 'woff2' }));
}

function characters(title: string): string {
  return [...new Set(title + COVER_CHARACTERS)].toSorted().join('');
}
