import readExif from 'exif-reader';
import type { Metadata } from 'sharp';
import type { Picture } from '#core/content.ts';
import type { Finding } from '#core/diagnostic.ts';
import type { SourcePosition } from '#core/yaml-source.ts';

/** What is told of a picture that can be read; a warning, unless it says otherwise. */
export interface PictureNote {
  rule: 'picture-size' | 'picture-location' | 'picture-frames' | 'personal-number' | 'control-character';
  severity?: 'error';
  problem: string;
  fix: string;
}

/** Longer side, in pixels, below which a photograph looks blurred in the column of an article. */
const LEAST_PIXELS = 600;

/**
 * Notes on a picture: too few pixels, frames that are not published, or the place where it was taken
 * inside the file.
 */
export function pictureNotes(
  { format, width, height }: Pick<Picture, 'format' | 'width' | 'height'>,
  metadata: Pick<Metadata, 'exif' | 'xmp'>,
  hasFrames: boolean,
): PictureNote[] {
  const notes: PictureNote[] = [];
  if (format !== 'svg' && Math.max(width, height) < LEAST_PIXELS) {
    notes.push({
      rule: 'picture-size',
      problem: `只有 ${width}×${height} 像素，放大会模糊`,
      fix: `换成长边 ${LEAST_PIXELS} 像素以上的原图；没有的话，照用也行`,
    });
  }
  if (hasFrames) {
    notes.push({
      rule: 'picture-frames',
      problem: '是会动的图，或有几幅画面，网站上只有第一幅',
      fix: '第一幅就够的，另存为 JPG 或 PNG；别的画面也要的，一幅存一个文件，分别放进正文',
    });
  }
  if (isLocated(metadata)) {
    notes.push({
      rule: 'picture-location',
      problem: '里面记着拍摄地点（经纬度）',
      fix: '网站上的图片会自动去掉；稿件文件夹也要公开的，先用看图软件去掉“位置信息”再放进来',
    });
  }
  return notes;
}

/** What is to be told of a picture where it is named. */
export function noteFindings(notes: readonly PictureNote[], src: string, place: SourcePosition): Finding[] {
  return notes.map(({ rule, severity = 'warning' as const, problem, fix }) => ({
    rule,
    severity,
    ...place,
    problem: `图片“${src}”${problem}`,
    fix,
  }));
}

/** Whether EXIF (its GPS part) or XMP says where a picture was taken. */
function isLocated({ exif, xmp }: Pick<Metadata, 'exif' | 'xmp'>): boolean {
  if (xmp?.includes('GPSLatitude')) return true;
  if (!exif) return false;
  try {
    return readExif(exif).GPSInfo?.GPSLatitude !== undefined;
  } catch {
    // EXIF that cannot be read tells nobody anything.
    return false;
  }
}
