import { type Drawing, rebuildSvg } from './rebuild.ts';

/** White space, byte order marks, and the other half of characters in UTF-16. */
const BEFORE_TEXT = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xbb, 0xbf, 0xef, 0xfe, 0xff]);

/** Whether a file is a drawing and no pixels: text that begins with a tag, in any encoding, or packed. */
export function isDrawing(bytes: Buffer): boolean {
  return bytes.find((byte) => !BEFORE_TEXT.has(byte)) === 0x3c || isPacked(bytes);
}

/** The drawing that a file's bytes give. */
export function readDrawing(bytes: Buffer): Drawing | { problem: string; fix: string } {
  if (isPacked(bytes)) {
    return { problem: '是压缩过的 SVG（svgz）', fix: '用绘图软件另存为不压缩的 SVG，或存成 PNG' };
  }
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problem: '的编码不是 UTF-8', fix: '用绘图软件另存为“纯 SVG”，或存成 PNG' };
  }
  return rebuildSvg(source);
}

function isPacked(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
