import { statSync } from 'node:fs';
import type { Variant } from '#core/picture-variants.ts';
import { checkedDrawing } from './checked-drawing-fs.ts';
import { openPicture } from './encode-fs.ts';

/**
 * The size in bytes of the published file of a copy.
 * @param encoded its file, if the build encodes it; otherwise this function encodes it
 */
export async function variantSize(variant: Variant, encoded?: Promise<string>): Promise<number> {
  const { picture, extension } = variant;
  if (extension === 'svg') return Buffer.byteLength(await checkedDrawing(picture));
  if (encoded) return statSync(await encoded).size;
  const encode = await openPicture(picture);
  return (await encode(variant)).length;
}
