import sharp from 'sharp';
import type { PictureItem } from './paragraphs.ts';
import { heightOf, type PageContent, type PlacedPicture, widthOf } from './page-content.ts';
import type { PdfPage } from './pdfjs.ts';

/** Smaller pictures are ornaments. Points. */
const MIN_SIDE_POINTS = 36;
/** Minimum share of the page that its background, or its scan, covers. */
const MIN_BACKGROUND_SHARE = 0.75;
/** Pictures of one file that are read. */
const MAX_PICTURES = 60;
const JPEG_QUALITY = 95;

/** A picture as the library decodes it. */
interface Decoded {
  width: number;
  height: number;
  kind: number;
  data?: Uint8Array | Uint8ClampedArray;
}

/** Whether a picture is the page's background, or its scan. */
export function isBackground(picture: PlacedPicture, { width, height }: PageContent): boolean {
  return widthOf(picture) * heightOf(picture) > width * height * MIN_BACKGROUND_SHARE;
}

/** The pictures of a page that belong to its text. */
export function picturesIn(page: PageContent): PlacedPicture[] {
  return page.pictures.filter(
    (picture) =>
      widthOf(picture) >= MIN_SIDE_POINTS &&
      heightOf(picture) >= MIN_SIDE_POINTS &&
      !isBackground(picture, page),
  );
}

/** Collects the bytes of pictures while the pages are read. */
export class PictureStore {
  readonly pictures = new Map<string, Uint8Array>();
  /** Pages with pictures that could not be decoded. */
  readonly missing: number[] = [];
  readonly #names = new Map<string, string>();

  /** Reads the bytes of a placed picture. */
  async add(page: PdfPage, { id }: PlacedPicture): Promise<void> {
    const key = keyOf(id, page.pageNumber);
    if (this.#names.has(key)) return;
    const bytes = this.pictures.size < MAX_PICTURES ? await this.#bytesOf(page, id) : undefined;
    if (bytes === undefined) {
      this.missing.push(page.pageNumber);
      return;
    }
    const name = `picture-${this.pictures.size + 1}.${bytes[0] === 0xff ? 'jpg' : 'png'}`;
    this.#names.set(key, name);
    this.pictures.set(name, bytes);
  }

  nameOf({ id, page }: PictureItem): string | undefined {
    return this.#names.get(keyOf(id, page));
  }

  async #bytesOf(page: PdfPage, id: string): Promise<Uint8Array | undefined> {
    const store = id.startsWith('g_') ? page.commonObjs : page.objs;
    if (!store.has(id)) return undefined;
    const decoded = store.get(id) as Decoded | null;
    return decoded?.data ? encoded({ ...decoded, data: decoded.data }) : undefined;
  }
}

function keyOf(id: string, page: number): string {
  return id.startsWith('g_') ? id : `${page} ${id}`;
}

/** A picture file of decoded pixels: JPEG, or PNG with transparency or with two colours. */
async function encoded({ width, height, kind, data }: Required<Decoded>): Promise<Uint8Array> {
  const isBitmap = kind === 1;
  const pixels = isBitmap ? bitmapPixels(data, width, height) : data;
  const channels = isBitmap ? 1 : kind === 2 ? 3 : 4;
  const image = sharp(pixels, { raw: { width, height, channels } });
  const opaque = channels !== 4 || (await image.stats()).isOpaque;
  if (isBitmap || !opaque) return image.png().toBuffer();
  return image.removeAlpha().jpeg({ quality: JPEG_QUALITY }).toBuffer();
}

/** One byte for each pixel of a bitmap, whose rows begin at whole bytes. */
function bitmapPixels(data: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height);
  const rowBytes = Math.ceil(width / 8);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const byte = data[y * rowBytes + (x >> 3)] ?? 0;
      pixels[y * width + x] = byte & (0x80 >> (x & 7)) ? 255 : 0;
    }
  return pixels;
}
