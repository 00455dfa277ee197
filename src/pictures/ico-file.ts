/** One picture of an ICO file: square, PNG. */
export interface IcoPicture {
  /** Pixels, up to 256. */
  size: number;
  png: Uint8Array;
}

/** Bytes of the file's head, and of the entry of each picture in it. */
const HEAD = 6;
const ENTRY = 16;
const TYPE_ICON = 1;

/** An ICO file with pictures as PNG, which Windows reads since Vista. */
export function icoFile(pictures: readonly IcoPicture[]): Uint8Array<ArrayBuffer> {
  const start = HEAD + ENTRY * pictures.length;
  const bytes = new Uint8Array(pictures.reduce((total, { png }) => total + png.length, start));
  const view = new DataView(bytes.buffer);
  view.setUint16(2, TYPE_ICON, true);
  view.setUint16(4, pictures.length, true);
  let offset = start;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = HEAD + ENTRY * index;
    // 256 is written as 0.
    view.setUint8(entry, size % 256);
    view.setUint8(entry + 1, size % 256);
    // Colour planes and bits per pixel.
    view.setUint16(entry + 4, 1, true);
    view.setUint16(entry + 6, 32, true);
    view.setUint32(entry + 8, png.length, true);
    view.setUint32(entry + 12, offset, true);
    bytes.set(png, offset);
    offset += png.length;
  }
  return bytes;
}
