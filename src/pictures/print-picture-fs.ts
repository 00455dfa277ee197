import type { Picture } from '#core/content.ts';
import { checkedDrawing } from './checked-drawing-fs.ts';
import { rasterOf } from './raster-fs.ts';

/**
 * Maximum size in pixels: in one column of a printed page a picture then has 360 dots per inch, in full width 180.
 */
const WIDTH = 1200;
const HEIGHT = 1600;
const JPEG = { quality: 80 };
/** Matches a drawing with text, which would need fonts of the machine. */
const WITH_LETTERS = /<(?:text|foreignObject)\b/u;
const PHOTOGRAPHS: readonly Picture['format'][] = ['jpeg', 'webp', 'avif'];

/**
 * A picture for print, upright, without EXIF: a drawing stays SVG unless it contains text; photographs become JPEG.
 * @throws ChangedDuringBuildError if the file was changed since it was read
 */
export async function printPicture(picture: Picture): Promise<Uint8Array> {
  if (picture.format === 'svg') {
    const drawing = await checkedDrawing(picture);
    if (!WITH_LETTERS.test(drawing)) return Buffer.from(drawing);
  }
  const fitted = (await rasterOf(picture, WIDTH))
    .resize({ width: WIDTH, height: HEIGHT, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' });
  return PHOTOGRAPHS.includes(picture.format)
    ? fitted.jpeg(JPEG).toBuffer()
    : fitted.png({ palette: true }).toBuffer();
}
