import sharp, { type OverlayOptions } from 'sharp';
import { SHARE_HEIGHT, SHARE_WIDTH, type ShareView } from '#core/share-picture.ts';
import { fitLines } from '#core/text/fit-lines.ts';
import { settable } from '#core/text/set-text.ts';
import type { Picture } from '#core/content.ts';
import { loadTypeface, type Typeface } from '../assets/typeface-fs.ts';
import { rasterOf } from './raster-fs.ts';

/** Maximum bytes of a share picture: some messengers do not load large ones. */
export const MAX_SHARE_BYTES = 60_000;

/** Pixels; `RULE` is a distance from the upper edge. */
const MARGIN = 80;
const WIDTH = SHARE_WIDTH - 2 * MARGIN;
const BAND = 150;
const RULE = 536;
const MASTHEAD_SIZE = 84;
const HEADLINE_SIZES = [104, 96, 88, 80, 72, 64, 56, 50];
const FOOT_SIZE = 34;
const MAX_LINES = 3;
/** Between the band and the headline, and between the headline and the rule. */
const GAP = 28;
/** Relative to the font size. */
const LINE_HEIGHT = 1.34;
/** Middle of a Chinese character above the base line, in em. */
const MIDDLE = 0.37;
/** Height of the stripe above a masthead picture. */
const STRIPE = 14;
const PICTURE_TOP = 30;
const PICTURE_HEIGHT = BAND - PICTURE_TOP - 16;
/**
 * Numbers of colours to try, best first: the flat colours and their anti-aliasing; more for a masthead picture.
 * With fewer, the file is smaller and edges are a little rougher.
 */
const COLOURS = [32, 8];
const COLOURS_WITH_PICTURE = [128, ...COLOURS];

/** Renders the share picture of an issue as PNG. The same view gives the same bytes on every machine. */
export async function sharePicture(view: ShareView): Promise<Uint8Array<ArrayBuffer>> {
  const { mastheadPicture } = view;
  const svg = Buffer.from(shareDrawing(view, await loadTypeface()));
  const masthead = mastheadPicture && (await fittedMasthead(mastheadPicture));
  const pixels = sharp(svg).flatten();
  let png = new Uint8Array();
  for (const colours of masthead ? COLOURS_WITH_PICTURE : COLOURS) {
    const whole = masthead ? pixels.clone().composite([masthead]) : pixels.clone();
    png = new Uint8Array(await whole.png({ palette: true, colours, dither: 0, effort: 7 }).toBuffer());
    if (png.length <= MAX_SHARE_BYTES) break;
  }
  return png;
}

/** The masthead picture, scaled to fit its place. */
async function fittedMasthead(picture: Picture): Promise<OverlayOptions> {
  const { data, info } = await (
    await rasterOf(picture, WIDTH)
  )
    .resize({ width: WIDTH, height: PICTURE_HEIGHT, fit: 'inside' })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input: data, left: MARGIN, top: PICTURE_TOP + Math.floor((PICTURE_HEIGHT - info.height) / 2) };
}

/**
 * The share picture as SVG, with all text as outlines. A headline with a letter that the font lacks is left out,
 * and the month takes its place. The place of a masthead picture is left empty: it is made for light paper.
 */
export function shareDrawing(
  { masthead, mastheadPicture, label, number, headline, colours }: ShareView,
  face: Typeface,
): string {
  const set = (text: string | undefined) => text && settable(text, (part) => face.covers(part));
  const title = mastheadPicture ? undefined : set(masthead);
  const large = set(headline) || label;
  const foot = (large === label ? [number] : [label, number]).filter(Boolean).join('　');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SHARE_WIDTH}" height="${SHARE_HEIGHT}">` +
    `<rect width="100%" height="100%" fill="${colours.paper}"/>` +
    `<rect width="100%" height="${mastheadPicture ? STRIPE : BAND}" fill="${colours.accent}"/>` +
    `<g fill="#fff">${title ? oneLine(title, MASTHEAD_SIZE, BAND / 2) : ''}</g>` +
    `<g fill="${colours.ink}">${block(large)}</g>` +
    `<rect x="${MARGIN}" y="${RULE}" width="${WIDTH}" height="3" fill="${colours.accent}"/>` +
    `<g fill="${colours.inkSoft}">${foot && oneLine(foot, FOOT_SIZE, (RULE + SHARE_HEIGHT) / 2)}</g></svg>`
  );

  /** A line in this font size, or in a smaller one if it is too wide. */
  function oneLine(text: string, size: number, middle: number): string {
    const fitting = Math.min(size, Math.floor(WIDTH / face.width(text)));
    return face.line(text, { x: MARGIN, y: middle + MIDDLE * fitting, size: fitting });
  }

  /** Up to three lines, centred on the paper. */
  function block(text: string): string {
    const { lines, size } = fitLines(text, {
      width: WIDTH,
      maxLines: (tried) => Math.min(MAX_LINES, Math.floor((RULE - BAND - 2 * GAP) / (tried * LINE_HEIGHT))),
      sizes: HEADLINE_SIZES,
      widthOf: (part) => face.width(part),
    });
    const height = size * LINE_HEIGHT;
    const first = (BAND + RULE) / 2 - ((lines.length - 1) * height) / 2 + MIDDLE * size;
    return lines
      .map((line, index) => face.line(line, { x: MARGIN, y: first + index * height, size }))
      .join('');
  }
}
