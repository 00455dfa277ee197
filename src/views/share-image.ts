import type { Article, CaptionedPicture } from '#core/content.ts';
import { mainVariant, variantType, variantUrl } from '#core/picture-variants.ts';
import type { Site } from '#core/schema/site.ts';
import { SHARE_HEIGHT, SHARE_WIDTH } from '#core/share-picture.ts';
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

/**
 * The picture of an article for other sites: its cover, else its first picture. Not an SVG, which they cannot show.
 */
export function shareImage(
  { cover, pictures }: { cover?: CaptionedPicture; pictures: Article['pictures'] },
  urls: Urls,
): ShareImage | undefined {
  const shown = [...(cover ? [cover] : []), ...Object.values(pictures)];
  const found = shown.find(({ picture }) => picture.format !== 'svg');
  return found && imageOf(found, urls);
}

/**
 * The picture that is drawn for each published issue.
 * @param issue id of the issue
 * @param label `2022年9月号`
 */
export function issueShareImage(
  issue: string,
  label: string,
  { site, urls }: { site: Pick<Site, 'title'>; urls: Urls },
): ShareImage {
  return {
    url: urls.absolute(urls.sharePicture(issue)),
    type: 'image/png',
    width: SHARE_WIDTH,
    height: SHARE_HEIGHT,
    alt: `《${site.title}》${label}`,
  };
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
