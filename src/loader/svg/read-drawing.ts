import { decodeStrictly } from '#core/text/decode-strictly.ts';
import { type Drawing, rebuildSvg } from './rebuild.ts';

/** White space, bytes of byte order marks, and the zero bytes of UTF-16. */
const BEFORE_TEXT = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xbb, 0xbf, 0xef, 0xfe, 0xff]);

/** Whether a file is an SVG: text that begins with `<`, in any encoding, or gzip (svgz). */
export function isDrawing(bytes: Buffer): boolean {
  return bytes.find((byte) => !BEFORE_TEXT.has(byte)) === 0x3c || isGzip(bytes);
}

/** Reads an SVG file: the drawing to publish, or the problem. */
export function readDrawing(bytes: Buffer): Drawing | { problem: string; fix: string } {
  if (isGzip(bytes)) {
    return { problem: '是压缩过的 SVG（svgz）', fix: '用绘图软件另存为不压缩的 SVG，或存成 PNG' };
  }
  const source = decodeStrictly(bytes, 'utf-8');
  if (source === undefined) {
    return { problem: '的编码不是 UTF-8', fix: '用绘图软件另存为“纯 SVG”，或存成 PNG' };
  }
  return rebuildSvg(source);
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
