import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Picture } from '#core/content.ts';
import { type PictureNote, pictureNotes } from './picture-notes.ts';
import { ReadingCache } from './reading-cache-fs.ts';

/** Bytes up to which a picture is accepted; cameras make smaller ones. */
const MOST_BYTES = 20 * 1024 * 1024;
/** Pixels up to which a picture is accepted; a page never shows more than 1,600 in width. */
const MOST_PIXELS = 120_000_000;
const FORMATS = ['jpeg', 'png', 'webp', 'gif', 'avif', 'svg'] as const;

/** What an SVG must not hold: it is published as it is, and may be opened on its own. */
const ACTIVE_SVG =
  /<script|<foreignObject|\son\w+\s*=|javascript:|<!ENTITY|(?:href|src)\s*=\s*["'](?!#|data:image\/)/iu;

/** A picture file that can be published, with what an editor should know of it. */
export interface PictureFile {
  picture: Picture;
  notes: PictureNote[];
}

export type PictureResult = PictureFile | { problem: string; fix: string };

/**
 * Reads what a picture's address and `<img>` need, and decodes it once to the end: a picture that is
 * cut short must be found before anything is written.
 * @param cache so that the same bytes are not decoded again
 * @returns the picture, or what is wrong with the file; never throws for a bad file
 */
export async function readPicture(file: string, cache = ReadingCache.empty()): Promise<PictureResult> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch {
    return {
      problem: '找不到',
      fix: '把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）',
    };
  }
  if (bytes.length > MOST_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return {
      problem: `太大（${size} MB）`,
      fix: '另存为质量 90 的 JPG，或把长边缩小到 4000 像素，不超过 20 MB',
    };
  }
  const digest = createHash('sha256').update(bytes).digest('hex');
  const result = await cache.of(digest)('picture', () => decode(bytes));
  if ('problem' in result) return result;
  return { picture: { ...result.picture, hash: digest.slice(0, 12), file }, notes: result.notes };
}

type Decoded = { picture: Omit<Picture, 'hash' | 'file'>; notes: PictureNote[] };

async function decode(bytes: Buffer): Promise<Decoded | Exclude<PictureResult, PictureFile>> {
  try {
    const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
    const { format, width, height, orientation = 1 } = metadata;
    const known = FORMATS.find(
      (each) => each === (format as string) || (each === 'avif' && (format as string) === 'heif'),
    );
    if (!known) return { problem: `是 ${format} 格式，网页不能用`, fix: '另存为 JPG 或 PNG' };
    if (width * height > MOST_PIXELS) {
      const pixels = `${width}×${height}`;
      return { problem: `太大（${pixels} 像素）`, fix: '缩小到长边 6000 像素以内再用' };
    }
    if (known === 'svg' && ACTIVE_SVG.test(bytes.toString('utf8'))) {
      return { problem: '里有脚本或外部链接', fix: '用绘图软件另存为“纯 SVG”，或存成 PNG' };
    }
    if (known !== 'svg') await sharp(bytes, { limitInputPixels: false }).resize(16).toBuffer();
    const turned = orientation >= 5;
    const picture = {
      format: known,
      width: Math.round(turned ? height : width),
      height: Math.round(turned ? width : height),
    };
    return { picture, notes: pictureNotes(picture, metadata) };
  } catch {
    return { problem: '打不开，可能已损坏或不是图片', fix: '用看图软件打开，另存一份再用' };
  }
}
