import type { Picture } from './content.ts';
import type { Urls } from './url.ts';

/** Widths in CSS pixels of the copies that are made of a picture, for phones, columns and large screens. */
const WIDTHS = [480, 960, 1600];
/** Pixels in height that the largest copy of a panorama has where it can, and the width up to which it has them. */
const MAX_PANORAMA_HEIGHT = 800;
const MAX_PANORAMA_WIDTH = 6400;

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

/** Width in pixels of the largest copy; a panorama has more, for its details. */
export function widestOf({ width, height }: Pick<Picture, 'width' | 'height'>): number {
  const panorama = Math.min(Math.round((MAX_PANORAMA_HEIGHT * width) / height), MAX_PANORAMA_WIDTH);
  return Math.min(width, Math.max(WIDTHS.at(-1) ?? width, panorama));
}

/** Pixels of a side up to which WebP can hold a picture. */
const MAX_WEBP_SIDE = 16_383;

/** Whether each copy of a picture has at least a pixel in height, and no more than WebP can hold. */
export function canBeCopied(size: Pick<Picture, 'width' | 'height'>): boolean {
  return [Math.min(size.width, WIDTHS[0] ?? size.width), widestOf(size)].every((width) => {
    const height = Math.round((size.height * width) / size.width);
    return height >= 1 && height <= MAX_WEBP_SIDE;
  });
}

/** Address of the largest copy. */
export function largestUrl(picture: Picture, urls: Urls): string {
  const largest = variantsOf(picture).at(-1);
  return urls.file(largest ? `pictures/${largest.name}.${largest.extension}` : '');
}

/** What the link to the largest copy is called. */
export function largeLabel(alt: string): string {
  return alt.trim() === '' ? '查看大图' : `查看大图：${alt}`;
}

/** Classes of a figure, for what its shape and its transparency ask of the style sheet. */
export function pictureClasses(picture: Picture | undefined): string[] {
  return [
    'picture',
    ...(picture && picture.height > picture.width ? ['portrait'] : []),
    ...(picture?.transparent ? ['transparent'] : []),
  ];
}

/** Attributes of an `<img>`: addresses, and the size that keeps the page from shifting. */
export function pictureAttributes(picture: Picture, urls: Urls, sizes: string) {
  const variants = variantsOf(picture).map(({ name, extension, width }) => ({
    url: urls.file(`pictures/${name}.${extension}`),
    width,
  }));
  const { width, height } = picture;
  const usual = variants.findLast(({ width: wide = 0 }) => wide <= (WIDTHS.at(-1) ?? wide));
  const src = usual?.url ?? '';
  if (variants.length < 2) return { src, width, height };
  const srcset = variants.map((variant) => `${variant.url} ${variant.width}w`).join(', ');
  return { src, srcset, sizes, width, height };
}
