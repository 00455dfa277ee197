import sharp, { type Sharp } from 'sharp';
import type { Picture } from '#core/content.ts';
import { ICO_SIZES, type IconFile } from '#core/icons.ts';
import type { ThemeColours } from '#core/theme.ts';
import { loadTypeface } from '../assets/typeface-fs.ts';
import { checkedDrawing } from './checked-drawing-fs.ts';
import { icoFile } from './ico-file.ts';
import { rasterOf } from './raster-fs.ts';

/** The source of the icons: the bulletin's picture, or else the first character of its title. */
export interface IconSource {
  title: string;
  colours: Pick<ThemeColours, 'accent' | 'paper'>;
  picture?: Picture;
}

type Shape = IconFile['shape'];

/** Side of the drawing of a character. */
const DRAWING_SIDE = 512;
/** Radius of the corners of a rounded icon. */
const CORNER_RADIUS = 72;
/** Height of the character by the side of the icon; in a maskable icon it lies in the circle of 80%. */
const CHARACTER_HEIGHT: Record<Shape, number> = { rounded: 0.78, square: 0.68, maskable: 0.56 };
/** Side of the picture in a maskable icon, as a share of the icon's: the circle that phones show. */
const MASKABLE_PICTURE_SHARE = 0.8;

/** The SVG icon. */
export async function svgIcon(source: IconSource): Promise<string> {
  return source.picture ? checkedDrawing(source.picture) : characterIcon(source, 'rounded');
}

/** A PNG icon. */
export async function pngIcon(
  source: IconSource,
  { size, shape }: Pick<IconFile, 'size' | 'shape'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { picture, colours } = source;
  if (!picture) return pngOf(sharp(Buffer.from(await characterIcon(source, shape))).resize(size, size));
  const side = shape === 'maskable' ? Math.round(size * MASKABLE_PICTURE_SHARE) : size;
  const before = Math.floor((size - side) / 2);
  const after = size - side - before;
  const resized = (await rasterOf(picture, side)).resize(side, side);
  if (shape === 'rounded') return pngOf(resized);
  // Phones show transparent parts of icons in black.
  const ground = colours.paper;
  const framed = resized
    .extend({ top: before, bottom: after, left: before, right: after, background: ground })
    .flatten({ background: ground });
  return pngOf(framed);
}

/** `favicon.ico`. */
export async function icoIcon(source: IconSource): Promise<Uint8Array<ArrayBuffer>> {
  const pictures = ICO_SIZES.map(async (size) => ({
    size,
    png: await pngIcon(source, { size, shape: 'rounded' }),
  }));
  return icoFile(await Promise.all(pictures));
}

/** The first character of the title that the font has, in white on the accent. */
async function characterIcon({ title, colours }: IconSource, shape: Shape): Promise<string> {
  const typeface = await loadTypeface();
  const first = [...title].find((each) => /[\p{L}\p{N}]/u.test(each) && typeface.covers(each)) ?? '';
  const place = {
    x: DRAWING_SIDE / 2,
    y: DRAWING_SIDE / 2,
    size: Math.round(DRAWING_SIDE * CHARACTER_HEIGHT[shape]),
  };
  const corners = shape === 'rounded' ? ` rx="${CORNER_RADIUS}"` : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${DRAWING_SIDE} ${DRAWING_SIDE}" width="${DRAWING_SIDE}" height="${DRAWING_SIDE}">` +
    `<rect width="${DRAWING_SIDE}" height="${DRAWING_SIDE}"${corners} fill="${colours.accent}"/>` +
    `<g fill="#fff">${typeface.centred(first, place)}</g></svg>`
  );
}

async function pngOf(image: Sharp): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await image.png({ compressionLevel: 9 }).toBuffer());
}
