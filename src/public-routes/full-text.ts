import type { Enclosure, Feed } from '#core/feed.ts';
import type { Picture } from '#core/content.ts';
import { mainVariant, variantType, variantUrl } from '#core/picture-variants.ts';
import { getArchive, urls } from '../bulletin.ts';
import { articleHtml } from '../feeds/index.ts';
import { getBuildOutput } from '../loader/build-context.ts';
import { variantSize } from '../pictures/variant-size-fs.ts';
import { wholeFeed } from '../views/feed-view.ts';

/**
 * The feed of all articles with their full text, which is read off their finished pages, and their pictures.
 * @param request address of the feed, for the dev server
 */
export async function fullTextFeed(request: URL): Promise<{ feed: Feed; json: string }> {
  const { rss, json, sources } = wholeFeed({ archive: getArchive(), urls });
  const entries = await Promise.all(
    rss.entries.map(async (entry, index) => {
      const { id = '', picture } = sources[index] ?? {};
      const html = articleHtml(await pageOf(id, request), entry.url);
      const enclosure = picture && (await enclosureOf(picture.picture));
      return { ...entry, html, ...(enclosure && { picture: enclosure }) };
    }),
  );
  return { feed: { ...rss, entries }, json };
}

/** The HTML of an article's page: from the running build, or from the dev server. */
async function pageOf(id: string, request: URL): Promise<string> {
  const output = getBuildOutput();
  if (output) return output.page(`issues/${id}`);
  const response = await fetch(new URL(urls.article(id), request));
  if (!response.ok) throw new Error(`The page of ${id} is not available: ${response.status}`);
  return response.text();
}

async function enclosureOf(picture: Picture): Promise<Enclosure | undefined> {
  const variant = mainVariant(picture);
  if (!variant) return undefined;
  const bytes = await variantSize(variant, getBuildOutput()?.picture(variant.name));
  return { url: urls.absolute(variantUrl(variant, urls)), type: variantType(variant), bytes };
}
