import readExif from 'exif-reader';
import type { Metadata } from 'sharp';
import type { Picture } from '#core/content.ts';
import type { Finding } from '#core/diagnostic.ts';
import { controlCharacter } from '#core/text/control-character.ts';
import { personalNumbers } from '#core/text/personal-number.ts';
import type { SourcePosition } from '#core/yaml-source.ts';
import { NUMBER_NAMES, numberFix } from './personal-numbers.ts';

/** A problem of a readable picture; a warning unless `severity` says otherwise. */
export interface PictureNote {
  rule: 'picture-size' | 'picture-location' | 'picture-frames' | 'personal-number' | 'control-character';
  severity?: 'error';
  problem: string;
  fix: string;
}

/** Pixels of the longer side; a smaller photograph looks blurred in the text column. */
const MIN_LONG_SIDE = 600;

/**
 * Notes on a picture: too few pixels, several frames (only the first is published), or GPS coordinates
 * inside the file.
 */
export function pictureNotes(
  { format, width, height }: Pick<Picture, 'format' | 'width' | 'height'>,
  metadata: Pick<Metadata, 'exif' | 'xmp'>,
  hasFrames: boolean,
): PictureNote[] {
  const notes: PictureNote[] = [];
  if (format !== 'svg' && Math.max(width, height) < MIN_LONG_SIDE) {
    notes.push({
      rule: 'picture-size',
      problem: `只有 ${width}×${height} 像素，放大会模糊`,
      fix: `换成长边 ${MIN_LONG_SIDE} 像素以上的原图；没有的话，照用也行`,
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

/** The notes of a picture as findings, at the place that refers to it. */
export function noteFindings(notes: readonly PictureNote[], src: string, place: SourcePosition): Finding[] {
  return notes.map(({ rule, severity = 'warning' as const, problem, fix }) => ({
    rule,
    severity,
    ...place,
    problem: `图片“${src}”${problem}`,
    fix,
  }));
}

/** Whether EXIF or XMP contains GPS coordinates. */
function isLocated({ exif, xmp }: Pick<Metadata, 'exif' | 'xmp'>): boolean {
  if (xmp?.includes('GPSLatitude')) return true;
  if (!exif) return false;
  try {
    return readExif(exif).GPSInfo?.GPSLatitude !== undefined;
  } catch {
    // exif-reader throws for malformed EXIF, from which no program can read coordinates.
    return false;
  }
}

/**
 * Notes on the texts of an SVG drawing.
 * @param publicNumbers mobile numbers that may be published
 */
export function drawingNotes(texts: readonly string[], publicNumbers: ReadonlySet<string>): PictureNote[] {
  const text = texts.join('\n');
  const [number] = personalNumbers(text, publicNumbers);
  const control = controlCharacter(text);
  const notes: PictureNote[] = [];
  if (number) {
    const problem = `里写着${NUMBER_NAMES[number.kind]} ${number.masked}`;
    notes.push({ rule: 'personal-number', severity: 'error', problem, fix: numberFix(number.kind) });
  }
  if (control !== undefined) {
    const fix = '用绘图软件打开，把这几个字重新打一遍';
    notes.push({
      rule: 'control-character',
      severity: 'error',
      problem: `里有看不见的控制字符 ${control}`,
      fix,
    });
  }
  return notes;
}
