import sharp from 'sharp';
import type { Picture } from '#core/content.ts';
import { checkedBytes } from './checked-bytes-fs.ts';
import { checkedDrawing } from './checked-drawing-fs.ts';

/** A picture in a file format that printers and reading devices accept. */
export interface PortablePicture {
  bytes: Uint8Array;
  type: 'image/jpeg' | 'image/png' | 'image/svg+xml';
}

/** Of 100: a file holds all the pictures of an issue. */
const JPEG_QUALITY = 76;

/**
 * Encodes a picture as JPEG, or as PNG where it has transparent parts or is smaller that way (a screenshot): upright,
 * without EXIF and GPS coordinates. A drawing is the published SVG.
 * @param maxSide pixels of the longer side
 * @throws ChangedDuringBuildError if the file was changed since it was read
 */
export async function portablePicture(picture: Picture, maxSide: number): Promise<PortablePicture> {
  if (picture.format === 'svg')
    return { bytes: Buffer.from(await checkedDrawing(picture)), type: 'image/svg+xml' };
  const pixels = sharp(await checkedBytes(picture), { limitInputPixels: false })
    .rotate()
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true });
  const png = () => pixels.clone().png({ compressionLevel: 9 }).toBuffer();
  if (picture.transparent) return { bytes: await png(), type: 'image/png' };
  const jpeg = await pixels
    .clone()
    .flatten({ background: '#fff' })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
  const drawn = picture.format === 'png' || picture.format === 'gif' ? await png() : undefined;
  return drawn && drawn.length <= jpeg.length
    ? { bytes: drawn, type: 'image/png' }
    : { bytes: jpeg, type: 'image/jpeg' };
}
