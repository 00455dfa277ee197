/** A file format that browsers do not show as a picture or that the build cannot convert. */
export interface UnsupportedFormat {
  name: string;
  /** How an editor gets a usable picture. */
  fix: string;
}

const SAVE_AS = '用看图软件打开，另存为 JPG 或 PNG';
const HEIC: UnsupportedFormat = {
  name: 'HEIC（苹果手机的照片）',
  fix: '在电脑上用“照片”打开，导出或另存为 JPG（只改扩展名没有用）；以后在手机的“设置→相机→格式”里选“兼容性最佳”',
};
const VIDEO: UnsupportedFormat = { name: '视频', fix: '截取一帧，存成 JPG' };
const resavable = (name: string): UnsupportedFormat => ({ name, fix: SAVE_AS });

/** Formats by the first bytes of a file. */
const SIGNATURES: readonly (readonly [string, UnsupportedFormat])[] = [
  ['BM', resavable('BMP')],
  ['8BPS', { name: 'PSD（Photoshop 文件）', fix: '用 Photoshop 导出为 JPG 或 PNG' }],
  ['%PDF', { name: 'PDF', fix: '把要用的那一页导出成图片（JPG 或 PNG）' }],
  ['%!PS', { name: 'EPS（排版用的矢量图）', fix: '用绘图软件导出为 SVG 或 PNG' }],
  ['\xC5\xD0\xD3\xC6', { name: 'EPS（排版用的矢量图）', fix: '用绘图软件导出为 SVG 或 PNG' }],
  ['II*\0', resavable('TIFF')],
  ['MM\0*', resavable('TIFF')],
  ['II+\0', resavable('TIFF')],
  ['MM\0+', resavable('TIFF')],
  ['IIRO', resavable('相机的 RAW 文件')],
  ['IIU\0', resavable('相机的 RAW 文件')],
  ['FUJIFILMCCD-RAW', resavable('相机的 RAW 文件')],
  ['\0\0\x01\0', resavable('ICO（图标）')],
  ['\xD7\xCD\xC6\x9A', resavable('WMF（Windows 图元文件）')],
  ['\xFF\x0A', resavable('JPEG XL')],
  ['\0\0\0\x0CJXL ', resavable('JPEG XL')],
  ['\0\0\0\x0CjP  ', resavable('JPEG 2000')],
  ['\xFF\x4F\xFF\x51', resavable('JPEG 2000')],
  ['\x1A\x45\xDF\xA3', VIDEO],
  ['PK\x03\x04', { name: '压缩包或办公文档', fix: '打开它，把里面的图片另存出来' }],
  ['\xD0\xCF\x11\xE0', { name: '老式办公文档', fix: '打开它，把里面的图片另存出来' }],
  ['version https://git-lfs', { name: 'Git LFS 的占位文件', fix: '运行 git lfs pull，取回图片本身' }],
];

/**
 * Detects an unsupported format by the content of a file; the file name does not matter.
 * @returns undefined for supported and for unknown formats
 */
export function unsupportedFormat(bytes: Uint8Array): UnsupportedFormat | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  if (head.slice(4, 8) === 'ftyp') return formatOfBoxes(head, bytes[3] ?? 0);
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'AVI ') return VIDEO;
  if (/^(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html)/iu.test(head)) {
    return { name: '网页', fix: '回到那个网页，在图片上点右键，选“图片另存为”' };
  }
  if (head.slice(40, 44) === ' EMF') return resavable('EMF（Windows 图元文件）');
  return SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1];
}

/** Detects the format of an ISO media file by the brands in its first box (ISO/IEC 14496-12). */
function formatOfBoxes(head: string, size: number): UnsupportedFormat | undefined {
  const brands = [head.slice(8, 12), ...(head.slice(16, size).match(/.{4}/gsu) ?? [])];
  if (brands.some((brand) => /^avi[fs]$/u.test(brand))) return undefined;
  if (brands.some((brand) => /^(?:hei|hev|mif1|msf1)/u.test(brand))) return HEIC;
  return brands[0] === 'crx ' ? resavable('相机的 RAW 文件') : VIDEO;
}

/** Whether a PNG is animated: it has an acTL chunk before its IDAT chunk. Only its first frame is used. */
export function isMovingPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0) !== 0x89_50_4e_47) return false;
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = view.getUint32(at + 4);
    if (type === 0x61_63_54_4c) return true;
    if (type === 0x49_44_41_54) return false;
  }
  return false;
}
