import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Picture } from '#core/content.ts';
import { unsupportedFormat, isMovingPng } from '#core/picture-format.ts';
import { canBeCopied } from '#core/picture-variants.ts';
import { ifMissing } from '#core/system-error.ts';
import { type PictureNote, pictureNotes } from './picture-notes.ts';
import { ReadingCache } from './reading-cache-fs.ts';
import { isDrawing, readDrawing } from './svg/read-drawing.ts';

/** Largest accepted file; photographs from cameras are smaller. */
const MAX_BYTES = 20 * 1024 * 1024;
/** Largest accepted picture, in pixels: bounds the memory and time of decoding. */
const MAX_PIXELS = 120_000_000;
const FORMATS = ['jpeg', 'png', 'webp', 'gif', 'avif'] as const;

/** A picture that can be published, with notes for the editor. */
export interface PictureFile {
  picture: Picture;
  notes: PictureNote[];
  /** Texts, titles and labels in an SVG drawing, which readers can read. */
  texts: string[];
}

export type PictureResult = PictureFile | { problem: string; fix: string };

/**
 * Reads what a picture's address and `<img>` need, and decodes the whole picture: a truncated file must be
 * found before anything is written.
 * @param cache holds the results for bytes that were decoded before
 * @returns the picture, or the problem and its fix
 * @throws system errors other than a missing file
 */
export async function readPicture(file: string, cache = ReadingCache.empty()): Promise<PictureResult> {
  const bytes = await readFile(file).catch(ifMissing(undefined));
  if (!bytes) {
    return {
      problem: '找不到',
      fix: '把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）',
    };
  }
  if (bytes.length > MAX_BYTES) {
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

type PictureProblem = Exclude<PictureResult, PictureFile>;
type Decoded = Omit<PictureFile, 'picture'> & { picture: Omit<Picture, 'hash' | 'file'> };

async function decode(bytes: Buffer): Promise<Decoded | PictureProblem> {
  const foreign = unsupportedFormat(bytes);
  if (foreign) return { problem: `是 ${foreign.name}，网页不能用`, fix: foreign.fix };
  return isDrawing(bytes) ? decodeDrawing(bytes) : decodePixels(bytes);
}

function decodeDrawing(bytes: Buffer): Decoded | PictureProblem {
  const drawing = readDrawing(bytes);
  if ('problem' in drawing) return drawing;
  const { width, height, texts } = drawing;
  const picture = { format: 'svg' as const, width, height, transparent: true as const };
  return sizeProblem(picture) ?? { picture, notes: [], texts };
}

async function decodePixels(bytes: Buffer): Promise<Decoded | PictureProblem> {
  const metadata = await decoding(() => sharp(bytes, { limitInputPixels: false }).metadata());
  if (!metadata) return UNDECODABLE;
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
  const problem = sizeProblem(picture);
  if (problem) return problem;
  // Decodes every pixel: a file cut short fails here.
  const small = await decoding(() => sharp(bytes, { limitInputPixels: false }).resize(16).toBuffer());
  if (!small) return UNDECODABLE;
  return { picture, notes: pictureNotes(picture, metadata, pages > 1 || isMovingPng(bytes)), texts: [] };
}

const UNDECODABLE = { problem: '打不开，可能已损坏或不是图片', fix: '用看图软件打开，另存一份再用' };

/** What sharp makes of bytes; undefined if they cannot be decoded. */
async function decoding<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    // A plain `Error` comes from libvips; any other class is a bug.
    if (error instanceof Error && error.constructor === Error) return undefined;
    throw error;
  }
}

/** The problem of a picture that is too large, or too long and narrow, to be resized. */
function sizeProblem(picture: Decoded['picture']): PictureProblem | undefined {
  const { width, height } = picture;
  if (width * height > MAX_PIXELS) {
    return { problem: `太大（${width}×${height} 像素）`, fix: '缩小到长边 6000 像素以内再用' };
  }
  if (canBeCopied(picture)) return undefined;
  return { problem: `太细长（${width}×${height} 像素）`, fix: '裁短，或分成几张：长边不超过短边的 10 倍' };
}
