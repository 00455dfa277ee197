import type { Feed } from '#core/feed.ts';
import { getArchive, urls } from '../bulletin.ts';
import { articleHtml } from '../feeds/index.ts';
import { finishedPage } from '../finished-page.ts';
import { wholeFeed } from '../views/feed-view.ts';
import { withEnclosures } from './enclosures.ts';

/**
 * The feed of all articles with their full text, which is read off their finished pages, and their pictures.
 * @param request address of the feed, for the dev server
 */
export async function fullTextFeed(request: URL): Promise<{ feed: Feed; json: string }> {
  const whole = wholeFeed({ archive: getArchive(), urls });
  const feed = await withEnclosures(whole);
  const entries = await Promise.all(
    feed.entries.map(async (entry, index) => {
      const html = articleHtml(await finishedPage(whole.sources[index]?.id ?? '', request), entry.url);
      return { ...entry, html };
    }),
  );
  return { feed: { ...feed, entries }, json: whole.json };
}
