import { expect, it } from 'vitest';
import { isMovingPng, unsupportedFormat } from '../../src/core/picture-format.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
/** The first box of an ISO media file, with its main and its compatible brands. */
const boxes = (...brands: string[]) => {
  const [main = '', ...others] = brands;
  const content = `ftyp${main}\0\0\0\0${others.join('')}`;
  return `\0\0\0${String.fromCharCode(content.length + 4)}${content}moov`;
};

it.each([
  ['BM6', 'BMP'],
  ['8BPS', 'PSD（Photoshop 文件）'],
  ['%PDF-1.7', 'PDF'],
  ['%!PS-Adobe', 'EPS（排版用的矢量图）'],
  ['\xC5\xD0\xD3\xC6', 'EPS（排版用的矢量图）'],
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['IIU\0', '相机的 RAW 文件'],
  ['FUJIFILMCCD-RAW', '相机的 RAW 文件'],
  ['\0\0\x01\0', 'ICO（图标）'],
  ['\xFF\x0A', 'JPEG XL'],
  ['\0\0\0\x0CJXL ', 'JPEG XL'],
  ['\0\0\0\x0CjP  ', 'JPEG 2000'],
  ['\x1A\x45\xDF\xA3', '视频'],
  ['PK\x03\x04', '压缩包或办公文档'],
  ['\xD0\xCF\x11\xE0', '老式办公文档'],
  ['version https://git-lfs.github.com/spec/v1', 'Git LFS 的占位文件'],
  ['RIFF\0\0\0\0AVI LIST', '视频'],
  ['<!DOCTYPE html><html>', '网页'],
  ['\xEF\xBB\xBF \n<html lang="zh">', '网页'],
  [`${'\x01'.padEnd(40, '\0')} EMF`, 'EMF（Windows 图元文件）'],
  [boxes('heic', 'mif1'), 'HEIC（苹果手机的照片）'],
  [boxes('mif1', 'heic'), 'HEIC（苹果手机的照片）'],
  [boxes('qt  ', 'hevx'), 'HEIC（苹果手机的照片）'],
  [boxes('crx ', 'isom'), '相机的 RAW 文件'],
  [boxes('isom', 'mp42'), '视频'],
  [boxes('qt  '), '视频'],
  [boxes('mif1', 'avif'), undefined],
  [boxes('avis', 'msf1'), undefined],
  ['\xFF\xD8\xFF\xE0', undefined],
  ['\x89PNG\r\n\x1A\n', undefined],
  ['RIFF\0\0\0\0WEBPVP8 ', undefined],
  ['<svg xmlns="http://www.w3.org/2000/svg">', undefined],
  ['xBM', undefined],
  ['', undefined],
])('%j is %s', (head, name) => expect(unsupportedFormat(bytes(head))?.name).toBe(name));

it('each has its own fix', () => {
  const fixOf = (head: string) => unsupportedFormat(bytes(head))?.fix;
  expect(fixOf('BM')).toBe('用看图软件打开，另存为 JPG 或 PNG');
  expect(fixOf('<html>')).toBe('回到那个网页，在图片上点右键，选“图片另存为”');
  expect(fixOf(boxes('isom'))).toBe('截取一帧，存成 JPG');
});

const chunk = (type: string, length: number) =>
  `\0\0\0${String.fromCharCode(length)}${type}${'x'.repeat(length)}CRC4`;
const png = (...chunks: string[]) => bytes(`\x89PNG\r\n\x1A\n${chunks.join('')}`);

it.each([
  ['a still picture', png(chunk('IHDR', 13), chunk('IDAT', 5)), false],
  ['a moving picture', png(chunk('IHDR', 13), chunk('acTL', 8), chunk('IDAT', 5)), true],
  ['acTL behind the picture', png(chunk('IHDR', 13), chunk('IDAT', 5), chunk('acTL', 8)), false],
  ['acTL within another chunk', png(chunk('IHDR', 13), chunk('tEXt', 0).replace('CRC4', 'acTL')), false],
  ['a cut file', png(chunk('IHDR', 13)), false],
  ['no PNG', bytes('GIF89a..acTL'), false],
  ['nothing', bytes(''), false],
])('a PNG moves: %s', (_, file, moves) => {
  expect(isMovingPng(file)).toBe(moves);
  // A view into a longer buffer.
  const longer = new Uint8Array(file.length + 3);
  longer.set(file, 3);
  expect(isMovingPng(longer.subarray(3))).toBe(moves);
});
