import type { APIRoute } from 'astro';
import { urls } from '../bulletin.ts';
import { textFile } from './respond.ts';

/** Allows everything. Crawlers look for this file at the root of the host only. */
export const GET: APIRoute = () =>
  textFile(`User-agent: *\nAllow: /\n\nSitemap: ${urls.absolute(urls.sitemap())}\n`, 'text/plain');
