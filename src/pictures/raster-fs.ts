import sharp, { type Sharp } from 'sharp';
import type { Picture } from '#core/content.ts';
import { checkedBytes } from './checked-bytes-fs.ts';
import { checkedDrawing } from './checked-drawing-fs.ts';

/** Pixels per inch at which sharp renders an SVG in its own size. */
const SVG_DENSITY = 72;
const MAX_DENSITY = 20_000;

/**
 * The pixels of a picture, upright; a drawing is rendered for the wanted width.
 * @param width wanted width in pixels; the result may be larger or smaller
 */
export async function rasterOf(picture: Picture, width: number): Promise<Sharp> {
  if (picture.format !== 'svg') return sharp(await checkedBytes(picture)).rotate();
  const density = Math.min(Math.max((SVG_DENSITY * width) / picture.width, 1), MAX_DENSITY);
  return sharp(Buffer.from(await checkedDrawing(picture)), { density });
}
