import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Variant } from '#core/picture-variants.ts';

/** Changes whenever the settings below do, so that no stale copy is taken from the cache. */
const SETTINGS = { quality: 78, effort: 2 };
const VERSION = `webp-${SETTINGS.quality}-${SETTINGS.effort}-${sharp.versions.sharp}`;

/**
 * The bytes of one copy of a picture, in WebP: upright, without EXIF and place.
 * @param cacheDir folder that keeps what was made before
 */
export async function encodeVariant(variant: Variant, cacheDir: string): Promise<Uint8Array<ArrayBuffer>> {
  const cached = path.join(cacheDir, VERSION, variant.name);
  const kept = await readFile(cached).catch(() => undefined);
  if (kept) return new Uint8Array(kept);
  const bytes = await sharp(variant.picture.file, { limitInputPixels: false })
    .rotate()
    .resize({ width: variant.width ?? variant.picture.width })
    .webp(SETTINGS)
    .toBuffer();
  await mkdir(path.dirname(cached), { recursive: true });
  const unfinished = `${cached}.${process.pid}`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, cached);
  return new Uint8Array(bytes);
}
