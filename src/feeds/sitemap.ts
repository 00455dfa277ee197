import { firstDay } from '#core/calendar-date.ts';
import type { SitemapEntry } from '#core/feed.ts';
import { element, xmlFile } from './xml.ts';

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/** One part of a sitemap. @see https://www.sitemaps.org/protocol.html */
export function sitemapFile(entries: readonly SitemapEntry[]): string {
  return xmlFile(
    element(
      'urlset',
      entries.map((entry) => located('url', entry)),
      NAMESPACE,
    ),
  );
}

/** The index that names the parts of a sitemap. */
export function sitemapIndexFile(parts: readonly SitemapEntry[]): string {
  return xmlFile(
    element(
      'sitemapindex',
      parts.map((entry) => located('sitemap', entry)),
      NAMESPACE,
    ),
  );
}

function located(name: string, { url, modified }: SitemapEntry): string {
  const date = modified === undefined ? '' : element('lastmod', firstDay(modified));
  return `<${name}>${element('loc', url)}${date}</${name}>`;
}
