import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { packageFile } from '../engine/engine-folder.ts';

/** Noto Serif SC Black (OFL), of which only the masthead's characters are published. */
const FONT = '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf';
const ON_COVERS = '0123456789—年月号期';

/** File name of the masthead's font, without its extension; it changes with its characters. */
export function mastheadFontName(title: string): string {
  const hash = createHash('sha256')
    .update(`node_modules/${FONT}${characters(title)}`)
    .digest('hex')
    .slice(0, 8);
  return `masthead-${hash}`;
}

/** The font as WOFF2, a few kB: the title's characters and those that covers count with. */
export async function mastheadFont(title: string): Promise<Uint8Array<ArrayBuffer>> {
  const font = await readFile(packageFile(FONT));
  return new Uint8Array(await subsetFont(font, characters(title), { targetFormat: 'woff2' }));
}

function characters(title: string): string {
  return [...new Set(title + ON_COVERS)].toSorted().join('');
}
