import type { APIRoute } from 'astro';
import type { SitemapEntry } from '#core/feed.ts';
import { sitemapFile } from '../feeds/index.ts';
import { sitemapPaths } from '../routes.ts';
import { textFile } from './respond.ts';

export const getStaticPaths = sitemapPaths;

export const GET: APIRoute<{ entries: SitemapEntry[] }> = ({ props: { entries } }) =>
  textFile(sitemapFile(entries), 'application/xml');
