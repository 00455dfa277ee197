import { rfc822Date } from '#core/calendar-date.ts';
import { type Feed, type FeedEntry, MAX_FEED_BYTES } from '#core/feed.ts';
import { fitEntries } from './fit-entries.ts';
import { element, xmlFile } from './xml.ts';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/**
 * A feed as RSS 2.0, at most `MAX_FEED_BYTES` long.
 * @see https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile
 */
export function rssFile(feed: Feed, maxBytes = MAX_FEED_BYTES): string {
  const room = maxBytes - Buffer.byteLength(rssText(feed, []));
  return rssText(feed, fitEntries(feed.entries, item, room));
}

function rssText({ title, home, description, updated, self }: Feed, items: readonly string[]): string {
  const channel = element('channel', [
    element('title', title),
    element('link', home),
    element('description', description),
    element('language', 'zh-cn'),
    ...(updated === undefined ? [] : [element('lastBuildDate', rfc822Date(updated))]),
    element('atom:link', [], { href: self, rel: 'self', type: 'application/rss+xml' }),
    ...items,
  ]);
  return xmlFile(element('rss', [channel], { version: '2.0', ...NAMESPACES }));
}

function item({
  id,
  url,
  title,
  date,
  summary,
  html,
  authors,
  categories,
  picture,
  files,
}: FeedEntry): string {
  // Feed readers support one enclosure; the text of an entry links to the others.
  const enclosure = picture ?? files?.[0];
  return element('item', [
    element('title', title),
    element('link', url),
    // A former address is an identifier: readers open `link`.
    element('guid', id, { isPermaLink: 'false' }),
    element('pubDate', rfc822Date(date)),
    ...authors.map((name) => element('dc:creator', name)),
    ...categories.map((name) => element('category', name)),
    element('description', summary),
    ...(html === undefined ? [] : [element('content:encoded', html)]),
    ...(enclosure
      ? [
          element('enclosure', [], {
            url: enclosure.url,
            length: String(enclosure.bytes),
            type: enclosure.type,
          }),
        ]
      : []),
  ]);
}
