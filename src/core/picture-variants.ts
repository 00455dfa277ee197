import type { Picture } from './content.ts';
import type { Urls } from './url.ts';

/** Widths in pixels of the copies of a picture: for phones, text columns and large screens. */
const WIDTHS = [480, 960, 1600];
/** Pixels. The largest copy of a panorama is up to 800 high, unless it would be wider than 6400. */
const MAX_PANORAMA_HEIGHT = 800;
const MAX_PANORAMA_WIDTH = 6400;

/**
 * Widths of pictures in the attribute `sizes`, at the standard size of type (1 rem = 18 pixels, whereas in this
 * attribute rem is 16). The numbers are those of the style sheets: measure, columns, gutters.
 */
export const SIZES = {
  /** A line of an article. */
  line: '(min-width: 760px) 720px, calc(100vw - 36px)',
  portrait: '(min-width: 540px) 504px, calc(100vw - 36px)',
  /** One of several side by side in an article. */
  beside: '(min-width: 760px) 350px, (min-width: 525px) 47vw, calc(100vw - 36px)',
  lead: '(min-width: 1260px) 693px, (min-width: 960px) 56vw, calc(100vw - 36px)',
  column: '(min-width: 1260px) 377px, (min-width: 1156px) 31vw, (min-width: 767px) 47vw, calc(100vw - 36px)',
  sheet: '(min-width: 640px) 250px, 40vw',
};

/** Width of a figure in an article. */
export function figureSizes({ width, height }: Pick<Picture, 'width' | 'height'>): string {
  return height > width ? SIZES.portrait : SIZES.line;
}

/** One file that is generated from a picture. */
export interface Variant {
  /** Name below `/pictures/`, without its extension. */
  name: string;
  extension: 'webp' | 'svg';
  picture: Picture;
  /** Pixels; absent for SVG. */
  width?: number;
}

/** The files generated from a picture. Their names contain its hash, so they can be cached for ever. */
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

/** Width in pixels of the largest copy; panoramas are wider, so that details can be seen. */
export function widestOf({ width, height }: Pick<Picture, 'width' | 'height'>): number {
  const panorama = Math.min(Math.round((MAX_PANORAMA_HEIGHT * width) / height), MAX_PANORAMA_WIDTH);
  return Math.min(width, Math.max(WIDTHS.at(-1) ?? width, panorama));
}

/** Pixels: the limit of the WebP format for width and height. */
const MAX_WEBP_SIDE = 16_383;

/** Whether every copy of a picture is at least 1 pixel high and within the limit of WebP. */
export function canBeCopied(size: Pick<Picture, 'width' | 'height'>): boolean {
  return [Math.min(size.width, WIDTHS[0] ?? size.width), widestOf(size)].every((width) => {
    const height = Math.round((size.height * width) / size.width);
    return height >= 1 && height <= MAX_WEBP_SIDE;
  });
}

/** The copy for readers that choose none themselves: the largest that fits a screen, or the drawing. */
export function mainVariant(picture: Picture): Variant | undefined {
  const limit = WIDTHS.at(-1) ?? Number.MAX_SAFE_INTEGER;
  return variantsOf(picture).findLast(({ width = 0 }) => width <= limit);
}

/** Address of the file of a copy. */
export function variantUrl({ name, extension }: Variant, urls: Urls): string {
  return urls.file(`pictures/${name}.${extension}`);
}

/** The media type of a copy. */
export function variantType({ extension }: Variant): string {
  return extension === 'svg' ? 'image/svg+xml' : `image/${extension}`;
}

/** Address of the largest copy. */
export function largestUrl(picture: Picture, urls: Urls): string {
  const largest = variantsOf(picture).at(-1);
  return urls.file(largest ? `pictures/${largest.name}.${largest.extension}` : '');
}

/** Accessible name of the link to the largest copy. */
export function largeLabel(alt: string): string {
  return alt.trim() === '' ? '查看大图' : `查看大图：${alt}`;
}

/** CSS classes of a figure by the shape and transparency of its picture. */
export function pictureClasses(picture: Picture | undefined): string[] {
  return [
    'picture',
    ...(picture && picture.height > picture.width ? ['portrait'] : []),
    ...(picture?.transparent ? ['transparent'] : []),
  ];
}

/** Attributes of an `<img>`: addresses, and the size that prevents layout shift. */
export function pictureAttributes(picture: Picture, urls: Urls, sizes: string) {
  const variants = variantsOf(picture).map(({ name, extension, width }) => ({
    url: urls.file(`pictures/${name}.${extension}`),
    width,
  }));
  const { width, height } = picture;
  const fallback = variants.findLast(({ width: wide = 0 }) => wide <= (WIDTHS.at(-1) ?? wide));
  const src = fallback?.url ?? '';
  if (variants.length < 2) return { src, width, height };
  const srcset = variants.map((variant) => `${variant.url} ${variant.width}w`).join(', ');
  return { src, srcset, sizes, width, height };
}
