import { firstDay } from '#core/calendar-date.ts';
import type { SitemapEntry } from '#core/feed.ts';
import { element, xmlFile } from './xml.ts';

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/** One part of a sitemap. @see https://www.sitemaps.org/protocol.html */
export function sitemapFile(entries: readonly SitemapEntry[]): string {
  return listOf('urlset', 'url', entries);
}

/** The index that names the parts of a sitemap. */
export function sitemapIndexFile(parts: readonly SitemapEntry[]): string {
  return listOf('sitemapindex', 'sitemap', parts);
}

function listOf(root: string, name: string, entries: readonly SitemapEntry[]): string {
  const located = entries.map((entry) => locatedAt(name, entry));
  return xmlFile(element(root, located, NAMESPACE));
}

function locatedAt(name: string, { url, modified }: SitemapEntry): string {
  const date = modified === undefined ? '' : element('lastmod', firstDay(modified));
  return `<${name}>${element('loc', url)}${date}</${name}>`;
}
