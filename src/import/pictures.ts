import sharp from 'sharp';
import { UnreadableError } from './manuscript.ts';

export interface ImportedPicture {
  bytes: Uint8Array;
  extension: 'jpg' | 'png';
}

/** Pictures with more pixels are no photographs of a newspaper. */
const MOST_PIXELS = 100_000_000;
const WIDEST = 4000;
const QUALITY = 90;

/** What a file must begin with to be read as a picture: an SVG or a page under another name is none. */
const BEGINNINGS: [string, number[]][] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['webp', [0x52, 0x49, 0x46, 0x46]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
];

/**
 * Encodes a picture anew: upright, without EXIF, place or other records, JPEG unless it is transparent
 * or drawn. The same bytes give the same bytes.
 * @throws UnreadableError where it is no picture that can be shown
 */
export async function cleanPicture(name: string, bytes: Uint8Array): Promise<ImportedPicture> {
  const format = BEGINNINGS.find(([, head]) => head.every((byte, index) => bytes[index] === byte))?.[0];
  if (format === undefined) {
    throw new UnreadableError(
      `图片“${name}”不是能用的格式（要 JPEG、PNG、WebP、GIF 或 TIFF）`,
      '在电脑上打开它，另存为 JPEG，放进 inbox/images，再在正文里写 ![画面说明](./images/文件名.jpg)',
    );
  }
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).rotate();
    const drawn = format === 'png' || format === 'gif';
    const sized = image.resize({ width: WIDEST, withoutEnlargement: true });
    const encoded = drawn
      ? sized.png({ compressionLevel: 9 })
      : sized.jpeg({ quality: QUALITY, mozjpeg: true });
    return { bytes: await encoded.toBuffer(), extension: drawn ? 'png' : 'jpg' };
  } catch (cause) {
    throw new UnreadableError(
      `图片“${name}”打不开，可能已经损坏，或者大得不合常理`,
      '向作者要原图，另存为 JPEG 后放进 inbox/images',
      { cause },
    );
  }
}
