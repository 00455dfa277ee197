import sharp from 'sharp';
import type { Picture } from '#core/content.ts';
import { type Variant, widestOf } from '#core/picture-variants.ts';
import { checkedBytes } from './checked-bytes-fs.ts';

/** Of WebP. Effort 2, below sharp's default of 4, trades size for speed. */
const SETTINGS = { quality: 78, effort: 2 };
/** Versions of the encoder: together with this file's code they determine every encoded byte. */
export const ENCODER = JSON.stringify(sharp.versions);

/** Encodes one resized copy of a picture as WebP: upright, without EXIF and GPS coordinates. */
export type Encoder = (variant: Variant) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Decodes a picture once for all its copies: the smaller ones are resized from the largest.
 * @throws ChangedDuringBuildError if the file was changed since it was read
 */
export async function openPicture(picture: Picture): Promise<Encoder> {
  const widest = widestOf(picture);
  const { data, info } = await sharp(await checkedBytes(picture), { limitInputPixels: false })
    .rotate()
    .resize({ width: widest })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return async ({ width: wanted = widest }) => {
    const pixels = sharp(data, { raw: { width, height, channels } });
    const copy = wanted < width ? pixels.resize({ width: wanted }) : pixels;
    return new Uint8Array(await copy.webp(SETTINGS).toBuffer());
  };
}
