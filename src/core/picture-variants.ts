import type { Picture } from './content.ts';
import type { Urls } from './url.ts';

/** Widths in CSS pixels of the copies that are made of a picture, for phones, columns and large screens. */
const WIDTHS = [480, 960, 1600];

/** One file to be made from a picture. */
export interface Variant {
  /** Name below `/pictures/`, without its extension. */
  name: string;
  extension: 'webp' | 'svg';
  picture: Picture;
  /** Pixels; absent where the file is copied as it is (SVG). */
  width?: number;
}

/** The files that a picture is published as: its hash is in their names, so they may be cached for ever. */
export function variantsOf(picture: Picture): Variant[] {
  if (picture.format === 'svg') return [{ name: picture.hash, extension: 'svg', picture }];
  const smaller = WIDTHS.filter((width) => width < picture.width);
  return [...new Set([...smaller, widestOf(picture)])].map((width) => ({
    name: `${picture.hash}-${width}`,
    extension: 'webp',
    picture,
    width,
  }));
}

/** Width in pixels of the largest copy. */
export function widestOf({ width }: Pick<Picture, 'width'>): number {
  return Math.min(width, WIDTHS.at(-1) ?? width);
}

/** Pixels of a side up to which WebP can hold a picture. */
const LONGEST_SIDE = 16_383;

/** Whether each copy of a picture has at least a pixel in height, and no more than WebP can hold. */
export function canBeCopied(size: Pick<Picture, 'width' | 'height'>): boolean {
  return [Math.min(size.width, WIDTHS[0] ?? size.width), widestOf(size)].every((width) => {
    const height = Math.round((size.height * width) / size.width);
    return height >= 1 && height <= LONGEST_SIDE;
  });
}

/** Attributes of an `<img>`: addresses, and the size that keeps the page from shifting. */
export function pictureAttributes(picture: Picture, urls: Urls, sizes: string) {
  const variants = variantsOf(picture).map(({ name, extension, width }) => ({
    url: urls.file(`pictures/${name}.${extension}`),
    width,
  }));
  const { width, height } = picture;
  const src = variants.at(-1)?.url ?? '';
  if (variants.length < 2) return { src, width, height };
  const srcset = variants.map((variant) => `${variant.url} ${variant.width}w`).join(', ');
  return { src, srcset, sizes, width, height };
}
