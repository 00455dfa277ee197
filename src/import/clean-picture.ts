import sharp from 'sharp';
import { unsupportedFormat, isMovingPng } from '#core/picture-format.ts';
import { UnreadableError } from './manuscript.ts';

export interface ImportedPicture {
  bytes: Uint8Array;
  extension: 'jpg' | 'png';
  /** Whether the file has more than one frame or page; only the first is used. */
  hasFrames: boolean;
}

/** Pixels. No newspaper photograph is larger; decoding more could exhaust the memory. */
const MAX_PIXELS = 100_000_000;
const MAX_WIDTH = 4000;
const QUALITY = 90;

/** Magic bytes of accepted formats. Rejects SVG and HTML files under a picture's name. */
const BEGINNINGS: [string, number[]][] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['webp', [0x52, 0x49, 0x46, 0x46]],
  // Start of the first box. `unsupportedFormat()` has already rejected other formats that start like this.
  ['avif', [0, 0, 0]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
];

/**
 * Re-encodes a picture: upright, without EXIF, location or other metadata; as PNG if it is PNG, GIF or
 * has transparency, else as JPEG. The same input always gives the same output.
 * @throws UnreadableError if it is not a picture of an accepted format
 */
export async function cleanPicture(name: string, bytes: Uint8Array): Promise<ImportedPicture> {
  const format = BEGINNINGS.find(([, head]) => head.every((byte, index) => bytes[index] === byte))?.[0];
  // TIFF is for print; here it is converted.
  const foreign = format === 'tiff' ? undefined : unsupportedFormat(bytes);
  if (foreign) {
    throw new UnreadableError(
      `图片“${name}”是 ${foreign.name}，没有收`,
      `${foreign.fix}，放进 inbox/images，再在正文里写 ![画面说明](./images/文件名.jpg)`,
    );
  }
  if (format === undefined) {
    throw new UnreadableError(
      `图片“${name}”不是能用的格式（要 JPEG、PNG、WebP、GIF、AVIF 或 TIFF）`,
      '在电脑上打开它，另存为 JPEG，放进 inbox/images，再在正文里写 ![画面说明](./images/文件名.jpg)',
    );
  }
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate();
    const { hasAlpha, pages = 1 } = await image.metadata();
    // JPEG would turn transparent areas black.
    const drawn = format === 'png' || format === 'gif' || hasAlpha;
    const sized = image.resize({ width: MAX_WIDTH, withoutEnlargement: true });
    const encoded = drawn
      ? sized.png({ compressionLevel: 9 })
      : sized.jpeg({ quality: QUALITY, mozjpeg: true });
    return {
      bytes: await encoded.toBuffer(),
      extension: drawn ? 'png' : 'jpg',
      hasFrames: pages > 1 || isMovingPng(bytes),
    };
  } catch (cause) {
    throw new UnreadableError(
      `图片“${name}”打不开，可能已经损坏，或者大得不合常理`,
      '向作者要原图，另存为 JPEG 后放进 inbox/images',
      { cause },
    );
  }
}
