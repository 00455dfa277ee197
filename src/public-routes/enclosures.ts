import type { Enclosure, Feed } from '#core/feed.ts';
import type { Picture } from '#core/content.ts';
import { mainVariant, variantType, variantUrl } from '#core/picture-variants.ts';
import { urls } from '../bulletin.ts';
import { getBuildOutput } from '../loader/build-context.ts';
import { variantSize } from '../pictures/variant-size-fs.ts';
import type { ArticleFeed } from '../views/feed-view.ts';

/** A feed with the pictures of its articles. Waits until they are encoded. */
export async function withEnclosures({ rss, sources }: ArticleFeed): Promise<Feed> {
  const entries = await Promise.all(
    rss.entries.map(async (entry, index) => {
      const shown = sources[index]?.picture;
      const picture = shown && (await enclosureOf(shown));
      return { ...entry, ...(picture && { picture }) };
    }),
  );
  return { ...rss, entries };
}

async function enclosureOf(picture: Picture): Promise<Enclosure | undefined> {
  const variant = mainVariant(picture);
  if (!variant) return undefined;
  const bytes = await variantSize(variant, getBuildOutput()?.picture(variant.name));
  return { url: urls.absolute(variantUrl(variant, urls)), type: variantType(variant), bytes };
}
