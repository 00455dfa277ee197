import type { Article, CaptionedPicture } from '#core/content.ts';
import { mainVariant, variantType, variantUrl } from '#core/picture-variants.ts';
import type { Urls } from '#core/url.ts';

/** The picture that other sites show with a link to a page. */
export interface ShareImage {
  /** Absolute. */
  url: string;
  /** `image/webp` */
  type: string;
  /** Pixels. */
  width: number;
  height: number;
  alt: string;
}

/** The picture of an article for other sites: its cover, else its first picture; no drawing, which they cannot show. */
export function shareImage(
  { cover, pictures }: { cover?: CaptionedPicture; pictures: Article['pictures'] },
  urls: Urls,
): ShareImage | undefined {
  const shown = [...(cover ? [cover] : []), ...Object.values(pictures)];
  const found = shown.find(({ picture }) => picture.format !== 'svg');
  return found && imageOf(found, urls);
}

function imageOf({ picture, alt }: CaptionedPicture, urls: Urls): ShareImage | undefined {
  const variant = mainVariant(picture);
  if (!variant) return undefined;
  const width = variant.width ?? picture.width;
  return {
    url: urls.absolute(variantUrl(variant, urls)),
    type: variantType(variant),
    width,
    height: Math.round((picture.height * width) / picture.width),
    alt,
  };
}
