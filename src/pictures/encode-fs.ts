import sharp from 'sharp';
import type { Picture } from '#core/content.ts';
import { type Variant, widestOf } from '#core/picture-variants.ts';
import { checkedBytes } from './checked-bytes-fs.ts';

const SETTINGS = { quality: 78, effort: 2 };
/** Changes with the encoder; with this file's text it decides what a copy of a picture is. */
export const ENCODER = JSON.stringify(sharp.versions);

/** Makes the copies of one picture, in WebP: upright, without EXIF and place. */
export type Encoder = (variant: Variant) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Decodes a picture, once for all its copies: the smaller ones are made of the largest.
 * @throws ChangedDuringBuildError where the file has changed since it was read
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
