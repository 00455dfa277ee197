import sharp, { type Sharp } from 'sharp';
import type { Picture } from '#core/content.ts';
import { checkedBytes } from './checked-bytes-fs.ts';
import { checkedDrawing } from './checked-drawing-fs.ts';

/** The interface for pictures inside a text (`media/uploadimg`) takes JPEG and PNG below 1 MB. */
const MAX_BYTES = 1_000_000;
/** Maximum width in pixels: WeChat scales wider pictures down. */
const MAX_WIDTH = 1080;
/** Qualities of JPEG to try, best first; the first whose file is small enough is used. */
const QUALITIES = [85, 70, 55, 40];
/** Transparent parts become white: WeChat shows pictures on backgrounds of any colour. */
const PAPER = '#ffffff';

export interface EncodedPicture {
  bytes: Uint8Array;
  extension: 'jpg' | 'png';
}

/** The two crops of a cover that WeChat asks for, 2.35:1 and 1:1. */
export const COVERS = [
  { name: 'cover-900x383.jpg', width: 900, height: 383 },
  { name: 'cover-500x500.jpg', width: 500, height: 500 },
] as const;

/**
 * Encodes a picture for a text in WeChat: upright, without metadata, at most 1,080 pixels wide and below 1 MB.
 * @throws ChangedDuringBuildError if the file was changed since it was read
 */
export async function textPicture(picture: Picture): Promise<EncodedPicture> {
  const image = (await open(picture)).resize({ width: MAX_WIDTH, withoutEnlargement: true });
  if (['svg', 'png', 'gif'].includes(picture.format)) {
    const bytes = await image.clone().png({ compressionLevel: 9 }).toBuffer();
    if (bytes.length < MAX_BYTES) return { bytes, extension: 'png' };
  }
  return { bytes: await fitting(image), extension: 'jpg' };
}

/** Both crops of a cover, in the order of `COVERS`. */
export async function coverPictures(picture: Picture): Promise<Uint8Array[]> {
  const image = await open(picture);
  return Promise.all(
    COVERS.map(({ width, height }) => fitting(image.clone().resize({ width, height, fit: 'cover' }))),
  );
}

/** The picture as pixels, upright and without transparency. */
async function open(picture: Picture): Promise<Sharp> {
  if (picture.format !== 'svg')
    return opaque(sharp(await checkedBytes(picture), { limitInputPixels: false }));
  // At the width in which it is shown: 72 is the density at which a drawing has its own width.
  const density = Math.min(Math.max((72 * MAX_WIDTH) / picture.width, 1), 2400);
  return opaque(sharp(Buffer.from(await checkedDrawing(picture)), { limitInputPixels: false, density }));
}

function opaque(image: Sharp): Sharp {
  return image.rotate().flatten({ background: PAPER });
}

async function fitting(image: Sharp): Promise<Uint8Array> {
  let bytes = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    bytes = await image.clone().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length < MAX_BYTES) break;
  }
  return bytes;
}
