import sharp, { type Sharp } from 'sharp';
import type { Picture } from '#core/content.ts';
import { checkedBytes } from './checked-bytes-fs.ts';
import { checkedDrawing } from './checked-drawing-fs.ts';

/** Pixels per inch of an SVG by its own unit. */
const SVG_DENSITY = 72;
const MAX_DENSITY = 20_000;

/**
 * The pixels of a picture, upright; of a drawing, sharp at a size.
 * @param width pixels that it is wanted in; the result may be larger or smaller
 */
export async function rasterOf(picture: Picture, width: number): Promise<Sharp> {
  if (picture.format !== 'svg') return sharp(await checkedBytes(picture)).rotate();
  const density = Math.min(Math.max((SVG_DENSITY * width) / picture.width, 1), MAX_DENSITY);
  return sharp(Buffer.from(await checkedDrawing(picture)), { density });
}
