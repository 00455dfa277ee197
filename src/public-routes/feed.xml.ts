import type { APIRoute } from 'astro';
import { rssFile } from '../feeds/index.ts';
import { fullTextFeed } from './full-text.ts';
import { textFile } from './respond.ts';

export const GET: APIRoute = async ({ url }) => {
  const { feed } = await fullTextFeed(url);
  return textFile(rssFile(feed), 'application/rss+xml');
};
