import sharp from 'sharp';
import type { Variant } from '#core/picture-variants.ts';

const SETTINGS = { quality: 78, effort: 2 };
/** Changes with the encoder; with this file's text it decides what a copy of a picture is. */
export const ENCODER = JSON.stringify(sharp.versions);

/** The bytes of one copy of a picture, in WebP: upright, without EXIF and place. */
export async function encodeVariant(variant: Variant): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await sharp(variant.picture.file, { limitInputPixels: false })
    .rotate()
    .resize({ width: variant.width ?? variant.picture.width })
    .webp(SETTINGS)
    .toBuffer();
  return new Uint8Array(bytes);
}
