import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Picture } from '#core/content.ts';
import { unsupportedFormat, isMovingPng } from '#core/picture-format.ts';
import { canBeCopied } from '#core/picture-variants.ts';
import { type PictureNote, pictureNotes } from './picture-notes.ts';
import { ReadingCache } from './reading-cache-fs.ts';
import { isDrawing, readDrawing } from './svg/read-drawing.ts';

/** Bytes up to which a picture is accepted; cameras make smaller ones. */
const MOST_BYTES = 20 * 1024 * 1024;
/** Pixels up to which a picture is accepted. */
const MOST_PIXELS = 120_000_000;
const FORMATS = ['jpeg', 'png', 'webp', 'gif', 'avif'] as const;

/** A picture file that can be published, with what an editor should know of it. */
export interface PictureFile {
  picture: Picture;
  notes: PictureNote[];
  /** What is written in a drawing, or said of it: printed like the text of an article. */
  texts: string[];
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
  return {
    picture: { ...result.picture, hash: digest.slice(0, 12), file },
    notes: result.notes,
    texts: result.texts,
  };
}

type Refused = Exclude<PictureResult, PictureFile>;
type Decoded = Omit<PictureFile, 'picture'> & { picture: Omit<Picture, 'hash' | 'file'> };

async function decode(bytes: Buffer): Promise<Decoded | Refused> {
  const foreign = unsupportedFormat(bytes);
  if (foreign) return { problem: `是 ${foreign.name}，网页不能用`, fix: foreign.fix };
  return isDrawing(bytes) ? decodeDrawing(bytes) : decodePixels(bytes);
}

function decodeDrawing(bytes: Buffer): Decoded | Refused {
  const drawing = readDrawing(bytes);
  if ('problem' in drawing) return drawing;
  const { width, height, texts } = drawing;
  const picture = { format: 'svg' as const, width, height, transparent: true as const };
  return wrongSize(picture) ?? { picture, notes: [], texts };
}

async function decodePixels(bytes: Buffer): Promise<Decoded | Refused> {
  try {
    const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
    const { format, width, height, orientation = 1, pages = 1, hasAlpha } = metadata;
    const known = FORMATS.find(
      (each) => each === (format as string) || (each === 'avif' && (format as string) === 'heif'),
    );
    if (!known) return { problem: `是 ${format} 格式，网页不能用`, fix: '另存为 JPG 或 PNG' };
    const turned = orientation >= 5;
    const picture = {
      format: known,
      width: turned ? height : width,
      height: turned ? width : height,
      ...(hasAlpha && { transparent: true as const }),
    };
    const wrong = wrongSize(picture);
    if (wrong) return wrong;
    await sharp(bytes, { limitInputPixels: false }).resize(16).toBuffer();
    return { picture, notes: pictureNotes(picture, metadata, pages > 1 || isMovingPng(bytes)), texts: [] };
  } catch {
    return { problem: '打不开，可能已损坏或不是图片', fix: '用看图软件打开，另存一份再用' };
  }
}

/** A picture of so many pixels, or so long, that no copies can be made of it. */
function wrongSize(picture: Decoded['picture']): Refused | undefined {
  const { width, height } = picture;
  if (width * height > MOST_PIXELS) {
    return { problem: `太大（${width}×${height} 像素）`, fix: '缩小到长边 6000 像素以内再用' };
  }
  if (canBeCopied(picture)) return undefined;
  return { problem: `太细长（${width}×${height} 像素）`, fix: '裁短，或分成几张：长边不超过短边的 10 倍' };
}
