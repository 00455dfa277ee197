import type { APIRoute } from 'astro';
import { getArchive, urls } from '../bulletin.ts';
import { sitemapIndexFile } from '../feeds/index.ts';
import { sitemapIndex, sitemapParts } from '../views/sitemap-view.ts';
import { textFile } from './respond.ts';

export const GET: APIRoute = () => {
  const context = { archive: getArchive(), urls };
  return textFile(sitemapIndexFile(sitemapIndex(sitemapParts(context), context)), 'application/xml');
};
