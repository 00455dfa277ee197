import { parseXml } from '@rgrove/parse-xml';
import sharp from 'sharp';
import type { Picture } from '#core/content.ts';
import { checkedBytes } from './checked-bytes-fs.ts';
import { checkedDrawing } from './checked-drawing-fs.ts';

/** Quality of lossy formats, at which no difference is visible. */
const QUALITY = 95;

/**
 * The file of a picture without unpublished data. It is unchanged unless it contains metadata such as EXIF (then
 * the picture is encoded again, upright) or is a drawing with content that is not drawn (then the drawing is
 * rebuilt).
 * @throws ChangedDuringBuildError if the file was changed since it was read
 */
export async function publishedOriginal(picture: Picture): Promise<Uint8Array> {
  const bytes = await checkedBytes(picture);
  if (picture.format === 'svg') {
    const drawing = await checkedDrawing(picture);
    return nodesOf(bytes.toString('utf8')) === nodesOf(drawing) ? bytes : Buffer.from(drawing);
  }
  const image = sharp(bytes, { limitInputPixels: false });
  const { exif, xmp, iptc, comments = [] } = await image.metadata();
  if (!exif && !xmp && !iptc && comments.length === 0) return bytes;
  return image.rotate().keepIccProfile().toFormat(picture.format, { quality: QUALITY }).toBuffer();
}

/** All nodes of a drawing: elements with sorted attributes, texts, comments. */
function nodesOf(svg: string): string {
  const options = { sortAttributes: true, preserveComments: true, preserveDocumentType: true };
  return JSON.stringify(parseXml(svg.trim(), options));
}
