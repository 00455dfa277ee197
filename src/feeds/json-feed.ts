import { rfc3339Date } from '#core/calendar-date.ts';
import { type Feed, type FeedEntry, MAX_FEED_BYTES } from '#core/feed.ts';
import { fitEntries } from './fit-entries.ts';

/**
 * A feed as JSON Feed 1.1, at most `MAX_FEED_BYTES` long.
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function jsonFeedFile(feed: Feed, maxBytes = MAX_FEED_BYTES): string {
  const room = maxBytes - Buffer.byteLength(feedText(feed, []));
  return feedText(feed, fitEntries(feed.entries, itemText, room));
}

function feedText({ title, home, self, description }: Feed, items: readonly string[]): string {
  const head = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    description,
    language: 'zh-CN',
  });
  return `${head.slice(0, -1)},"items":[\n${items.join(',\n')}\n]}\n`;
}

function itemText(entry: FeedEntry): string {
  const { id, url, title, date, modified, summary, html, authors, categories, picture, files = [] } = entry;
  const attachments = [...(picture ? [picture] : []), ...files];
  return JSON.stringify({
    id,
    url,
    title,
    ...(html === undefined ? { content_text: summary } : { content_html: html }),
    summary,
    ...(picture && { image: picture.url }),
    date_published: rfc3339Date(date),
    ...(modified && { date_modified: rfc3339Date(modified) }),
    ...(authors.length > 0 && { authors: authors.map((name) => ({ name })) }),
    ...(categories.length > 0 && { tags: categories }),
    ...(attachments.length > 0 && {
      attachments: attachments.map(({ url: file, type, bytes }) => ({
        url: file,
        mime_type: type,
        size_in_bytes: bytes,
      })),
    }),
  });
}
