import sharp from 'sharp';
import type { Picture } from '#core/content.ts';
import { fitLines } from '#core/text/fit-lines.ts';
import { settable } from '#core/text/set-text.ts';
import type { ThemeColours } from '#core/theme.ts';
import { loadTypeface, type Typeface } from '../assets/typeface-fs.ts';
import { rasterOf } from './raster-fs.ts';

/** The texts and the picture of an edition's cover, which has the design of the cover on the web page. */
export interface CoverSource {
  masthead: string;
  /** `2022年9月号`. */
  label: string;
  /** `第1期　总第1期`; empty if a special issue has none. */
  number: string;
  headline?: string;
  picture?: Picture;
  colours: Pick<ThemeColours, 'accent' | 'ink' | 'inkSoft' | 'paper'>;
}

/** Pixels; shops require a height of at least 1,000 and an aspect ratio of about 3:4. */
const WIDTH = 1200;
const HEIGHT = 1600;
/** Pixels, from the upper edge where it is a place. */
const MARGIN = 80;
const INNER = WIDTH - 2 * MARGIN;
const STRIPE = 36;
const MASTHEAD_LINE = 250;
const MASTHEAD_SIZE = 210;
const LABEL_LINE = 370;
const LABEL_SIZE = 54;
const RULE = 410;
const PICTURE_TOP = 460;
const PICTURE_HEIGHT = 693;
const HEADLINE_SIZES = [104, 92, 82, 74, 66, 58, 50];
/** Relative to the font size. */
const LINE_HEIGHT = 1.35;
/** Of 100. */
const JPEG_QUALITY = 84;

/** Draws the cover as JPEG. The same source gives the same bytes on every machine. */
export async function coverPicture(source: CoverSource): Promise<Uint8Array> {
  const sheet = sharp(Buffer.from(coverDrawing(source, await loadTypeface())));
  const { picture } = source;
  const fitted =
    picture &&
    (await (
      await rasterOf(picture, INNER)
    )
      .resize({ width: INNER, height: PICTURE_HEIGHT, fit: 'cover' })
      .flatten({ background: '#fff' })
      .png()
      .toBuffer());
  const whole = fitted ? sheet.composite([{ input: fitted, left: MARGIN, top: PICTURE_TOP }]) : sheet;
  return whole.flatten().jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
}

/** The sheet without its picture as SVG, with all text as outlines. Characters that the font lacks are left out. */
export function coverDrawing(source: CoverSource, face: Typeface): string {
  const { masthead, label, number, headline, picture, colours } = source;
  const set = (text: string) => settable(text, (part) => face.covers(part)) ?? '';
  const top = picture ? PICTURE_TOP + PICTURE_HEIGHT : RULE;
  const line = (text: string, y: number, size: number) => {
    const shown = set(text);
    if (shown === '') return '';
    return face.line(shown, { x: MARGIN, y, size: Math.min(size, Math.floor(INNER / face.width(shown))) });
  };
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
    `<rect width="100%" height="100%" fill="${colours.paper}"/>` +
    `<rect width="100%" height="${STRIPE}" fill="${colours.accent}"/>` +
    `<g fill="${colours.accent}">${line(masthead, MASTHEAD_LINE, MASTHEAD_SIZE)}</g>` +
    `<g fill="${colours.inkSoft}">${line([label, number].filter(Boolean).join('　'), LABEL_LINE, LABEL_SIZE)}</g>` +
    `<rect x="${MARGIN}" y="${RULE}" width="${INNER}" height="4" fill="${colours.accent}"/>` +
    `<g fill="${colours.ink}">${block(set(headline ?? ''))}</g></svg>`
  );

  /** The headline in up to four lines, between the elements above it and the foot. */
  function block(text: string): string {
    if (text === '') return '';
    const room = HEIGHT - MARGIN - top - MARGIN / 2;
    const { lines, size } = fitLines(text, {
      width: INNER,
      maxLines: (tried) => Math.floor(room / (tried * LINE_HEIGHT)),
      sizes: HEADLINE_SIZES,
      widthOf: (part) => face.width(part),
    });
    const first = top + MARGIN / 2 + size * LINE_HEIGHT;
    return lines
      .map((part, index) => face.line(part, { x: MARGIN, y: first + index * size * LINE_HEIGHT, size }))
      .join('');
  }
}
