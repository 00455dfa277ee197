import type { APIRoute } from 'astro';
import { jsonFeedFile } from '../feeds/index.ts';
import { fullTextFeed } from './full-text.ts';
import { textFile } from './respond.ts';

export const GET: APIRoute = async ({ url }) => {
  const { feed, json } = await fullTextFeed(url);
  return textFile(jsonFeedFile({ ...feed, self: json }), 'application/feed+json');
};
