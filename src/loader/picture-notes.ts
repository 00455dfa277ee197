import readExif from 'exif-reader';
import type { Metadata } from 'sharp';
import type { Picture } from '#core/content.ts';
import type { Finding } from '#core/diagnostic.ts';
import type { Place } from '#core/yaml-source.ts';

/** What is told of a picture that can be read; a warning, unless it says otherwise. */
export interface PictureNote {
  rule: 'picture-size' | 'picture-location' | 'personal-number' | 'control-character';
  severity?: 'error';
  problem: string;
  fix: string;
}

/** Longer side, in pixels, below which a photograph looks blurred in the column of an article. */
const LEAST_PIXELS = 600;

/** Notes on a picture: too few pixels, or the place where it was taken inside the file. */
export function pictureNotes(
  { format, width, height }: Pick<Picture, 'format' | 'width' | 'height'>,
  metadata: Pick<Metadata, 'exif' | 'xmp'>,
): PictureNote[] {
  const notes: PictureNote[] = [];
  if (format !== 'svg' && Math.max(width, height) < LEAST_PIXELS) {
    notes.push({
      rule: 'picture-size',
      problem: `只有 ${width}×${height} 像素，放大会模糊`,
      fix: `换成长边 ${LEAST_PIXELS} 像素以上的原图；没有的话，照用也行`,
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
export function noteFindings(notes: readonly PictureNote[], src: string, place: Place): Finding[] {
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
